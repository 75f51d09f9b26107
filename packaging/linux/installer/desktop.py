"""What a desktop shows: the entry of the menu, its icon, and the programs behind it."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from place import Place
from program import write_program

KINDS = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/msword",
    "application/wps-office.docx",
    "application/wps-office.doc",
    "application/pdf",
    "text/plain",
    "application/zip",
    "inode/directory",
)
ENTRY = """\
[Desktop Entry]
Type=Application
Name=对照
Comment=检查对照检查材料：在浏览器里用，不联网
Exec="{desk}" %F
Icon={icon}
Terminal=false
Categories=Office;
MimeType={kinds};
"""
DESK = """\
#!/bin/sh
# 打开对照；打不开时用窗口说明原因。
data="{data}"
mkdir -p "$data"
log="$data/对照.log"
[ "$(wc -c 2>/dev/null <"$log" || echo 0)" -lt 1000000 ] || mv "$log" "$data/对照.old.log"
echo "—— $(date '+%F %T')" >>"$log"
# 没有下面这几种窗口，就由对照在浏览器里说明。
for each in zenity kdialog xmessage; do
    command -v "$each" >/dev/null 2>&1 && export DUIZHAO_SHOWS_FAULTS=1
done
"{command}" desk "$@" >>"$log" 2>&1 </dev/null && exit 0
why=$(tail -n 1 "$log")
why=${{why#错误：}}
text="$why

记录在：$log"
for window in "zenity --error --title=对照 --no-markup --text" "kdialog --title 对照 --error" "xmessage"; do
    command -v "${{window%% *}}" >/dev/null 2>&1 || continue
    $window "$text" 2>/dev/null && exit 1
done
notify-send 对照 "$text" 2>/dev/null || echo "$text" >&2
exit 1
"""
UNINSTALL = """\
#!/bin/sh
# 卸载当前用户的对照。放进来的材料和记录留着。
set -eu
rm -f "{command}" "{entry}" "{icon}"
rm -rf "{home}"
command -v update-desktop-database >/dev/null 2>&1 && update-desktop-database -q "{entries}" || true
if [ -d "{data}" ]; then
    echo "已卸载。放进来的材料和记录留在：{data}"
    echo "不要了，可以自己删掉这个文件夹。"
else
    echo "已卸载。用 --data 指定的数据文件夹没有动。"
fi
"""


def add_entries(folder: Path, place: Place) -> None:
    """Put 对照 into the menu of the desktop, and its programs into the folder of the program."""
    for path in (place.entry, place.icon):
        path.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(folder / "installer" / "duizhao.png", place.icon)
    write_program(place.desk, DESK.format(data=place.data, command=place.command))
    entry = ENTRY.format(desk=place.desk, icon=place.icon, kinds=";".join(KINDS))
    place.entry.write_text(entry, encoding="utf-8")
    words = {"home": place.home, "command": place.command, "entry": place.entry}
    words |= {"icon": place.icon, "entries": place.entry.parent, "data": place.data}
    write_program(place.uninstaller, UNINSTALL.format_map(words))
    with suppress(OSError):
        subprocess.run(["update-desktop-database", "-q", place.entry.parent], check=False)
