"""A corpus of made-up statements, some copied from others: the same one for the same number and seed.

    corpus = Corpus.of(20_000)
    for text in corpus.texts(): …
    truth(corpus)  # bench.screen.truth

Any text can be made by itself, so that a corpus takes no memory but the list of who copied from whom. Of 20,000
statements 200 each are copies of one of four kinds, and 10 × 40 were written from a template; other sizes in
proportion.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

from bench.screen.planted import Kind
from bench.screen.statement import (
    PARAGRAPHS,
    Author,
    Paragraph,
    Statement,
    assemble,
    author,
    paragraphs,
    replaced,
)
from bench.screen.vocabulary import pools

COPIES = (Kind.CLONE, Kind.PARAGRAPHS, Kind.CLONE_REPLACED, Kind.PARAGRAPHS_REPLACED)
STATEMENTS_PER_COPY = 100
STATEMENTS_PER_TEMPLATE = 2000
MEMBERS = 40
FEWEST = 200
REPLACED = 0.1
COPIED_PARAGRAPHS = 8
OWN_PARAGRAPH = 2
"""Of each three paragraphs in a statement from a template, the one that is its author's own."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a statement was copied from, and how."""

    original: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Corpus:
    """`copies` by the number of the copy, `templates` by the number of a member."""

    documents: int
    seed: int
    copies: Mapping[int, Copy]
    templates: Mapping[int, int]

    @classmethod
    def of(cls, documents: int, seed: int = 1) -> Corpus:
        """Decide who copied from whom. Raises ValueError for fewer than 200 statements."""
        if documents < FEWEST:
            raise ValueError(f"a corpus has at least {FEWEST} statements")
        each, groups = (
            documents // STATEMENTS_PER_COPY,
            max(1, documents // STATEMENTS_PER_TEMPLATE),
        )
        taken = Random(seed).sample(range(documents), 2 * each * len(COPIES) + groups * MEMBERS)
        copies = {}
        for kind in COPIES:
            for _ in range(each):
                original, copy = sorted((taken.pop(), taken.pop()))
                copies[copy] = Copy(original, kind)
        return cls(documents, seed, copies, {n: at // MEMBERS for at, n in enumerate(taken)})

    def texts(self) -> Iterator[str]:
        """All texts in the order of their numbers, each made when it is asked for."""
        return (self.statement(number).text for number in range(self.documents))

    def statement(self, number: int) -> Statement:
        """One statement, always the same."""
        frame = number
        if number in self.templates:
            body = self._from_template(number)
        elif number in self.copies:
            copy = self.copies[number]
            if copy.kind in (Kind.CLONE, Kind.CLONE_REPLACED):
                frame = copy.original
            body = self._copied(number, copy)
        else:
            body = self._own(number)
        return assemble(self._chance(frame, 2), self._author(number), body)

    def copied_paragraphs(self, number: int) -> list[int]:
        """Which paragraphs of a copy are copied, never two in a row."""
        chance = self._chance(number, 3)
        parts = chance.sample(range(PARAGRAPHS // 3), COPIED_PARAGRAPHS)
        return sorted(3 * part + chance.randint(0, 1) for part in parts)

    def _copied(self, number: int, copy: Copy) -> list[Paragraph]:
        if copy.kind is Kind.CLONE:
            return self._own(copy.original, self._author(number))
        if copy.kind is Kind.CLONE_REPLACED:
            return self._replaced(self._own(copy.original, self._author(number)), number)
        body, theirs = self._own(number), self._own(copy.original)
        if copy.kind is Kind.PARAGRAPHS_REPLACED:
            theirs = self._replaced(theirs, number)
        for at in self.copied_paragraphs(number):
            body[at] = theirs[at]
        return body

    def _replaced(self, body: list[Paragraph], number: int) -> list[Paragraph]:
        return list(replaced(body, self._chance(number, 4), REPLACED))

    def _from_template(self, number: int) -> list[Paragraph]:
        """The template's paragraphs, other places filled in, and each third one the author's own."""
        template = Random(-1 - self.templates[number] - self.seed * 1_000_000)
        blanks = self._chance(number, 5).choices(pools().places, k=PARAGRAPHS)
        who = self._author(number)
        skeleton, own = paragraphs(template, who, blanks), self._own(number)
        return [(own if at % 3 == OWN_PARAGRAPH else skeleton)[at] for at in range(PARAGRAPHS)]

    def _own(self, number: int, who: Author | None = None) -> list[Paragraph]:
        return paragraphs(self._chance(number, 1), who or self._author(number))

    def _author(self, number: int) -> Author:
        return author(self._chance(number, 0))

    def _chance(self, number: int, matter: int) -> Random:
        return Random((self.seed * 1_000_000 + number) * 8 + matter)
