"""Markdown: read over in a Markdown file, told once in any other text."""

from __future__ import annotations

import duizhao.rules
from duizhao.lint import Linter, Severity, collect
from duizhao.profiles import shipped
from duizhao.text import Source

LINTER = Linter(collect(duizhao.rules), shipped().all())
MARKS = {"DZ301", "DZ302", "DZ303", "DZ330", "DZ603", "DZ606", "DZ608", "DZ614"}
TEXT = """# 个人对照检查材料

## 一、存在的问题

**（一）理论学习方面。**学习不系统，见[办法](https://example.org/a(1).html)和 `check("甲", 乙)`。

- [ ] **调研少**：全年只去 __两次__。

| 方面 | 数 |
| --- | --- |
| 学习 | 3 |

```text
"请示", "报告", [  ], **
```
<!-- 说明 --><!-- 说明 -->
"""


def found(text: str, form: str) -> list[tuple[str, Severity]]:
    checked = LINTER.check(Source(text, format=form))
    return [(each.code, each.severity) for each in checked.findings if each.code in MARKS]


def test_syntax_of_a_markdown_file_is_no_fault() -> None:
    assert found(TEXT, "md") == []


def test_faults_between_the_syntax_are_found() -> None:
    assert [code for code, _ in found("# 材料\n\n**学习**不够,与____同志谈话。\n", "md")] == [
        "DZ603",
        "DZ301",
    ]


def test_pasted_marks_are_told_once_and_ask_for_no_more_than_a_change() -> None:
    pasted = TEXT.partition("，见")[0] + "。\n"
    assert found(pasted, "txt") == [("DZ330", Severity.WARNING)]
    outside = "# 工作简报\n\n**一季度开工，**全县走访三百户。\n"
    assert found(outside, "txt") == [("DZ330", Severity.HINT)]


def test_stars_that_stand_for_missing_words_stay_blanks() -> None:
    text = "个人对照检查材料\n在**单位任**职务，与**同志谈话，2024年**月**日。\n"
    assert {code for code, _ in found(text, "txt")} == {"DZ301"}
