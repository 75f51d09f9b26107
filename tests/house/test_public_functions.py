"""The functions at the top of the package: their examples run on real files, and no package takes their place."""

from __future__ import annotations

import doctest
import inspect
import pickle
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

import duizhao
from duizhao import api

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with the examples in it."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", duizhao.__all__)
def test_example_of_each_function_runs(name: str, folder: Path) -> None:
    names = {"duizhao": duizhao, "api": api, "Path": Path}
    (example,) = doctest.DocTestFinder().find(getattr(duizhao, name), name, globs=names)
    assert example.examples
    said: list[str] = []
    result = doctest.DocTestRunner().run(example, out=said.append)
    assert not result.failed, "".join(said)


@pytest.mark.parametrize("name", duizhao.__all__)
def test_function_states_its_errors_and_is_typed(name: str) -> None:
    function = getattr(duizhao, name)
    assert "Raises" in function.__doc__
    signature = inspect.signature(function)
    assert signature.return_annotation
    assert all(each.annotation is not each.empty for each in signature.parameters.values())


def test_packages_of_the_same_names_do_not_hide_the_functions() -> None:
    code = (
        "import duizhao.review, duizhao.ledger, duizhao.typeset, duizhao\n"
        "from duizhao.review import review as inner\n"
        "print(*(getattr(duizhao, name).__module__ for name in duizhao.__all__), inner.__module__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    *outer, inner = done.stdout.split()
    assert set(outer) == {"duizhao"}
    assert inner.startswith("duizhao.review")


def test_text_and_file_are_checked_alike() -> None:
    path = ROOT / "examples" / "faulty.txt"
    text = path.read_text(encoding="utf-8")
    assert duizhao.check(text).findings == duizhao.check(path).findings


def test_text_is_reviewed_as_a_file_is() -> None:
    path = ROOT / "examples" / "faulty.txt"
    copies = [duizhao.review(path), duizhao.review(path.read_text(encoding="utf-8"))]
    assert copies[0].comments == copies[1].comments > 0
    assert copies[0].after == copies[1].after


def test_ledger_takes_folders_files_and_texts(folder: Path) -> None:
    good = folder / "examples" / "good.txt"
    whole = duizhao.ledger([folder / "examples"])
    assert set(whole.files) >= {"good.txt", "faulty.txt"}
    several = duizhao.ledger([good, good.read_text(encoding="utf-8")])
    assert len(several.files) == 2


def test_ledger_names_what_it_could_not_read(folder: Path) -> None:
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    assert duizhao.ledger([folder / "坏.docx"]).unread == ("坏.docx",)


def test_fault_of_the_world_is_raised(folder: Path) -> None:
    for function in (duizhao.check, duizhao.review, duizhao.typeset, duizhao.fix):
        with pytest.raises(api.DuizhaoError):
            function(folder / "没有.txt")


FIRST = """个人对照检查材料
一、存在的问题
（一）推进xx工作不力，于部职工的意见听得少。联系xx不多，xx没有落实。
"""


def test_second_version_is_held_against_the_first() -> None:
    second = FIRST.replace("推进xx工作", "推进河长制工作").replace("落实。", "落实，帐户没有清理。")
    versions = duizhao.compare(FIRST, second)
    mended, left, new = (
        [(each.code, each.span.of(text)) for each in findings]
        for findings, text in (
            (versions.mended, FIRST), (versions.left, second), (versions.new, second),
        )
    )  # fmt: skip
    assert ("DZ301", "xx") in mended
    assert left.count(("DZ301", "xx")) == 2
    # The words beside it have changed, not its own.
    assert ("DZ601", "于部职工") in left
    assert not {code for code, _ in new} & {"DZ301", "DZ601"}
    assert len(left) + len(new) == len(versions.second.findings)


def test_mended_finding_of_several_alike_is_the_one_that_is_gone() -> None:
    versions = duizhao.compare(FIRST, FIRST.replace("推进xx工作", "推进河长制工作"))
    blanks = [each.span.start for each in versions.mended if each.code == "DZ301"]
    assert blanks == [FIRST.index("xx工作")]


def test_same_version_leaves_everything() -> None:
    versions = duizhao.compare(FIRST, FIRST)
    assert versions.left == versions.second.findings
    assert versions.mended == versions.new == ()


def test_one_checker_serves_many_threads() -> None:
    checker = api.Checker()
    names = ("faulty.txt", "good.txt", "faulty.docx", "good.docx")
    sources = [api.read(ROOT / "examples" / name) for name in names] * 4
    expected = [checker.check(source).findings for source in sources]
    found: list[object] = [None] * len(sources)

    def work(number: int) -> None:
        found[number] = checker.check(sources[number]).findings

    threads = [threading.Thread(target=work, args=(number,)) for number in range(len(sources))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == expected


def test_new_checkers_may_be_made_and_used_in_many_threads() -> None:
    text = (ROOT / "examples" / "faulty.txt").read_text(encoding="utf-8")
    expected = duizhao.check(text).findings
    found: list[object] = []

    def work() -> None:
        found.append(api.Checker(api.Config()).check(api.Source(text)).findings)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


def test_nothing_of_one_call_is_kept_for_the_next(folder: Path) -> None:
    """A server changes layouts and folders between calls."""
    layout = folder / "版式.toml"
    text = (ROOT / "examples" / "good.txt").read_text(encoding="utf-8")
    layout.write_text("[margins]\ntop = 35\n", encoding="utf-8")
    first = duizhao.typeset(text, layout=layout).data
    layout.write_text("[margins]\ntop = 40\n", encoding="utf-8")
    assert duizhao.typeset(text, layout=layout).data != first


def test_typesetter_leaves_what_it_warmed_up_in_its_process() -> None:
    setter = api.Typesetter("docx", normalize=True)
    setter.typeset(api.Source("会议通知\n定于周三开会。\n"))
    assert pickle.loads(pickle.dumps(setter)) == setter


def test_types_are_shipped() -> None:
    assert (Path(duizhao.__file__).parent / "py.typed").is_file()
