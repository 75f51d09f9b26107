"""How the author of a statement parts points, as a first labelling of its sentences shows it.

Who tells one matter over five sentences does so again, and who writes a list in one paragraph does so in the next one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

HABIT = "@A"
"""What the pieces begin with that tell of such a habit."""
KINDS = "pcm"
FEW_SENTENCES, PARTS = 5, 4


def habits_of(labels: str, places: Sequence[str], sections: Sequence[int]) -> Iterator[list[str]]:
    """For each sentence pieces that tell how sentences of each kind begin points or go on, in this statement.

    `places` has for each sentence + where a paragraph begins with it, - else, and # behind it for a number; `sections`
    a number that those below one title share, 0 for a title. For each kind: i and u for the sentences inside of
    paragraphs, u for those behind a number; v for those that begin a paragraph. K for the kinds that the paragraph has,
    S for what most others below the same title tell, B and N for the beginnings of the paragraphs before and behind.
    """
    behind = list(_behind_number(places))
    shared: list[tuple[str, str, str, str]] = []
    for kind in KINDS:
        own = [at for at, label in enumerate(labels) if label.lower() == kind]
        inside = [at for at in own if places[at] == "-"]
        shared.append(
            (
                kind,
                _part(labels, inside),
                _part(labels, [at for at in inside if behind[at]]),
                _part(labels, [at for at in own if at and places[at] == "+"]),
            )
        )
    paragraph = _kinds_of_paragraphs(labels, places)
    beside = _of_beginnings(labels, places)
    most = _most_below_title(labels, sections)
    for at, place in enumerate(places):
        found = [f"{HABIT}K{paragraph[at]}{place[0]}", *beside.get(at, ())]
        if most[at]:
            found += (f"{HABIT}S{most[at]}", f"{HABIT}S{most[at]}{place[-1]}")
        for kind, inside_, numbered, begins in shared:
            found += (
                f"{HABIT}i{kind}{inside_}{place[-1]}",
                f"{HABIT}u{kind}{numbered}{place[-1]}{behind[at]:d}",
                f"{HABIT}v{kind}{begins}{place[-1]}",
            )
        yield found


def _behind_number(places: Sequence[str]) -> Iterator[bool]:
    """Whether each sentence has a number, or stands behind one in its paragraph."""
    found = False
    for place in places:
        found = place[-1] == "#" or (found and place == "-")
        yield found


def _part(labels: str, chosen: Sequence[int]) -> str:
    """Which part of the sentences at these places begin a point, in quarters; + behind it for more than a few."""
    begins = sum(labels[at].isupper() for at in chosen)
    if len(chosen) < 2:
        return "io"[begins] if chosen else "x"
    return f"{int(PARTS * begins / len(chosen) + 0.5)}{'+' if len(chosen) > FEW_SENTENCES else ''}"


def _kinds_of_paragraphs(labels: str, places: Sequence[str]) -> list[str]:
    """For each sentence the kinds that its paragraph has."""
    numbers: list[int] = []
    for place in places:
        numbers.append((numbers[-1] if numbers else 0) + (place[0] == "+"))
    found: list[str] = []
    for _, paragraph in groupby(range(len(places)), numbers.__getitem__):
        inside = list(paragraph)
        kinds = {labels[at].lower() for at in inside}
        found += ["".join(each for each in KINDS if each in kinds)] * len(inside)
    return found


def _of_beginnings(labels: str, places: Sequence[str]) -> dict[int, tuple[str, str]]:
    """For the sentences that begin paragraphs, what the beginnings of those before and behind tell."""
    begins = [at for at, place in enumerate(places) if place[0] == "+"]
    kinds = ["^", "^", *(labels[at].lower() for at in begins), "$"]
    return {
        at: (f"{HABIT}N{before}{behind}", f"{HABIT}B{earlier}{before}")
        for at, earlier, before, behind in zip(begins, kinds, kinds[1:], kinds[3:], strict=False)
    }


def _most_below_title(labels: str, sections: Sequence[int]) -> list[str]:
    """For each sentence the kind that most others below its title tell, and which part of them, in thirds."""
    below: dict[int, Counter[str]] = {}
    for label, section in zip(labels, sections, strict=True):
        if section and label != "O":
            below.setdefault(section, Counter())[label.lower()] += 1
    most = {
        (section, own): _most(kinds - Counter(own))
        for section, kinds in below.items()
        for own in ("o", *kinds)
    }
    return [
        most.get((section, label.lower()), "")
        for label, section in zip(labels, sections, strict=True)
    ]


def _most(others: Counter[str]) -> str:
    """The kind of most, and which part has it, in thirds; nothing for a single one."""
    count = others.total()
    if count < 2:
        return ""
    kind = max(KINDS, key=others.__getitem__)
    return f"{kind}{3 * others[kind] // count}"
