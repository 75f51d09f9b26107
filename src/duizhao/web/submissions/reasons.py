"""The reasons for which a statement was returned, as its page lists them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from duizhao.web.desk.models import Version
from duizhao.web.submissions.criteria import BY_ID
from duizhao.web.submissions.models import ReasonState, ReturnReason, Submission
from duizhao.web.submissions.queries import reasons_of


@dataclass(frozen=True, slots=True)
class ReasonEvidence:
    """A reason, and what the later version shows of it; `suggests` is a state of reasons, empty if it shows nothing."""

    reason: ReturnReason
    words: str = ""
    suggests: str = ""

    @property
    def is_open(self) -> bool:
        return self.reason.state != ReasonState.MET

    @property
    def question(self) -> str:
        criterion = BY_ID.get(self.reason.criterion)
        return criterion.question if criterion else ""


def reasons_shown(submission: Submission, shown: Version) -> dict[str, Any]:
    """The reasons of a statement as its page lists them, and whether a later version can be compared."""
    reasons = [ReasonEvidence(each) for each in reasons_of(submission)]
    is_later = any(each.reason.decision.number < shown.number for each in reasons)
    return {"reasons": reasons, "is_later": is_later}
