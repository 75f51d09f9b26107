"""Which operating system this is, and what differs by it: no other module asks.

A function answers what its caller needs, a folder, a lock, a word, so that the caller is the same on every system.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket
    import subprocess
    from collections.abc import Sequence

LONGEST_PLAIN_PATH = 180
"""Characters of a path that is given to Windows as it stands: a file beside it may have a longer name."""
LONG_FORM = "\\\\?\\"
REFUSED_FOR_A_MOMENT, TRIED_AGAIN_SECONDS = 1.5, 0.05

WINDOWS_FOLDERS = ("LOCALAPPDATA", "APPDATA", "PROGRAMFILES", "PROGRAMFILES(X86)")
OFFICE_FONTS_ON_WINDOWS = (
    r"{LOCALAPPDATA}\Microsoft\FontCache\4\CloudFonts",
    r"{PROGRAMFILES}\Microsoft Office\root\VFS\Fonts\private",
    r"{PROGRAMFILES(X86)}\Microsoft Office\root\VFS\Fonts\private",
    r"{APPDATA}\kingsoft\office6\fonts",
    r"{LOCALAPPDATA}\Kingsoft\WPS Office\*\office6\fonts",
    r"{PROGRAMFILES}\Kingsoft\WPS Office\*\office6\fonts",
    r"{PROGRAMFILES(X86)}\Kingsoft\WPS Office\*\office6\fonts",
)
OFFICE_FONTS_ELSEWHERE = (
    "/opt/kingsoft/wps-office/office6/fonts",
    "/opt/apps/cn.wps.wps-office*/files/kingsoft/wps-office/office6/fonts",
    "~/.kingsoft/office6/fonts",
    "/Applications/wpsoffice.app/Contents/Resources/office6/fonts",
)


def user_data_folder(suffix: str = "") -> Path:
    """The folder of this user for what the program keeps, by the custom of the system."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / f"对照{suffix}"
    kept = os.environ.get("XDG_DATA_HOME")
    return (Path(kept) if kept else Path.home() / ".local" / "share") / f"duizhao{suffix}"


def lock(file: IO[bytes]) -> None:
    """Lock the file until it is closed, however the process ends. Raises OSError if another process holds it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def listening_socket(address: str, port: int) -> socket.socket:
    """A socket that is bound to the port. Raises OSError if another program has it.

    On Windows the option by which a restart finds its port free on other systems would let two programs share it.
    """
    # Imported here: only the site does not start without it.
    import socket

    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    alone = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    try:
        made.setsockopt(socket.SOL_SOCKET, alone or socket.SO_REUSEADDR, 1)
        made.bind((address, port))
    except OSError:
        made.close()
        raise
    return made


def replace(made: Path | str, target: Path | str) -> None:
    """Give a new file the name of an old one, which is gone then. Raises OSError.

    On Windows a virus scanner, or whoever reads the old file, keeps it for a moment; it is tried again so long.
    """
    _tried_again(lambda: os.replace(made, target))


def delete(path: Path) -> None:
    """Delete a file if it is there, as `replace` does with an old one. Raises OSError."""
    _tried_again(lambda: path.unlink(missing_ok=True))


def _tried_again(act: Callable[[], None]) -> None:
    ends = time.monotonic() + REFUSED_FOR_A_MOMENT
    while sys.platform == "win32":
        try:
            return act()
        except PermissionError:
            if time.monotonic() > ends:
                raise
        time.sleep(TRIED_AGAIN_SECONDS)
    return act()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Can a process be copied with all that it has loaded? macOS forks, but its own libraries do not survive it."""
    return sys.platform not in ("win32", "darwin")


def without_window() -> dict[str, Any]:
    """Arguments of `subprocess.Popen` for a program that shows no console where this process has none."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NO_WINDOW}
    return {}


def start_apart() -> dict[str, Any]:
    """Arguments of `subprocess.Popen` for a program that `end_with_children` ends, without a window of its own."""
    return without_window() if sys.platform == "win32" else {"start_new_session": True}


def end_with_children(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started with `start_apart`, and the programs that it started."""
    if sys.platform == "win32":
        import subprocess

        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        quiet = subprocess.DEVNULL
        subprocess.run(
            command, stdin=quiet, stdout=quiet, stderr=quiet, check=False, **without_window()
        )
        process.kill()
    else:
        import signal
        from contextlib import suppress

        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def extended(path: str) -> str:
    """A path of any length as Windows takes it, which refuses a plain one of more than 259 characters."""
    whole = os.path.abspath(path)
    if len(whole) <= LONGEST_PLAIN_PATH or whole.startswith(LONG_FORM):
        return path
    is_on_server = whole.startswith("\\\\")
    return f"{LONG_FORM}UNC\\{whole[2:]}" if is_on_server else f"{LONG_FORM}{whole}"


