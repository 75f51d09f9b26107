"""What changes in archives, a module for each thing. Each action is one transaction."""

from duizhao.web.archive.actions.archives import (
    begin_archive,
    count_pieces,
    fail_archive,
    finish_archive,
    remove_archive,
    stop_archive,
)

__all__ = [
    "begin_archive",
    "count_pieces",
    "fail_archive",
    "finish_archive",
    "remove_archive",
    "stop_archive",
]
