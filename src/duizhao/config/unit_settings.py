"""What a unit sets for itself, as a form shows it, and the files that hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from duizhao.files import toml_tables, toml_text
from duizhao.layout import layout_fields, standard_layout

CONFIGURATION, LAYOUT, WORDING = "duizhao.toml", "版式.toml", "本单位提法.txt"
"""The names of the files, which lie in one folder."""

LAYOUT_TITLE = "本单位版式"
FACES = ".face"
Table = dict[str, Any]


@dataclass(frozen=True, slots=True)
class UnitSettings:
    """What a form about a unit's settings holds. `layout` has the typed text of each figure that is not the standard's.

    `near_days` are the days before a deadline from which it is near, and from which it is approaching, as typed in;
    `ignore` the codes of rules that are off.
    """

    units: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    author: str = ""
    near: str = ""
    approaching: str = ""
    ignore: tuple[str, ...] = ()
    layout: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_files(cls, texts: Mapping[str, str], codes: Iterable[str]) -> UnitSettings:
        """What these files set. Raises BadConfiguration for one that is no TOML.

        `codes` are those of all rules: the files may name a whole family.
        """
        table, layout = _table(texts, CONFIGURATION), _table(texts, LAYOUT)
        days = sorted(each for each in table.get("ledger", {}).get("near-days", []))
        off = tuple(table.get("ignore", ()))
        return cls(
            units=tuple(table.get("units", ())),
            terms=tuple(table.get("terms", ())),
            phrases=tuple(_lines(texts.get(WORDING, ""))),
            author=str(table.get("author", "")),
            near=str(days[0]) if days else "",
            approaching=str(days[1]) if len(days) > 1 else "",
            ignore=tuple(code for code in codes if any(_is_meant(code, each) for each in off)),
            layout={
                each.key: each.words(value)
                for each in layout_fields()
                if (value := _at(layout, each.key)) is not None
            },
        )

    @classmethod
    def from_fields(
        cls, given: Mapping[str, str], on: Iterable[str], codes: Iterable[str]
    ) -> UnitSettings:
        """The fields of a form by name; `on` are the codes of the rules that are ticked."""
        ticked = frozenset(on)
        return cls(
            units=tuple(_lines(given.get("units", ""))),
            terms=tuple(_lines(given.get("terms", ""))),
            phrases=tuple(_lines(given.get("phrases", ""))),
            author=given.get("author", "").strip(),
            near=given.get("near", "").strip(),
            approaching=given.get("approaching", "").strip(),
            ignore=tuple(code for code in codes if code not in ticked),
            layout={
                each.key: typed
                for each in layout_fields()
                if (typed := given.get(each.key, "").strip()) not in ("", each.standard_in_words)
            },
        )

    def to_files(self, texts: Mapping[str, str]) -> dict[str, str]:
        """The texts of the files: what the form does not show stays as it is in `texts`. An empty file is to go."""
        table = _table(texts, CONFIGURATION)
        layout = self._layout(_table(texts, LAYOUT))
        wording = "\n".join(self.phrases) + "\n" if self.phrases else ""
        for key, words in (("units", self.units), ("terms", self.terms), ("ignore", self.ignore)):
            _set(table, key, list(words))
        _set(table, "author", self.author)
        _set(table, "layout", LAYOUT if layout else "")
        _set(table, "ledger.near-days", self._days())
        _set(table, "screen.phrases", [WORDING] if wording else [])
        return {
            CONFIGURATION: toml_text(table) if table else "",
            LAYOUT: toml_text(layout) if layout else "",
            WORDING: wording,
        }

    def _days(self) -> list[Any]:
        given = [each for each in (self.near, self.approaching) if each]
        # What is no number is refused by whoever reads the file.
        return sorted((int(each) if each.isdecimal() else each for each in given), key=str)

    def _layout(self, table: Table) -> Table:
        known = standard_layout().fonts
        for each in layout_fields():
            typed = self.layout.get(each.key, "")
            _set(table, each.key, each.value(typed) if typed else None)
            if typed and each.key.endswith(FACES) and typed not in known:
                table.setdefault("fonts", {}).setdefault(typed, [typed])
        if set(table) <= {"title", "fonts"} and not any(map(self.layout.get, self.layout)):
            return {}
        return {"title": LAYOUT_TITLE, **table}


def fault_of_form(fault: str) -> str:
    """A message about a file of settings, with the keys as the form names them."""
    for each in layout_fields():
        fault = fault.replace(f"“{each.key}”", f"“{each.meaning}”")
    return fault.replace("“near-days”", "“几天算临近”").replace(
        "“ledger.near-days”", "“几天算临近”"
    )


def _table(texts: Mapping[str, str], name: str) -> Table:
    return toml_tables(texts.get(name, ""), Path(name))


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))


def _is_meant(code: str, selector: str) -> bool:
    return code == selector or (
        selector.startswith("DZ") and len(selector) <= 3 and code.startswith(selector)
    )


def _at(table: Mapping[str, Any], key: str) -> Any:
    """The value under a key with dots; None where there is none."""
    found: Any = table
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found.get("value") if isinstance(found, Mapping) else found


def _set(table: Table, key: str, value: Any) -> None:
    """Put a value under a key with dots; nothing, and no table without a value, for an empty one."""
    first, _, rest = key.partition(".")
    if rest:
        inner = table.setdefault(first, {})
        _set(inner, rest, value)
        if not inner:
            del table[first]
    elif value in (None, "", []):
        table.pop(first, None)
    else:
        table[first] = value
