"""Maps a function over things in several processes, and yields the results in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from duizhao.errors import DuizhaoError
from duizhao.operating_system import can_fork

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

A = TypeVar("A")
B = TypeVar("B")


def map_ordered(function: Callable[[A], B], things: Iterable[A], workers: int) -> Iterator[B]:
    """`function` of each thing, in the order of the things, computed in `workers` processes.

    The function is handed to each process once, and may be costly to pickle. Things are taken as processes get free,
    so that any number of them takes little memory. Raises DuizhaoError if the system ends a process. A DuizhaoError
    of a call comes when the calls begun have ended.
    """
    # Imported here: a run on one file does not wait for it.
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[Any]] = deque()
    pool = ProcessPoolExecutor(
        workers, process_context(), initializer=_start_worker, initargs=(function,)
    )
    try:
        for thing in things:
            waiting.append(pool.submit(_call, thing))
            if len(waiting) > 2 * workers:
                yield waiting.popleft().result()
        while waiting:
            done = waiting.popleft().result()
            if not waiting:
                # All work is done, and the caller who takes the last result may not ask for another. A pool still
                # closing when the interpreter ends complains of a closed pipe.
                pool.shutdown()
            yield done
    except BrokenProcessPool as fault:
        raise DuizhaoError("一个检查进程被系统中止，可能是内存不足；请减小 --jobs 再试") from fault
    except DuizhaoError:
        # Whoever cleans up behind a failure must not be overtaken by work that still goes on.
        pool.shutdown(cancel_futures=True)
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


_functions: list[Callable[[Any], Any]] = []
"""The one function of a worker process; empty in every other process."""


def _start_worker(function: Callable[[Any], Any]) -> None:
    _functions[:] = [function]


def _call(thing: Any) -> Any:
    return _functions[0](thing)


def process_context() -> BaseContext:
    """How worker processes start: forked where that is safe, else spawned."""
    from multiprocessing import get_context

    # A fork finds what is loaded ready.
    return get_context("fork" if can_fork() else "spawn")
