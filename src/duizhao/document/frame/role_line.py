"""The person and the unit that a role line or a signature names beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from duizhao.document.people import (
    COMPOUND_SURNAMES,
    HAN,
    OFFICES,
    PARTY_BODIES,
    PERSON_LABELS,
    TEAMS,
    UNFILLED,
    UNIT_LABELS,
    UNITS,
    alternatives,
    personal_name,
)
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

BLANK = "[ \u3000\t]"
COMPOUND = LazyPattern(f"(?:{alternatives(COMPOUND_SURNAMES)}){HAN}{{1,2}}")
# 阿卜杜拉·买买提: the dot makes it a name whatever the characters.
DOTTED = LazyPattern(f"{HAN}{{2,8}}[·•]{HAN}{{2,8}}")
NAMED = LazyPattern(f"{HAN}{{2,4}}")

FIELD = LazyPattern(
    f"({alternatives(PERSON_LABELS, UNIT_LABELS)}|职务)[：:]{BLANK}*"
    f"([^：:]+?)(?={BLANK}+[^ \u3000\t：:]{{2,5}}[：:]|\\Z)"
)
BODY = f"(?:机关)?(?:{alternatives(PARTY_BODIES, TEAMS)})"
OFFICE = f"(?:{BODY})?(?:常务)?副?(?:{alternatives(OFFICES)})"
HOLDS = LazyPattern(f"({HAN}{{2,20}}?(?:{alternatives(UNITS)}))(?={OFFICE})")
WHOLE = LazyPattern(f"(?:中共)?({HAN}{{2,20}}?(?:{alternatives(UNITS)}))(?:{BODY})?")
ENDS_IN_OFFICE = LazyPattern(f".*(?:{alternatives(OFFICES, UNITS)})")


@value
class RoleLine:
    """The person and the unit that a line names; empty if unknown."""

    person: str = ""
    unit: str = ""


def parse_role_line(line: str) -> RoleLine:
    """The person and the unit that a role line or a signature names. What is not certain is left empty."""
    words = line.strip("（()） \u3000\t")
    fields = dict(FIELD.findall(words))
    if fields:
        persons = [_labelled(fields[word]) for word in PERSON_LABELS if word in fields]
        units = [_unit(fields[word]) for word in UNIT_LABELS if word in fields]
        return RoleLine(next(iter(persons), ""), next(filter(None, units), ""))
    person, rest = next(_parted(words), ("", words))
    return RoleLine(person, _unit(rest))


def _parted(words: str) -> Iterator[tuple[str, str]]:
    """A name and the text before or behind it, if a blank or colon separates them."""
    if name := _name(words):
        yield name, ""
    # 周　明: a name of two characters is often spread out to the width of three. 周明（局长: the end is cut off.
    for gap in re.finditer(f"{BLANK}+|{BLANK}*[：:（(]{BLANK}*", words):
        before, after = words[: gap.start()], words[gap.end() :]
        if ENDS_IN_OFFICE.fullmatch(before) and (name := _name(after)):
            yield name, before
        if ENDS_IN_OFFICE.fullmatch(after) and (name := _name(before)):
            yield name, after


def _name(words: str) -> str:
    """`words` as a name, if a surname or a dot shows that they are one; else empty."""
    if UNFILLED.search(words) or not (
        personal_name().fullmatch(words) or COMPOUND.fullmatch(words) or DOTTED.fullmatch(words)
    ):
        return ""
    return "".join(words.split())


def _labelled(words: str) -> str:
    """`words` behind a label as a name, of any surname; empty if they cannot be one."""
    name = "".join(words.split())
    if UNFILLED.search(name):
        return ""
    return name if NAMED.fullmatch(name) or DOTTED.fullmatch(name) else ""


def _unit(words: str) -> str:
    """The unit of an office, or a unit alone. A section of a unit counts as part of its name."""
    words = words.strip()
    found = HOLDS.match(words) or WHOLE.fullmatch(words)
    return found[1] if found and not UNFILLED.search(found[1]) else ""
