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
from duizhao.web.archive.actions.removals import (
    confirm_removal,
    decline_removal,
    keep_periods,
    propose_removal,
    remove_on_desk,
)

__all__ = [
    "begin_archive",
    "begin_intake",
    "confirm_removal",
    "count_pieces",
    "decline_removal",
    "drop_intake",
    "fail_archive",
    "finish_archive",
    "keep_periods",
    "propose_removal",
    "remove_archive",
    "remove_on_desk",
    "stop_archive",
]
