"""The values of a ledger: its rows, typed, and what belongs to no row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from duizhao.process import RowState
from duizhao.text import Span
from duizhao.text.paragraph_place import ParagraphPlace


class RowOrigin(Enum):
    """Where the problem of a row comes from. A ledger may hold other words, which people fill in."""

    FOUND = "查摆"
    OPINION = "征求意见"
    TALK = "谈心谈话"
    CRITICISM = "相互批评"
    INSPECTION = "巡视巡察"
    SUPERIOR = "上级点明"
    AUDIT = "审计"
    PETITION = "信访"
    STUDY = "主题教育查摆"


class DeadlineKind(Enum):
    """What kind of deadline a measure names in words."""

    AT_ONCE = "立行立改"
    IN_STAGES = "阶段"
    STANDING = "长期坚持"


class DisclosureScope(Enum):
    """Who may see a row when the results are announced."""

    NOBODY = "不公开"
    TEAM = "班子内部"
    UNIT = "单位内部"
    PUBLIC = "向社会公开"


@dataclass(frozen=True, slots=True)
class RowMeasure:
    """A measure in the statement's own words, with what it states about owner, deadline and result.

    `deadline` holds the words, `due` the last day they name for certain, `kinds` the kinds of deadline they name.
    """

    text: str
    goal: str = ""
    mark: str = ""
    leader: str = ""
    department: str = ""
    partner: str = ""
    owner: str = ""
    deadline: str = ""
    kinds: tuple[DeadlineKind, ...] = ()
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDraft:
    """What a statement gives for one row, before the row has an id.

    `is_problem` is False for a measure that answers no problem. The id is made of `claim`; `text` is the whole point
    without its number, `sentence` the point as it stands in the text at `span`. `basis` holds a line for each cause and
    measure: why it is taken to answer the problem. `person` is who signs, with the office in brackets.
    """

    is_problem: bool
    claim: str
    text: str
    place: ParagraphPlace
    span: Span
    sentence: str
    person: str = ""
    aspect: str = ""
    problem: str = ""
    example: str = ""
    causes: tuple[str, ...] = ()
    measures: tuple[RowMeasure, ...] = ()
    basis: tuple[str, ...] = ()

    @property
    def due(self) -> date | None:
        """The last day of all measures: only then the row is done."""
        return max((measure.due for measure in self.measures if measure.due), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(RowDraft):
    """A row of a ledger. Its id is the same in the workbook, at every update, and in every other place that keeps it.

    `file` is the label of the row's statement. The fields after it are filled in by people, `change` by an update.
    """

    id: str
    file: str
    origin: RowOrigin = RowOrigin.FOUND
    state: RowState = RowState.NOT_STARTED
    progress: str = ""
    evidence: tuple[str, ...] = ()
    done: date | None = None
    unfinished: str = ""
    postponed: date | None = None
    acceptor: str = ""
    closed: date | None = None
    reply: str = ""
    recurrence: str = ""
    scope: DisclosureScope | None = None
    category: str = ""
    remark: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class LooseCause:
    """A cause that answers no problem."""

    place: ParagraphPlace
    text: str


@dataclass(frozen=True, slots=True)
class FileExtract:
    """What one file gives for a ledger; `aspects` are the names its profiles ask for, in their order.

    `is_statement` is False if nothing in the file was recognised as a statement. `is_report` is True if it reports
    measures that were taken, as a report on an inspection does, and promises none.
    """

    name: str
    is_statement: bool = True
    is_report: bool = False
    drafts: tuple[RowDraft, ...] = ()
    loose: tuple[LooseCause, ...] = ()
    aspects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows in the order of the files and then of the text, and the causes that answer no problem.

    `files` are the labels of all files that were read, also of those without a row; `unread` those of files that could
    not be read. `loose` pairs each cause with the label of its file; `aspects` are the names of all profiles.
    """

    rows: tuple[Row, ...]
    files: tuple[str, ...] = ()
    loose: tuple[tuple[str, LooseCause], ...] = ()
    aspects: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
