"""How the author of a statement parts points, as a first labelling of its sentences shows it.

Who tells one matter over five sentences does so again, and who writes a list in one paragraph does so in the next one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

HABIT = "@A"
"""What the pieces begin with that tell of such a habit."""
KINDS = "pcm"
FEW_SENTENCES, PARTS = 5, 4


def habits_of(labels: str, places: Sequence[str]) -> Iterator[list[str]]:
    """For each sentence pieces that tell how sentences of each kind begin points or go on, in this statement.

    `places` has for each sentence + where a paragraph begins with it, - else, and # behind it for a number. For each
    kind: i and u for the sentences inside of paragraphs, u for those behind a number; v for those that begin a
    paragraph. K for the kinds that the paragraph has.
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
    for at, place in enumerate(places):
        found = [f"{HABIT}K{paragraph[at]}{place[0]}"]
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
