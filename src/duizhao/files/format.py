"""A form in which results are written out. Its own module is imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write results out.

    `suffix` is that of its files; `description` is one line of Chinese for users; `package` holds the module of this
    name; `is_binary` means that `render` returns bytes instead of text.
    """

    name: str
    suffix: str
    description: str
    package: str
    is_binary: bool = False

    @property
    def render(self) -> Callable[..., str | bytes]:
        """`render(results)` of the format's module. Raises MissingTool without the extra it needs."""
        render: Callable[..., str | bytes] = self.module.render
        return render

    @property
    def module(self) -> ModuleType:
        return import_module(f"{self.package}.{self.name}")


AnyFormat = TypeVar("AnyFormat", bound=Format)


def choose_format(
    formats: Mapping[str, AnyFormat], name: str | None, path: Path | None
) -> AnyFormat | None:
    """The format with this name, else that of the path's suffix, else text; None for a name that no format has."""
    if name:
        return formats.get(name)
    suffix = path.suffix.lower() if path else None
    by_suffix = (each for each in formats.values() if each.suffix == suffix)
    return next(by_suffix, formats["text"])
