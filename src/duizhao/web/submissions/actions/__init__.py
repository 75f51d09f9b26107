"""What changes in the statements of a meeting, a module for each thing. Each action is one transaction."""

from duizhao.web.submissions.actions.comments import add_comment, answer_comment, resolve_comment
from duizhao.web.submissions.actions.decisions import accept, judge_reason, return_statement
from duizhao.web.submissions.actions.owners import bind, hand_in, renew, take_from
from duizhao.web.submissions.actions.points import answer_point, open_point
from duizhao.web.submissions.actions.state import OvertakenSubmission

__all__ = [
    "OvertakenSubmission",
    "accept",
    "add_comment",
    "answer_comment",
    "answer_point",
    "bind",
    "hand_in",
    "judge_reason",
    "open_point",
    "renew",
    "resolve_comment",
    "return_statement",
    "take_from",
]
