"""What changes on the desk, a module for each thing. Each action is one transaction."""

from duizhao.web.desk.actions.asides import put_aside, take_back
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
from duizhao.web.desk.actions.versions import (
    Overtaken,
    add_version,
    drop_draft,
    go_back,
    keep_draft,
)

__all__ = [
    "Overtaken",
    "add_version",
    "begin_batch",
    "clear",
    "drop_draft",
    "go_back",
    "keep_draft",
    "keep_facts",
    "mark",
    "mark_many",
    "put_aside",
    "put_back",
    "put_in",
    "read_again",
    "refuse",
    "remove_files",
    "remove_for_good",
    "rename",
    "replace_archive",
    "stop_reading",
    "take_back",
]
