@"%~dp0python\python.exe" -m explorer_entries add
@pause
