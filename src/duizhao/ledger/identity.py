"""The id of a row: a hash of what the problem claims, so that it stays when the text around the claim changes.

See docs/decisions/ledger-identity.md for the reasons.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from pathlib import PurePosixPath

from duizhao.ledger.row import Row, RowDraft

# Crockford's base 32: no I, L, O or U, which people mistake when they read an id aloud.
ID_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
ID_LENGTH = 8


def rows_with_ids(drafts: Iterable[tuple[str, RowDraft]]) -> Iterator[Row]:
    """Rows with their ids, from drafts that are paired with the label of their file."""
    pairs = list(drafts)
    claims = Counter(
        (label, draft.is_problem, without_blanks(draft.claim)) for label, draft in pairs
    )
    taken: set[str] = set()
    for label, draft in pairs:
        is_alone = claims[label, draft.is_problem, without_blanks(draft.claim)] == 1
        # Two drafts with one claim differ by their whole text. Neither gets the short key, or they could swap ids.
        key = (
            (without_blanks(draft.claim),)
            if is_alone
            else (without_blanks(draft.claim), without_blanks(draft.text))
        )
        found = _free_id(draft, (_stem(label), *key), taken)
        taken.add(found)
        yield _with_id(draft, found, label)


def _with_id(draft: RowDraft, found: str, label: str) -> Row:
    known = {field.name: getattr(draft, field.name) for field in fields(draft)}
    return Row(id=found, file=label, **known)


def with_free_id(row: Row, taken: AbstractSet[str]) -> Row:
    """The row, with the next id for its words if another row has its id."""
    count = 0
    found = row.id
    while found in taken:
        count += 1
        found = _id(row.is_problem, (_stem(row.file), without_blanks(row.claim), "", str(count)))
    return replace(row, id=found)


def without_blanks(text: str) -> str:
    """The text without blanks: line breaks and spaces move when a file is saved in another format."""
    return "".join(text.split())


def _free_id(draft: RowDraft, key: tuple[str, ...], taken: set[str]) -> str:
    """The id for a key. Ids of the same words in the same file are counted in text order."""
    count = 0
    while True:
        found = _id(draft.is_problem, (*key, str(count)) if count else key)
        if found not in taken:
            return found
        count += 1


def _id(is_problem: bool, key: tuple[str, ...]) -> str:
    data = "\0".join(key).encode("utf-8", "surrogatepass")
    number = int.from_bytes(hashlib.sha256(data).digest()[:5])
    # Eight letters of 5 bits each: 40 bits of the hash.
    letters = (ID_LETTERS[number >> 5 * place & 31] for place in range(ID_LENGTH))
    return f"{'P' if is_problem else 'M'}-{''.join(letters)}"


def _stem(label: str) -> str:
    """A label without its suffix: a .doc may become a .docx, and the problem is the same."""
    return str(PurePosixPath(label).with_suffix(""))


def new_id(taken: AbstractSet[str]) -> str:
    """An id for a row that somebody adds by hand, which no statement gives."""
    while True:
        found = f"P-{''.join(secrets.choice(ID_LETTERS) for _ in range(ID_LENGTH))}"
        if found not in taken:
            return found
