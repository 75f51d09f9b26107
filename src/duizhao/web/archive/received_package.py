"""An archive that comes from elsewhere: looked through as a whole before anything is made of it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from duizhao.web.archive.package import (
    FORMAT,
    MANIFEST,
    READ_AT_ONCE,
    ROWS,
    ROWS_FORMAT,
    SCHEMA_VERSION,
)
from duizhao.web.refused_act import RefusedAct

MAX_FILES, MAX_BYTES, MAX_FILE_BYTES = 20_000, 1_000_000_000, 100_000_000
"""Once unpacked: what a small .zip can be made to hold."""
FOREIGN = "这不是对照做的档案包：{}"
DAMAGED = "档案包坏了：{}。请再拷贝一次，或者用原来的那一份"
NEWER = "这个档案包由更新的对照（{}）做成，这里的版本读不了；请先更新这里的对照"


@dataclass(frozen=True, slots=True)
class ReceivedPackage:
    """A whole archive: `about` is what it has for programs."""

    about: Mapping[str, Any]
    _zip: zipfile.ZipFile

    @classmethod
    def from_bytes(cls, data: bytes) -> ReceivedPackage:
        """Every file is compared with its digest. Raises RefusedAct with the reason."""
        try:
            package = zipfile.ZipFile(BytesIO(data))
        except zipfile.BadZipFile as fault:
            words = FOREIGN.format("不是 .zip 压缩包") if data[:2] != b"PK" else _broken()
            raise RefusedAct(words) from fault
        try:
            return cls(_looked_through(package, data), package)
        except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as fault:
            raise RefusedAct(_broken()) from fault
        except (OSError, ValueError) as fault:
            raise RefusedAct(_broken()) from fault

    @classmethod
    def known(cls, data: bytes) -> ReceivedPackage:
        """One that was looked through when it was put in."""
        package = zipfile.ZipFile(BytesIO(data))
        return cls(_json(package, ROWS), package)

    @property
    def rows(self) -> Mapping[str, list[dict[str, Any]]]:
        return self.about["rows"]

    def stored(self, key: str) -> bytes:
        """A stored file by the key that it had."""
        return self._zip.read(self.about["stored"][key]["path"])


def _broken() -> str:
    return DAMAGED.format("有的内容读不出来")


def _looked_through(package: zipfile.ZipFile, data: bytes) -> Mapping[str, Any]:
    entries = package.infolist()
    names = [each.filename for each in entries]
    if MANIFEST not in names:
        # Of an archive that was cut off, the end of a Word file inside may pass for its own.
        is_ours = MANIFEST.encode() in data
        raise RefusedAct(_broken() if is_ours else FOREIGN.format(f"里面没有“{MANIFEST}”"))
    sizes = [each.file_size for each in entries]
    if len(entries) > MAX_FILES or sum(sizes) > MAX_BYTES or max(sizes) > MAX_FILE_BYTES:
        raise RefusedAct("档案包太大，里面不像一次会议的材料")
    manifest = _json(package, MANIFEST)
    _refuse_foreign(manifest, FORMAT)
    listed = {str(each["path"]): each for each in _list(manifest.get("files"))}
    _refuse_other_names(names, set(listed) | {MANIFEST})
    for path, each in listed.items():
        if _digest(package, path) != each.get("sha256"):
            raise RefusedAct(DAMAGED.format(f"“{path}”和清单里的校验码对不上"))
    about = _json(package, ROWS)
    _refuse_foreign(about, ROWS_FORMAT)
    for key, each in dict(about.get("stored") or {}).items():
        if listed.get(each.get("path"), {}).get("sha256") != each.get("sha256"):
            raise RefusedAct(DAMAGED.format(f"登记里的文件 {key} 不在包里"))
    return about


def _refuse_foreign(found: Mapping[str, Any], form: str) -> None:
    if found.get("format") != form:
        raise RefusedAct(FOREIGN.format("里面的清单是别的程序写的"))
    schema = found.get("schema")
    if not isinstance(schema, int) or schema < 1:
        raise RefusedAct(FOREIGN.format("清单里没有写明格式的版本"))
    if schema > SCHEMA_VERSION:
        raise RefusedAct(NEWER.format(str(found.get("tool", ""))[:20]))


def _refuse_other_names(names: list[str], listed: set[str]) -> None:
    if missing := sorted(listed - set(names)):
        raise RefusedAct(DAMAGED.format(f"少了“{missing[0]}”等 {len(missing)} 个文件"))
    if added := sorted(set(names) - listed) or [""] * (len(names) - len(set(names))):
        raise RefusedAct(
            f"档案包被改过：多了{f'“{added[0]}”等' if added[0] else '重名的'} {len(added)} 个清单里没有的文件"
        )


def _digest(package: zipfile.ZipFile, path: str) -> str:
    found = hashlib.sha256()
    with package.open(path) as file:
        while piece := file.read(READ_AT_ONCE):
            found.update(piece)
    return found.hexdigest()


def _json(package: zipfile.ZipFile, path: str) -> dict[str, Any]:
    if path not in package.namelist() or package.getinfo(path).file_size > MAX_FILE_BYTES:
        raise RefusedAct(DAMAGED.format(f"“{path}”不在里面"))
    try:
        found = json.loads(package.read(path))
    except (ValueError, RecursionError) as fault:
        raise RefusedAct(DAMAGED.format(f"“{path}”读不出来")) from fault
    if not isinstance(found, dict):
        raise RefusedAct(DAMAGED.format(f"“{path}”的内容不对"))
    return found


def _list(value: Any) -> list[Mapping[str, Any]]:
    if not isinstance(value, list) or not all(
        isinstance(each, dict) and isinstance(each.get("path"), str) for each in value
    ):
        raise RefusedAct(DAMAGED.format("清单的内容不对"))
    return value
