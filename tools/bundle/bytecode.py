"""Compiles what is Python in a bundle, so that no start has to: a folder may be read-only.

Only what is compiled is given out: sources and compiled modules together are 13 MB more than a bundle may have. Others'
packages lose their descriptions too (`python -OO`); ours are read by the program: a rule has its name there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

RUN_BY_PATH = ("duizhao/read/pdf_extractor.py",)
"""A program that is started by its file is kept as it is."""
OURS = "duizhao/"
WITHOUT_COLUMNS = ("-X", "no_debug_ranges")
"""Which characters of a line a fault stands at is a fifth of what is compiled, and is shown with a source alone."""
COMPILE = """
import sys
from pathlib import Path
from py_compile import PycInvalidationMode, compile

folder, ours, *kept = sys.argv[1:]
for source in sorted(Path(folder).rglob("*.py")):
    name = source.relative_to(folder).as_posix()
    if name not in kept:
        # Not checked by the date of the source; and named alike wherever this is built.
        checked = PycInvalidationMode.UNCHECKED_HASH
        level = 0 if name.startswith(ours) else 2
        compile(str(source), str(source.with_suffix(".pyc")), name, True, level, checked)
        source.unlink()
"""


def compile_packages(folder: Path, python: str) -> None:
    """Compile the folder of packages for a version of Python, which must be the one that builds."""
    if python != f"{sys.version_info[0]}.{sys.version_info[1]}":
        sys.exit(f"要用 Python {python} 来做：这里是 {sys.version.split()[0]}，编译出来的它读不了")
    # The order of a set in compiled code follows the seed; a new process has the same state each time.
    done = subprocess.run(
        [sys.executable, *WITHOUT_COLUMNS, "-c", COMPILE, str(folder), OURS, *RUN_BY_PATH],
        env=os.environ | {"PYTHONHASHSEED": "0"},
        check=False,
    )
    if done.returncode:
        sys.exit("编译没有成功，见上面")
