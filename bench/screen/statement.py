"""One made-up statement: paragraphs of one's own in the frame that everybody uses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from bench.screen.vocabulary import pools
from bench.screen.wording import OPENING, STOCK, STOCK_SHARE, TITLE, inserted

# Short ones: the longer they are, the fewer own characters make 20 equal ones.
ASPECTS = ("学习", "政治", "能力", "担当", "作风", "廉洁")
NUMERALS = "一二三四五六七"
HEADINGS = {
    **{3 * at: f"（{NUMERALS[at]}）{aspect}\n" for at, aspect in enumerate(ASPECTS)},
    18: "二、原因\n",
    22: "三、整改\n",
}
MARKERS = (
    *(f"{NUMERALS[at % 3]}是" for at in range(18)),
    *(f"（{NUMERALS[at]}）" for at in range(4)),
    *(f"{NUMERALS[at]}要" for at in range(6)),
)
PARAGRAPHS = len(MARKERS)
CLAUSES = 9
BLANK = 4
"""The clause of each paragraph that a template leaves open, or that names the author's unit."""


@dataclass(frozen=True, slots=True)
class Author:
    """The person who writes, which a clone swaps."""

    person: str
    unit: str
    year: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Own words, wording that everybody uses (or none), own words."""

    before: str
    wording: str
    after: str

    def text(self) -> str:
        return self.before + self.wording + self.after


@dataclass(frozen=True, slots=True)
class Statement:
    """A text and, for each of its paragraphs, where it starts and ends."""

    text: str
    places: tuple[tuple[int, int], ...]


def author(chance: Random) -> Author:
    stock = pools()
    return Author(
        chance.choice(stock.people),
        chance.choice(stock.places) + chance.choice(stock.bureaus),
        chance.randint(2019, 2024),
    )


def paragraphs(chance: Random, who: Author, blanks: Sequence[str] | None = None) -> list[Paragraph]:
    """The paragraphs that `chance` gives; what names the author, or fills in `blanks`, is all that differs."""
    count = PARAGRAPHS * CLAUSES
    stock = pools()
    leads = chance.choices(stock.leads, k=count)
    # After a heading, which all have, no date: they are few, and 20 equal characters would come about.
    leads[::CLAUSES] = chance.choices(stock.places, k=PARAGRAPHS)
    leads[BLANK::CLAUSES] = blanks or _named(chance, who)
    deeds, verdicts = chance.choices(stock.deeds, k=count), chance.choices(stock.verdicts, k=count)
    clauses = [a + b + c for a, b, c in zip(leads, deeds, verdicts, strict=True)]
    wordings = chance.choices(inserted(), k=PARAGRAPHS)
    used = chance.choices((True, False), (9, 19), k=PARAGRAPHS)
    return [
        _paragraph(clauses[at * CLAUSES : (at + 1) * CLAUSES], wordings[at] if used[at] else "")
        for at in range(PARAGRAPHS)
    ]


def _named(chance: Random, who: Author) -> list[str]:
    names = (who.unit, f"{who.year}年", f"{who.unit}{who.person}", f"{who.year}年我")
    return chance.choices(names, k=PARAGRAPHS)


def _paragraph(clauses: list[str], wording: str) -> Paragraph:
    head, *body = clauses
    before = f"{head}。{'，'.join(body[:3])}。{'，'.join(body[3:5])}{'，' if wording else '。'}"
    return Paragraph(before, wording, f"{'，' if wording else ''}{'，'.join(body[5:])}。\n")


def assemble(chance: Random, who: Author, body: Sequence[Paragraph]) -> Statement:
    """The paragraphs in their frame: title, opening, headings, signature."""
    pieces = [_opening(chance, who)]
    at = len(pieces[0])
    places = []
    for number, paragraph in enumerate(body):
        frame = HEADINGS.get(number, "") + MARKERS[number]
        text = paragraph.text()
        start = at + len(frame)
        at = start + len(text)
        places.append((start, at - 1))
        pieces += (frame, text)
    return Statement("".join([*pieces, _signature(who)]), tuple(places))


def _opening(chance: Random, who: Author) -> str:
    stock = "".join(each for each in STOCK if chance.random() < STOCK_SHARE)
    return f"{who.year}{TITLE}\n{who.unit} {who.person}\n{stock}{OPENING}"


def _signature(who: Author) -> str:
    return f"{who.unit}{who.person}\n"


def replaced(body: Sequence[Paragraph], chance: Random, share: float) -> Iterator[Paragraph]:
    """Paragraphs with a share of their own characters replaced by others; set wording stays."""
    for each in body:
        yield Paragraph(
            _replaced(each.before, chance, share),
            each.wording,
            _replaced(each.after, chance, share),
        )


COMMON = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面"


def _replaced(text: str, chance: Random, share: float) -> str:
    letters = list(text)
    inner = range(len(letters) - text.endswith("\n"))
    for at in chance.sample(inner, round(share * len(inner))):
        letters[at] = chance.choice([each for each in COMMON if each != letters[at]])
    return "".join(letters)
