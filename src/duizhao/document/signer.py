"""Who signs: the person and the unit that a role line or a signature names beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from duizhao.document.people import (
    COMPOUND_SURNAMES,
    HAN,
    OFFICES,
    PARTY_BODIES,
    PERSON_LABELS,
    PLACEHOLDERS,
    TEAMS,
    UNIT_LABELS,
    UNITS,
    alternatives,
    personal_name,
)

BLANK = "[ \u3000\t]"
UNFILLED = re.compile(f"[{PLACEHOLDERS}_]")
COMPOUND = re.compile(f"(?:{alternatives(COMPOUND_SURNAMES)}){HAN}{{1,2}}")
# 阿卜杜拉·买买提: the dot makes it a name whatever the characters.
DOTTED = re.compile(f"{HAN}{{2,8}}[·•]{HAN}{{2,8}}")
NAMED = re.compile(f"{HAN}{{2,4}}")

FIELD = re.compile(
    f"({alternatives(PERSON_LABELS, UNIT_LABELS)}|职务)[：:]{BLANK}*"
    f"([^：:]+?)(?={BLANK}+[^ \u3000\t：:]{{2,5}}[：:]|\\Z)"
)
BODY = f"(?:机关)?(?:{alternatives(PARTY_BODIES, TEAMS)})"
OFFICE = f"(?:{BODY})?(?:常务)?副?(?:{alternatives(OFFICES)})"
HOLDS = re.compile(f"({HAN}{{2,20}}?(?:{alternatives(UNITS)}))(?={OFFICE})")
WHOLE = re.compile(f"(?:中共)?({HAN}{{2,20}}?(?:{alternatives(UNITS)}))(?:{BODY})?")
ENDS_IN_OFFICE = re.compile(f".*(?:{alternatives(OFFICES, UNITS)})")


@dataclass(frozen=True, slots=True)
class Signer:
    """What a line says of who signs; an empty field is not known."""

    person: str = ""
    unit: str = ""


def signer(line: str) -> Signer:
    """The person and the unit that a role line or a signature names. What is not sure is left empty."""
    words = line.strip("（()） \u3000\t")
    fields = dict(FIELD.findall(words))
    if fields:
        persons = [_labelled(fields[word]) for word in PERSON_LABELS if word in fields]
        units = [_unit(fields[word]) for word in UNIT_LABELS if word in fields]
        return Signer(next(iter(persons), ""), next(filter(None, units), ""))
    person, rest = next(_parted(words), ("", words))
    return Signer(person, _unit(rest))


def _parted(words: str) -> Iterator[tuple[str, str]]:
    """A name and what stands before or behind it, where a blank or colon between them shows where it ends."""
    if name := _name(words):
        yield name, ""
    # 周　明: a name of two characters is often spread out to the width of three.
    for gap in re.finditer(f"{BLANK}+|{BLANK}*[：:]{BLANK}*", words):
        before, after = words[: gap.start()], words[gap.end() :]
        if ENDS_IN_OFFICE.fullmatch(before) and (name := _name(after)):
            yield name, before
        if ENDS_IN_OFFICE.fullmatch(after) and (name := _name(before)):
            yield name, after


def _name(words: str) -> str:
    """A name that shows itself to be one: by its surname, or its dot."""
    if UNFILLED.search(words) or not (
        personal_name().fullmatch(words) or COMPOUND.fullmatch(words) or DOTTED.fullmatch(words)
    ):
        return ""
    return "".join(words.split())


def _labelled(words: str) -> str:
    """A name behind its label, whatever its surname."""
    name = "".join(words.split())
    if UNFILLED.search(name):
        return ""
    return name if NAMED.fullmatch(name) or DOTTED.fullmatch(name) else ""


def _unit(words: str) -> str:
    """The unit that an office is held in, or that stands alone; a section of a unit is not told apart from it."""
    words = words.strip()
    found = HOLDS.match(words) or WHOLE.fullmatch(words)
    return found[1] if found and not UNFILLED.search(found[1]) else ""
