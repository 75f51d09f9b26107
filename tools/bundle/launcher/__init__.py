"""The programs of the folder for Windows, built from launcher.c with mingw: docs/decisions/windows-launcher.md"""

from tools.bundle.launcher.programs import build_programs

__all__ = ["build_programs"]
