"""One name, one thing: class names, their rows in the glossary, and constants that say of what."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from package_trees import FILES, ROOT, nodes, place, tree

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
VAGUE = {
    "LONGEST",
    "SHORTEST",
    "MOST",
    "LEAST",
    "SHARE",
    "NEAR",
    "FAR",
    "SHOWN",
    "MANY",
    "FEW",
    "SIZE",
    "LIMIT",
}
"""What a constant may not be called alone: the longest of what?"""


def classes(*, public: bool = False) -> Iterator[tuple[str, str]]:
    """Each class name and the module that defines it. Django names the classes in migrations, and `Meta`, itself."""
    for path in FILES:
        if path.parent.name == "migrations":
            continue
        for node in nodes(path):
            if not isinstance(node, ast.ClassDef) or node.name == "Meta":
                continue
            if not (public and node.name.startswith("_")):
                yield node.name, place(path)


def test_class_name_stands_for_one_thing() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for name, module in classes():
        places[name.lstrip("_")].append(module)
    assert not {name: found for name, found in places.items() if len(found) > 1}


def rows() -> list[str]:
    """The English names of the glossary, a row each."""
    return re.findall(r"^\| [^|]+ \| ([^|]+?) \|", GLOSSARY, re.MULTILINE)


def test_public_class_of_every_package_stands_in_the_glossary() -> None:
    known = set(rows())
    missing = [
        f"{name} ({module})"
        for name, module in classes(public=True)
        if not module.startswith("rules/") and name not in known
    ]
    assert not missing, "\n".join(missing)


def test_word_has_one_row_in_the_glossary() -> None:
    english, chinese = (
        Counter(rows()),
        Counter(re.findall(r"^\| ([^|]+?) \|", GLOSSARY, re.MULTILINE)),
    )
    assert not [
        word for word, count in english.items() if count > 1 and word not in ("English", "---")
    ]
    assert not [
        word for word, count in chinese.items() if count > 1 and word not in ("中文", "---")
    ]


def test_class_in_the_glossary_is_still_in_the_code() -> None:
    defined = {name for name, _ in classes()}
    looks_like_one = re.compile(r"[A-Z][a-z]+([A-Z][a-z]+)+$")
    assert not [name for name in rows() if looks_like_one.match(name) and name not in defined]


def test_constant_says_of_what() -> None:
    vague = [
        f"{target.id} ({place(path)})"
        for path in FILES
        for node in tree(path).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        for target in (target.elts if isinstance(target, ast.Tuple) else [target])
        if isinstance(target, ast.Name) and target.id.lstrip("_") in VAGUE
    ]
    assert not vague, "\n".join(vague)
