"""A value that is made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable


class Deferred:
    """A value that `make` returns when it is first asked for. `make` is let go then, with all that it holds.

    In another process it is empty: typography is most of the size of a document, and only rules need it.
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
