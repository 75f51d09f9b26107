"""Does one thing to many, in several processes, and gives the results in order."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from duizhao.errors import DuizhaoError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

A = TypeVar("A")
B = TypeVar("B")


def side_by_side(
    work: Callable[[A], B],
    things: Iterable[A],
    workers: int,
    prepare: Callable[..., None] | None = None,
    given: tuple[Any, ...] = (),
) -> Iterator[B]:
    """`work` on each of the things, their results in the order of the things.

    Things are asked for as workers get free, so that any number of them takes little memory. Each process first calls
    `prepare` with what is `given`. Raises DuizhaoError where the system ends a process.
    """
    # Imported here: a run on one file does not wait for it.
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[B]] = deque()
    pool = ProcessPoolExecutor(workers, process_context(), initializer=prepare, initargs=given)
    try:
        for thing in things:
            waiting.append(pool.submit(work, thing))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            done = waiting.popleft().result()
            if not waiting:
                # Nobody is at work any more, and who takes the last result may not ask for another. A pool still
                # closing when the interpreter ends complains of a closed pipe.
                pool.shutdown()
            yield done
    except BrokenProcessPool as fault:
        raise DuizhaoError("一个检查进程被系统中止，可能是内存不足；请减小 --jobs 再试") from fault
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def process_context() -> BaseContext:
    from multiprocessing import get_all_start_methods, get_context

    # A fork finds what is loaded ready; macOS has forks, but its own libraries do not survive them.
    forks = "fork" in get_all_start_methods() and sys.platform != "darwin"
    return get_context("fork" if forks else "spawn")
