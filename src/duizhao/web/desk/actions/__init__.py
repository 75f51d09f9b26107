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
    remove_chosen,
    remove_files,
    remove_for_good,
    replace_archive,
)
from duizhao.web.desk.actions.outputs import (
    begin_output,
    count_made,
    fail_output,
    finish_output,
    remove_output,
    stop_output,
)
from duizhao.web.desk.actions.screenings import (
    begin_screening,
    drop_screening,
    keep_screening,
    refuse_screening,
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
    "begin_output",
    "begin_screening",
    "clear",
    "count_made",
    "drop_draft",
    "drop_screening",
    "fail_output",
    "finish_output",
    "go_back",
    "keep_draft",
    "keep_facts",
    "keep_screening",
    "mark",
    "mark_many",
    "put_aside",
    "put_back",
    "put_in",
    "read_again",
    "refuse",
    "refuse_screening",
    "remove_chosen",
    "remove_files",
    "remove_for_good",
    "remove_output",
    "rename",
    "replace_archive",
    "stop_output",
    "stop_reading",
    "take_back",
]
