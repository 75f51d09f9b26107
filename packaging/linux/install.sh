#!/bin/sh
# 给当前用户安装对照，不要管理员权限：sh install.sh
# 没有自动找到 Python 时：sh install.sh --python /路径/python3
set -eu
folder=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)

can_run() {
    [ -x "$(command -v "$1" 2>/dev/null)" ] || return 1
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
}

if [ "${1:-}" = --python ] && [ -n "${2:-}" ]; then
    candidates=$2
else
    candidates="$folder/python/bin/python3
python3
python3.13
python3.12
python3.11
/usr/local/bin/python3
/opt/python3/bin/python3"
fi

found=
IFS='
'
for each in $candidates; do
    if can_run "$each"; then
        found=$each
        break
    fi
done
if [ -z "$found" ]; then
    echo "没有找到 Python 3.11、3.12 或 3.13。" >&2
    for each in $candidates; do
        [ ! -x "$(command -v "$each" 2>/dev/null)" ] || echo "$each 是 $("$each" --version 2>&1)，不能用。" >&2
    done
    echo "请管理这台电脑的人装一个；已经装在别处的，运行：sh install.sh --python /路径/python3" >&2
    exit 1
fi
exec "$found" -B "$folder/installer" install "$folder"
