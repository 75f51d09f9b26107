"""A form in which results are written out. Its own module is imported when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from duizhao.errors import Unwritable
from duizhao.files.suffix import SPEAKING, refuse_suffix
from duizhao.text import value


@value
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
    """The format with this name, else that of the path's suffix, else text; None for a name that no format has.

    Raises Unwritable for a path with the suffix of another format, or, where no format is named, of none.
    """
    suffix = path.suffix.lower() if path else ""
    if name:
        form = formats.get(name)
        if path and form and suffix in SPEAKING - {form.suffix}:
            right = path.with_suffix(form.suffix).name
            raise Unwritable(
                f"-o {path}：后缀与 --format {name} 不一致；请改成 {right}，或去掉 --format"
            )
        return form
    if path and suffix:
        refuse_suffix(path, dict.fromkeys(each.suffix for each in formats.values()))
    return next((each for each in formats.values() if each.suffix == suffix), formats["text"])
