"""What there is of the statements of a meeting beyond their files: who answers for them, what reviewers say of them."""

from duizhao.web.submissions.models.decision import (
    REASON_CHARACTERS,
    ReasonState,
    ReturnReason,
    ReviewDecision,
    ReviewOutcome,
)
from duizhao.web.submissions.models.submission import TEAM, HandIn, Submission, SubmissionState
from duizhao.web.submissions.models.text_comment import (
    COMMENT_CHARACTERS,
    AnsweredPoint,
    CommentAnswer,
    PointSource,
    TextComment,
)

__all__ = [
    "COMMENT_CHARACTERS",
    "REASON_CHARACTERS",
    "TEAM",
    "AnsweredPoint",
    "CommentAnswer",
    "HandIn",
    "PointSource",
    "ReasonState",
    "ReturnReason",
    "ReviewDecision",
    "ReviewOutcome",
    "Submission",
    "SubmissionState",
    "TextComment",
]
