"""What changes in archives, a module for each thing. Each action is one transaction."""

from duizhao.web.archive.actions.archives import (
    begin_archive,
    count_pieces,
    fail_archive,
    finish_archive,
    remove_archive,
    stop_archive,
)
from duizhao.web.archive.actions.intakes import begin_intake, drop_intake

__all__ = [
    "begin_archive",
    "begin_intake",
    "count_pieces",
    "drop_intake",
    "fail_archive",
    "finish_archive",
    "remove_archive",
    "stop_archive",
]
