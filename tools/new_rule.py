"""Creates the two files of a new rule, function and page. Their tests fail until both are written.

python tools/new_rule.py DZ412 some-fault
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import duizhao.rules
from duizhao.api import rules
from duizhao.lint import Family

RULES = Path(duizhao.rules.__file__).parent
TESTS = "tests/rules/test_pages.py"
JUDGING = (Family.CONCRETENESS, Family.CHAIN, Family.REUSE)
"""Their rules are on what a statement says: each answers a question of reviewers."""

FUNCTION = '''"""⟨原文⟩ → ⟨应有⟩"""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import Span


@rule(
    "{code}",
    anchors=("⟨锚⟩",),
    severity=Severity.HINT,
    source="⟨依据⟩",
    strength=Strength.EVIDENT,
    beyond_statements=True,{criteria}
)
def {function}(place: Span, reading: Reading) -> Iterator[Hit]:
    """⟨中文名⟩"""
    yield Hit(place, "⟨是什么、为什么⟩", asks="⟨该问自己什么？⟩")
'''

CRITERIA = '\n    criteria=("⟨docs/criteria.md 里的编号⟩",),'

PAGE = """# {code} ⟨中文名⟩

`{name}` · 供参考

⟨一两句话：查什么。⟩

~~~bad
⟨一句有毛病的话，把出毛病的字括起来：⟩⟦毛病⟧
~~~

~~~good
⟨一句没有毛病、但容易误认的话⟩
~~~

## 为什么

⟨读的人会怎样误解，或少了什么。⟩

## 依据

⟨依据⟩。强度：⟨强度⟩。
"""


def main(code: str, name: str) -> None:
    family = family_of(code)
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        sys.exit(f"NAME=“{name}”：要小写英文，用 - 连接，说的是毛病，如 skipped-number")
    if taken := [rule for rule in rules() if name == rule.name or code == rule.code]:
        sys.exit(f"{taken[0].code} {taken[0].name} 已经有了：{taken[0].page_path}")
    function = RULES / family.folder / f"{name.replace('-', '_')}.py"
    if function.exists():
        sys.exit(f"{function} 已经有了")
    criteria = CRITERIA if family in JUDGING else ""
    written = FUNCTION.format(code=code, function=function.stem, criteria=criteria)
    function.write_text(written, encoding="utf-8")
    page = function.with_suffix(".md")
    page.write_text(PAGE.format(code=code, name=name), encoding="utf-8")
    print(
        f"已建 {function}\n已建 {page}\n"
        f"接下来：1. 先写页面里的例子；2. 再写函数，⟨⟩ 处都要换掉；"
        f"3. .venv/bin/pytest {TESTS} -k {code}；4. make docs；5. 在 CHANGELOG.md 记一行。"
    )


def family_of(code: str) -> Family:
    """The family that the code belongs to."""
    family = Family.from_code(code)
    if family is None:
        families = "、".join(f"{each.hundred} {each.label}" for each in Family)
        sys.exit(f"CODE=“{code}”：要写 DZ 加三位数，首位是类：{families}")
    return family


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("用法：make new-rule CODE=DZ412 NAME=some-fault")
    main(sys.argv[1], sys.argv[2])
