"""Makes reports for the tests: findings of our own in a text of our own, so that formats need no real rule."""

from __future__ import annotations

from dataclasses import replace
from itertools import starmap
from types import FunctionType

from duizhao.document import Document
from duizhao.lint import CheckedSource, Failure, Finding, Linter, Rule, Severity, Strength
from duizhao.profiles import shipped
from duizhao.report import Report, RunSummary
from duizhao.text import Edit, Source, Span

PAGE = """# {code} {title}

`{name}`

~~~bad
根据⟦××⟧要求
~~~

## 为什么

空着的地方会让人以为材料是从网上下载的。**请补上**实际内容。

另起一段 `<script>`。

## 依据

{source}（自明）
"""


def _nothing(node: object, reading: object) -> tuple[()]:
    return ()


def made_rule(
    code: str, name: str, title: str, family: str, severity: Severity, source: str
) -> Rule:
    """A rule with a name, a title and a family, as if it stood in a module of its own."""
    check = FunctionType(_nothing.__code__, globals(), name)
    check.__doc__ = title
    check.__module__ = f"duizhao.rules.{family}.{name}"
    rule = Rule(code, check, Document, severity, source, Strength.EVIDENT)
    page = PAGE.format(code=code, title=title, name=rule.name, source=source)
    rule.__dict__["page"] = page
    return rule


BLANK = made_rule(
    "DZ301", "unfilled_blank", "空白未填", "residue", Severity.ERROR, "文字常识：交出的材料不留空白"
)
SLIP = made_rule(
    "DZ601", "wrong_character", "固定说法中的错字", "wording", Severity.WARNING, "《现代汉语词典》"
)
VAGUE = made_rule(
    "DZ401", "problem_without_example", "问题没有举例", "concreteness", Severity.HINT,
    "关于开好民主生活会的通知：查摆问题要具体",
)  # fmt: skip
UNSIGNED = made_rule(
    "DZ110", "no_signature", "没有落款", "structure", Severity.WARNING, "GB/T 9704—2012 7.3.5"
)
RULES = (UNSIGNED, BLANK, VAGUE, SLIP)

TEXT = """某县水务局党组书记个人对照检查材料
根据xx要求，现将有关情况报告如下：
一、存在的问题
（一）理论学习方面
一是学习不够深入。结合实际不够，联系××工作、××项目不多，于部职工的意见听得少。
二是抓落实不够。
二、原因剖析
一是放松了要求。
三、整改措施
一是加强学习。
"""


def finding(
    text: str,
    rule: Rule,
    words: str,
    message: str,
    *,
    nth: int = 0,
    edits: tuple[Edit, ...] = (),
    related: tuple[tuple[Span, str], ...] = (),
) -> Finding:
    """What `rule` would say about the `nth` place of `words` in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = Span(start, start + len(words))
    return Finding(rule.code, span, message, rule.severity, rule.source, edits, related)


def checked(text: str, *findings: Finding, name: str = "材料/水务局.txt") -> CheckedSource:
    """`text` as the linter reads it, with these findings."""
    read = Linter((), shipped().all()).check(Source(text, name=name))
    return replace(read, findings=tuple(sorted(findings, key=lambda each: (each.span, each.code))))


def sample(name: str = "材料/水务局.txt") -> CheckedSource:
    """A text with blanks, a slip inside a problem without example (they overlap), and no signature."""
    slip = TEXT.index("于部")
    problem = "一是学习不够深入。结合实际不够，联系××工作、××项目不多，于部职工的意见听得少。"
    blank = "“{}”还空着。请补上实际内容：哪项工作？何时？"
    end = Span(len(TEXT) - 1, len(TEXT) - 1)
    return checked(
        TEXT,
        finding(TEXT, BLANK, "xx", blank.format("xx")),
        finding(TEXT, BLANK, "××", blank.format("××")),
        finding(TEXT, BLANK, "××", blank.format("××"), nth=1),
        finding(
            TEXT, VAGUE, problem, "这个问题没有例子。哪项工作？何时？谁受影响？",
            related=((Span(TEXT.index("二是"), TEXT.index("二是") + 8), "同一方面的下一个问题"),),
        ),
        finding(
            TEXT, SLIP, "于部职工", "“于部职工”疑为“干部职工”。",
            edits=(Edit(Span(slip, slip + 1), "干"),),
        ),
        Finding(UNSIGNED.code, end, "文末没有署名和日期。", Severity.WARNING, UNSIGNED.source),
        name=name,
    )  # fmt: skip


def report(*each: CheckedSource, failures: tuple[tuple[str, str], ...] = ()) -> Report:
    return Report(
        each or (sample(),), RunSummary(tuple(starmap(Failure, failures)), RULES, "0.1.0")
    )


HOSTILE = (
    "对照检查材料<script>alert(1)</script>\n"
    "一、问题</script><img src=x onerror=alert(1)>\"'&amp;\n"
    "二、控制\x00\x07\x1b[31m字符\u202e倒\u2066序\u200b零宽\ufeff\ud800半个\udfff\n"
    "]]>=1+1,100%::error::注入\r\n"
)


def hostile() -> Report:
    """A text full of what breaks formats, with findings over all of it, and a file name of the same kind."""
    pieces = HOSTILE.splitlines()
    over = [
        finding(
            HOSTILE,
            BLANK,
            piece,
            f"“{piece}”\n</script>\x1b[2J\u202e\ud800",
            edits=(Edit(Span(0, 1), piece),),
        )
        for piece in pieces
    ]
    whole = finding(
        HOSTILE, VAGUE, HOSTILE, "=cmd|' /C calc'!A0", related=((Span(2, 60), "\ud800<b>"),)
    )
    first = checked(HOSTILE, *over, whole, name="=坏:名,\n字<b>\ud800.txt")
    return report(first, failures=(("@坏\x1b]0;\x07.docx", "<script>\ud800\n读不了"),))
