"""The id of a row: made of what the problem claims, so that it stays when the text around it changes.

docs/decisions/ledger-identity.md says why.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from pathlib import PurePosixPath

from duizhao.ledger.row import Row, RowDraft

# Crockford's base 32: no I, L, O or U, which people mistake when they read an id aloud.
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8


def identified(drafts: Iterable[tuple[str, RowDraft]]) -> Iterator[Row]:
    """Each draft with the label of its file, as a row with its id."""
    pairs = list(drafts)
    claims = Counter((label, draft.is_problem, plain(draft.claim)) for label, draft in pairs)
    taken: set[str] = set()
    for label, draft in pairs:
        is_alone = claims[label, draft.is_problem, plain(draft.claim)] == 1
        # Two with one claim are told apart by all they say, and neither keeps the short key: else they could swap ids.
        key = (plain(draft.claim),) if is_alone else (plain(draft.claim), plain(draft.text))
        found = _free(draft, (_stem(label), *key), taken)
        taken.add(found)
        yield _row(draft, found, label)


def _row(draft: RowDraft, found: str, label: str) -> Row:
    known = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return Row(id=found, file=label, **known)


def another(row: Row, taken: AbstractSet[str]) -> Row:
    """The row, with the next id for its words where its own is taken by another row."""
    count = 0
    found = row.id
    while found in taken:
        count += 1
        found = _id(row.is_problem, (_stem(row.file), plain(row.claim), "", str(count)))
    return replace(row, id=found)


def plain(text: str) -> str:
    """The text without its blanks: line breaks and spaces move when a file is saved in another format."""
    return "".join(text.split())


def _free(draft: RowDraft, key: tuple[str, ...], taken: set[str]) -> str:
    """The id for a key; the same words said again in the same file count on, in text order."""
    count = 0
    while True:
        found = _id(draft.is_problem, (*key, str(count)) if count else key)
        if found not in taken:
            return found
        count += 1


def _id(is_problem: bool, key: tuple[str, ...]) -> str:
    data = "\0".join(key).encode("utf-8", "surrogatepass")
    number = int.from_bytes(hashlib.sha256(data).digest()[:5])
    letters = (LETTERS[number >> 5 * place & 31] for place in range(LENGTH))
    return f"{'P' if is_problem else 'M'}-{''.join(letters)}"


def _stem(label: str) -> str:
    """A label without its suffix: the .doc of a text becomes its .docx, and the problem is the same."""
    return str(PurePosixPath(label).with_suffix(""))