if sys.platform == "win32":

    class LongPath(type(Path())):
        """A path of any length. People see it as they wrote it, the system gets it in its long form."""

        def __fspath__(self) -> str:
            return extended(str(self))
else:
    LongPath = Path
    """A path of any length: every path is one here."""


def named_by(word: str) -> list[str]:
    """The paths that a word of the command line names: the shell of Windows leaves * and ? to the program."""
    if sys.platform != "win32" or not {"*", "?"} & set(word):
        return [word]
    from glob import glob

    # Brackets stand in many names of files, and mean nothing in that shell.
    return sorted(glob(word.replace("[", "[[]"))) or [word]


def open_page(page: Path) -> bool:
    """Open a page on this disk in the browser. Could it be opened?

    Windows reads the Chinese of a `file:` address in the code page of the system, and is given the path.
    """
    if sys.platform == "win32":
        try:
            os.startfile(page)
        except OSError:
            return False
        return True
    import webbrowser

    try:
        return webbrowser.open(page.as_uri())
    except webbrowser.Error:
        return False


def real_path(path: Path) -> Path:
    """The path with its links resolved; the absolute path on a Windows drive that cannot resolve links."""
    try:
        return LongPath(os.path.realpath(path))
    except OSError:
        return LongPath(os.path.abspath(path))


def path_in_uri(path: str) -> Path:
    """The file that the path of a `file:` address names: /D:/duizhao is D:/duizhao on Windows."""
    return Path(path.removeprefix("/") if sys.platform == "win32" else path)


def quoted(word: str) -> str:
    """A word as the shell of the system takes it whole: cmd knows only double quotes."""
    if not set(word) & set(" []'()&"):
        return word
    return f'"{word}"' if sys.platform == "win32" else f"'{word}'"


def office_programs() -> tuple[str, ...]:
    """Where LibreOffice lies if the system does not find it by its name."""
    if sys.platform == "win32":
        folders = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"))
        return tuple(f"{each}\\LibreOffice\\program\\soffice.com" for each in folders if each)
    return ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)


def launcher_shows_faults() -> bool:
    """Is the program started by one that shows in a box why it ended? On Linux not every desktop has boxes."""
    return sys.platform == "win32" or "DUIZHAO_SHOWS_FAULTS" in os.environ


def automation_servers(names: Sequence[str]) -> list[str]:
    """Which of these programs another program may ask to work for it (COM, by ProgID)."""
    if sys.platform != "win32":
        return []
    import winreg

    found = []
    for name in names:
        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, rf"{name}\CLSID"))
        except OSError:
            continue
        found.append(name)
    return found


def may_have_word() -> bool:
    """Is this a system on which Word and WPS can be asked to work for another program?"""
    return sys.platform == "win32"


def fonts_of_office_programs() -> tuple[Path, ...]:
    """Folders in which Word and WPS keep fonts of their own, which the system does not know; those that are there."""
    # Imported here: only a PDF needs fonts.
    from glob import glob

    if sys.platform == "win32":
        known = {each: os.environ.get(each, "") for each in WINDOWS_FOLDERS}
        patterns = [each.format(**known) for each in OFFICE_FONTS_ON_WINDOWS]
    else:
        patterns = [os.path.expanduser(each) for each in OFFICE_FONTS_ELSEWHERE]
    found = (
        each for pattern in patterns if os.path.isabs(pattern) for each in sorted(glob(pattern))
    )
    return tuple(Path(each) for each in found if os.path.isdir(each))


def name_for_offices() -> str:
    """What offices call the systems that this one is of."""
    return "Windows" if sys.platform == "win32" else "麒麟、统信"


def how_to_install_font() -> str:
    """What a user does with a font file, in Chinese."""
    if sys.platform == "win32":
        return "右键点字体文件，选“安装”"
    if sys.platform == "darwin":
        return "双击字体文件安装，或放进 ~/Library/Fonts"
    return "把字体文件放进 ~/.local/share/fonts，没有就新建"


def has_debian_packages() -> bool:
    """Is it worth while to name a package of Debian?"""
    return sys.platform == "linux"
