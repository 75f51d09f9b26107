"""What screening found, onto the terminal or into a file."""

from __future__ import annotations

from duizhao import api
from duizhao.cli.options import OutputOptions
from duizhao.cli.output import as_bytes, note, put, width

FORMATS = "text、json、html、xlsx"


def write_shown(
    form: api.Output, shown: api.ShownCheck | api.ShownJoin, out: OutputOptions
) -> None:
    """Write a comparison in a format: onto the terminal, or whole into a file."""
    data = api.write_shown(form.name, shown, colour=out.is_coloured, width=width())
    if out.output is None:
        put(data)
    else:
        api.write_whole(out.output, as_bytes(data))
        note(f"已写入 {out.output}")
