"""What changes in the life of a row, a module for each thing. Each action is one transaction."""

from duizhao.web.rectification.actions.entries import add_entry, mend_entry
from duizhao.web.rectification.actions.files import attach_file, drop_file
from duizhao.web.rectification.actions.moving import move_row
from duizhao.web.rectification.actions.people import choose_people, match_people
from duizhao.web.rectification.actions.postponing import answer_postponement, ask_postponement

__all__ = [
    "add_entry",
    "answer_postponement",
    "ask_postponement",
    "attach_file",
    "choose_people",
    "drop_file",
    "match_people",
    "mend_entry",
    "move_row",
]
