"""Reads the profiles shipped with the program, and those in a user's folder."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from duizhao.errors import BadConfiguration, UnknownName
from duizhao.files import read_toml, toml_tables
from duizhao.profiles.inherit import FILE, with_inherited
from duizhao.profiles.model import Profile
from duizhao.profiles.toml import check_table, profile_from_table
from duizhao.text.nearest import nearest
from duizhao.text.value import value

DATA = Path(__file__).parent / "data"


@value
class Profiles:
    """Profiles by id, with the tables they were made from: a profile in a user's folder may extend them."""

    by_id: Mapping[str, Profile]
    tables: Mapping[str, Mapping[str, Any]]

    def all(self) -> tuple[Profile, ...]:
        """Every profile in order of id, the user's own first; generic, which fits any statement, comes last."""
        return tuple(self.by_id.values())

    def named(self, id: str) -> Profile:
        """The profile with this id. Raises UnknownName, which suggests the nearest id."""
        if id in self.by_id:
            return self.by_id[id]
        near = nearest(id, self.by_id, 0.4)
        offer = f"是不是“{near}”？" if near else ""
        raise UnknownName(f"没有名为“{id}”的活动模板。{offer}现有：{'、'.join(self.by_id)}")

    def with_folder(self, path: Path) -> Profiles:
        """These profiles and the `*.toml` files of a folder. A file replaces the profile of the same name.

        Raises BadConfiguration with the file, the key and the nearest known key.
        """
        if not path.is_dir():
            raise BadConfiguration(f"{path}：活动模板文件夹不存在，请检查路径")
        return _from_tables({**self.tables, **_tables(path)})

    def with_text(self, id: str, text: str) -> Profiles:
        """These profiles and one in TOML that is not written yet. Raises BadConfiguration."""
        place = Path(f"{id}.toml")
        return _from_tables({**self.tables, id: check_table(toml_tables(text, place), place)})


@cache
def shipped() -> Profiles:
    """The profiles shipped with the program, read once."""
    return _from_tables(_tables(DATA))


def _tables(folder: Path) -> dict[str, Mapping[str, Any]]:
    return {path.stem: check_table(read_toml(path), path) for path in sorted(folder.glob("*.toml"))}


def _from_tables(tables: Mapping[str, Mapping[str, Any]]) -> Profiles:
    # Of two that fit equally well the first is chosen: the user's own.
    ids = sorted(tables, key=lambda id: (id == "generic", tables[id][FILE].parent == DATA, id))
    return Profiles({id: profile_from_table(id, with_inherited(id, tables)) for id in ids}, tables)
