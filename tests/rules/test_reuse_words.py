"""The rules on shared passages show two places and ask: no word of theirs says who copied, or that anybody did."""

from __future__ import annotations

from pathlib import Path

import pytest

import duizhao.rules.reuse

FOLDER = Path(duizhao.rules.reuse.__file__).parent
JUDGING = ("抄", "雷同", "剽窃", "盗用", "造假", "敷衍", "涉嫌", "嫌疑", "违规")
TEXTS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".py", ".md"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_nothing_said_is_a_verdict(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not [word for word in JUDGING if word in text]
