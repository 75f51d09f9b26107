"""What is made of the files of a batch: begun, counted, finished, stopped, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction

from duizhao.web.desk.models import Batch, BatchOutput, OutputStatus
from duizhao.web.stored_files import remove, store


def begin_output(
    *,
    batch: Batch,
    form: str,
    files: Sequence[tuple[str, str]],
    author: str,
    has_fixes: bool,
    also: Callable[[BatchOutput], object],
) -> BatchOutput:
    """Begin to make something of these files; `also` is done in the same transaction."""
    with transaction.atomic():
        output = BatchOutput.objects.create(
            batch=batch, form=form, files=list(files), author=author, has_fixes=has_fixes
        )
        also(output)
    return output


def count_made(*, output: BatchOutput, done: int) -> bool:
    """Note how many files are done. False if it is no longer wanted."""
    return bool(_working(output).update(done=done))


def finish_output(
    *, output: BatchOutput, name: str, data: bytes, failures: Sequence[tuple[str, str]]
) -> None:
    """Keep what was made, unless it is no longer wanted."""
    content = store(data)
    kept = _working(output).update(
        status=OutputStatus.DONE, name=name, content=content, failures=list(failures)
    )
    if not kept:
        remove(content)


def fail_output(*, output: BatchOutput, failures: Sequence[tuple[str, str]]) -> None:
    """Note that nothing could be made, and why."""
    _working(output).update(status=OutputStatus.FAILED, failures=list(failures))


def stop_output(*, output: BatchOutput) -> None:
    """Make no more of it."""
    _working(output).update(status=OutputStatus.STOPPED)


def remove_output(*, output: BatchOutput) -> None:
    """Remove what was made, also from the disk."""
    content = output.content
    output.delete()
    if content:
        remove(content)


def _working(output: BatchOutput) -> Any:
    return BatchOutput.objects.filter(pk=output.pk, status=OutputStatus.WORKING)
