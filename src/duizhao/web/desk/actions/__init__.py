"""What changes on the desk, a module for each thing. Each action is one transaction."""

from duizhao.web.desk.actions.batches import begin_batch, clear, rename, stop_reading
from duizhao.web.desk.actions.files import (
    keep_facts,
    mark,
    mark_many,
    put_back,
    put_in,
    read_again,
    refuse,
    remove_files,
    remove_for_good,
    replace_archive,
)

__all__ = [
    "begin_batch",
    "clear",
    "keep_facts",
    "mark",
    "mark_many",
    "put_back",
    "put_in",
    "read_again",
    "refuse",
    "remove_files",
    "remove_for_good",
    "rename",
    "replace_archive",
    "stop_reading",
]
