"""A text's plan, in a form that is easy to compare."""

from __future__ import annotations

from duizhao.document import parse, split
from duizhao.layout import Layout, standard_layout
from duizhao.text import Source
from duizhao.typeset import Block, all_blocks


def plan(text: str, layout: Layout | None = None) -> tuple[Block, ...]:
    source = Source(text)
    documents = [parse(source, span) for span in split(source)]
    return all_blocks(documents, layout or standard_layout())


def drawn(blocks: tuple[Block, ...]) -> list[str]:
    """Each paragraph as its role and its runs, each behind its own role where that differs."""
    return [
        f"{block.role.value}: "
        + "".join(
            run.text if run.role is block.role else f"[{run.role.value}:{run.text}]"
            for run in block.runs
        )
        for block in blocks
    ]
