"""The Chinese that users read: whole sentences, one word for one thing, no word that needs explaining."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from package_trees import FILES, nodes, place

HAN = "[\u4e00-\u9fff]"
MESSAGE = re.compile(f"{HAN}{{2}}.*[，。；：？]")
"""A string that is a message, and no word that is looked for in texts."""

STUMBLES = {
    "a full stop inside and outside a bracket": re.compile("。）。"),
    "doubled punctuation": re.compile("[，。；：、？！]{2,}(?<!……)"),
    "half-width punctuation between Chinese": re.compile(f"(?<!//主)(?!行:字){HAN}[,;:?!]{HAN}"),
    "a bracket behind a bracket": re.compile("）（"),
    "a bracket within a bracket": re.compile("（[^）{]*（"),
    "a question mark before another stop": re.compile("？[。；，]"),
}
WORDS = {
    "枢纽": "底稿",
    "摘要": "校验码",
    "指纹": "比对用的数据",
    "节点": "段、条",
    "锚点": "位置",
    "点它名": "对应",
    "没有读到": "没有看到",
    "字位": "字",
    "题目": "标题",
    "主题字体": "中文正文",
}
"""Words that nobody has to explain in an office, by the words that stood for them."""


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Every string of a module that is no docstring, with {} for what is put in."""
    docs = {id(node.value) for node in nodes(path) if isinstance(node, ast.Expr)}
    pieces = {
        id(piece)
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr)
        for piece in node.values
    }
    known = docs | pieces
    for node in nodes(path):
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(map(_piece, node.values))
        elif (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known
        ):
            yield node.lineno, node.value


def _piece(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else "{}"


def messages(path: Path) -> Iterator[tuple[int, str]]:
    """The strings with a sentence, and the help texts, which are docstrings of commands."""
    for line, text in literals(path):
        if MESSAGE.search(text) and not re.search(r"\(\?|\[\^|\\d|\||\[：:\]", text):
            yield line, text
    if path.parent.name in ("cli", "screen"):
        for node in nodes(path):
            text = (ast.get_docstring(node) or "") if isinstance(node, ast.FunctionDef) else ""
            if re.search(HAN, text):
                yield node.lineno, text


@cache
def all_messages() -> list[tuple[str, str]]:
    """The messages of the whole package, each with its place."""
    return [(f"{place(path)}:{line}", text) for path in FILES for line, text in messages(path)]


@pytest.mark.parametrize("kind", STUMBLES)
def test_no_message_stumbles(kind: str) -> None:
    found = [f"{at}: {text}" for at, text in all_messages() if STUMBLES[kind].search(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("word", WORDS)
def test_no_message_needs_explaining(word: str) -> None:
    found = [f"{at}: {text}" for at, text in all_messages() if word in text]
    assert not found, f"{word} → {WORDS[word]}\n" + "\n".join(found)
