"""A row of the ledger as a form: a field for each column that people fill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from duizhao.ledger.column import COLUMN_BY_KEY, CellForm
from duizhao.ledger.deadline import as_day
from duizhao.ledger.hand_in import FILLED_KEYS, ReturnedLedger, plan_return
from duizhao.ledger.plan import Cells
from duizhao.ledger.typed_state import HeldBack

AT_HAND = (
    "status", "owner", "leader", "department", "partner", "deadline", "due", "postponed", "progress", "done",
    "unfinished", "evidence", "acceptor", "closed", "remark",
)  # fmt: skip
"""What is filled while a row is worked on; all else stands folded below."""
FIRST_OF_NEW = ("problem", "example", "causes", "measures", "person", "aspect", "origin")
"""What a row that is added begins with."""
WIDE = frozenset(("problem", "example", "causes", "measures", "progress", "evidence", "goal"))


@dataclass(frozen=True, slots=True)
class CellField:
    """A field of the form. `theirs` is what somebody else has written there in the meantime, if it is another text."""

    key: str
    value: str
    theirs: str | None = None

    @property
    def head(self) -> str:
        return COLUMN_BY_KEY[self.key].head

    @property
    def choices(self) -> tuple[str, ...]:
        """The words to choose from, the one that is there among them."""
        offered = COLUMN_BY_KEY[self.key].choices
        return offered if not offered or self.value in ("", *offered) else (self.value, *offered)

    @property
    def kind(self) -> str:
        """How it is typed in: date, choice, line or text."""
        column = COLUMN_BY_KEY[self.key]
        if column.form is CellForm.DATE and (not self.value or as_day(self.value)):
            return "date"
        if column.choices:
            return "choice"
        return "text" if column.form is CellForm.TEXT or "\n" in self.value else "line"

    @property
    def is_wide(self) -> bool:
        return self.key in WIDE

    @property
    def rows(self) -> int:
        """Lines of the field, enough for most of its text."""
        return min(max(2, self.value.count("\n") + len(self.value) // 30 + 1), 10)


def fields(
    cells: Cells, theirs: Mapping[str, str] | None = None, *, is_new: bool = False
) -> dict[str, list[CellField]]:
    """The fields of a row: those at hand, and the others."""
    other = theirs or {}
    at_hand = (*FIRST_OF_NEW, *AT_HAND) if is_new else AT_HAND
    made = {key: CellField(key, cells.get(key, ""), other.get(key)) for key in FILLED_KEYS}
    return {
        "at_hand": [made[key] for key in at_hand],
        "others": [each for key, each in made.items() if key not in at_hand],
    }


def filled(post: Mapping[str, str], cells: Cells) -> dict[str, str]:
    """The cells with what a form gives for them. A field marked as theirs keeps what is there."""
    given = {
        key: post[key].replace("\r\n", "\n").strip()
        for key in FILLED_KEYS
        if key in post and post.get(f"pick-{key}") != "theirs"
    }
    # A cell whose text has not changed keeps its blanks.
    return {
        **cells,
        **{key: text for key, text in given.items() if text != cells.get(key, "").strip()},
    }


def joined(
    id: str, mine: Cells, before: Cells, theirs: Cells
) -> tuple[dict[str, str], dict[str, str]]:
    """Both changes of a row joined, and where they cannot be: what the other has written, by key."""
    returned = ReturnedLedger(({**mine, "id": id},), frozenset(mine))
    plan = plan_return(returned, {id: before}, {id: theirs})
    cells = {**theirs, **{edit.key: edit.after for edit in plan.edits}}
    cells |= {conflict.key: conflict.returned for conflict in plan.conflicts}
    return cells, {conflict.key: conflict.here for conflict in plan.conflicts}


def heads(keys: Iterable[str]) -> str:
    """The heads of columns, as a sentence names them."""
    return "、".join(f"“{COLUMN_BY_KEY[key].head}”" for key in keys)


def refusal_words(held: HeldBack) -> str:
    """Why what was typed is not taken, and where it can be done."""
    return "；".join(held.reasons) + "。要写理由、要人同意的，到这一行的“经过”里办。"
