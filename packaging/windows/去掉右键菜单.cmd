@if exist python\explorer_entries.py (python\python.exe -m explorer_entries remove) else "%~dp0python\python.exe" -m explorer_entries remove
@pause
