from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.statement import ChapterKind, Statement
from duizhao.text import Span

# Besides 我, 本人 and 自己: the writer's own work, or that the same fault is found at home.
OWN = (
    "分管", "我们", "我单位", "我局", "本单位", "本局", "本部门", "本科室", "本支部", "班子", "所在单位", "联系点",
    "同样存在", "也存在", "也有", "同样的问题", "类似问题", "类似的问题", "类似情形", "同类问题", "身上", "自查",
    "反观", "反躬", "反思", "检讨", "扪心", "对标对表",
)  # fmt: skip
OWN_MARKS = ("statement.first-person", "statement.reflexive", "DZ123")
# A shorter section hardly begins.
MIN_CHARACTERS = 30


@rule(
    "DZ123",
    on=Statement,
    anchors=OWN,
    severity=Severity.HINT,
    source="公文写作惯例",
    strength=Strength.PRACTICE,
    criteria=("A6",),
)
def case_without_self(statement: Statement, reading: Reading) -> Iterator[Hit]:
    """案例剖析没有联系自己"""
    for chapter in statement.chapters_of(ChapterKind.CASE):
        if chapter.section is None:
            continue
        title = chapter.section.heading.title
        body = Span(title.end, chapter.span.end)
        if body.end - body.start < MIN_CHARACTERS:
            continue
        if not any(reading.marks.within(name, body) for name in OWN_MARKS):
            yield Hit(
                title,
                f"这一部分只说了别人的案例，没有一句说到{reading.oneself}",
                asks=f"同样的事，{reading.oneself}分管的工作里有没有？差一点就会出在哪里？",
            )
