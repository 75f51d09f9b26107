"""What changes in the life of a row, a module for each thing. Each action is one transaction."""

from duizhao.web.rectification.actions.entries import mend_progress, report_progress
from duizhao.web.rectification.actions.files import drop_file
from duizhao.web.rectification.actions.moving import move_row
from duizhao.web.rectification.actions.people import choose_people, match_people
from duizhao.web.rectification.actions.postponing import answer_postponement, ask_postponement
from duizhao.web.rectification.actions.sources import (
    add_named_row,
    add_source,
    carry_rows,
    drop_source,
)
from duizhao.web.rectification.actions.undoing import undo_move, undoable_move

__all__ = [
    "add_named_row",
    "add_source",
    "answer_postponement",
    "ask_postponement",
    "carry_rows",
    "choose_people",
    "drop_file",
    "drop_source",
    "match_people",
    "mend_progress",
    "move_row",
    "report_progress",
    "undo_move",
    "undoable_move",
]
