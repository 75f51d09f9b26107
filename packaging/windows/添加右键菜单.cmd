@if exist python\explorer_entries.py (python\python.exe -m explorer_entries add) else "%~dp0python\python.exe" -m explorer_entries add
@pause
