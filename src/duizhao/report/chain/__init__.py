"""The chain of a statement as a picture and as a table with the same facts: who answers whom, and by which words."""

from __future__ import annotations

from duizhao.lint import CheckedSource
from duizhao.page import escaped
from duizhao.report.chain.chain_facts import ChainFacts
from duizhao.report.chain.chain_table import chain_table
from duizhao.report.chain.picture import chain_picture
from duizhao.report.subject import Subject

LINK_WORDS = (
    "线上的字是对应的依据：“点名”是写出了方面或问题的名称，“都写到”是两处有同样的词，“都说到”是两处说的是同一类事，“都出于”是两处的动因一样，“意思相连”是两处的说法常在一起，写出的是最相连的两个词，“同为”是两处的次序一样，或前后相连。"
    "虚线框是没有看出对应的，不等于没有写：已经写了的，请用同样的说法点出来。"
)


def chain_html(checked: CheckedSource, article: str = "#d1") -> str:
    """A picture and a table for each statement of a text; places link to lines of the article at this address."""
    read = [each for each in checked.readings if each.statement.recognised]
    parts = []
    for at, reading in enumerate(read, 1):
        facts = ChainFacts.from_reading(reading)
        title = f"《{escaped(Subject.from_reading(reading).title)}》" if len(read) > 1 else ""
        parts.append(f"<h3>{title}</h3>" if title else "")
        if facts.problems:
            parts.append(chain_picture(facts, article, at) + chain_table(facts, article))
        else:
            parts.append("<p>没有看出查摆的问题，所以画不出对应。</p>")
    if not read:
        return "<p>没有认出是对照检查材料，所以画不出对应。</p>"
    return f'<p class="about">{LINK_WORDS}</p>{"".join(parts)}'
