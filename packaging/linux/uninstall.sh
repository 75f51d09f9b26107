#!/bin/sh
# 卸载当前用户的对照。放进来的材料和记录留着，会写出在哪里。
set -eu
exec sh "${DUIZHAO_HOME:-$HOME/.local/lib/duizhao}/uninstall.sh"
