"""Installs the program for one user, from the wheels in the folder; needs Python and nothing else, pip neither.

python3 installer install FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from desktop import add_entries
from place import Place
from program import put_in

from check import refuse_unfit


def main(command: str, folder: str) -> None:
    assert command == "install"
    place = Place.of_user()
    refuse_unfit(Path(folder))
    print("正在安装，约半分钟 …", flush=True)
    try:
        put_in(Path(folder), place)
        add_entries(Path(folder), place)
    except OSError as fault:
        sys.exit(f"没有装成：{fault.filename or place.home}：{fault.strerror}")
    print("装好了。在开始菜单里找“对照”，或在终端里运行：")
    print(f"  {place.command_to_type()}")
    print(f"卸载：sh {place.uninstaller}")


if __name__ == "__main__":
    main(*sys.argv[1:])
