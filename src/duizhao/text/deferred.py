"""A value that is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable


class Deferred:
    """A value that `make` gives when it is first asked for; what `make` holds is let go then.

    In another process it is empty: it is most of what a document weighs, and only the rules of one process look at it.
    """

    def __init__(self, make: Callable[[], object] | None = None) -> None:
        self._make = make
        self._value: object = None

    def get(self) -> object:
        """The value; None in a process that it was sent to."""
        if self._make is not None:
            self._value, self._make = self._make(), None
        return self._value

    def __reduce__(self) -> tuple[type[Deferred], tuple[()]]:
        return Deferred, ()
