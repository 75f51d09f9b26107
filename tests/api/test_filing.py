"""Files go into an index in order, each with its label; what cannot be read is named between them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("numpy", reason="the extra `screen` is not installed")

from tests.reuse.prose import prose

from duizhao import api

TEXT = """2023年主题教育专题民主生活会个人对照检查材料
云溪县水务局副局长　周明远
（2024年1月8日）
现将有关情况报告如下。
一、存在的问题
一是下乡多听汇报。全年到村28次，只有4次住下来。
"""
OWN = api.DocumentLabel("周明远", "云溪县水务局", "2024", "2023")
STATEMENT, TEMPLATE = api.DocumentKind.STATEMENT, api.DocumentKind.TEMPLATE
NOT_GIVEN = api.DocumentKind.NOT_GIVEN


@pytest.fixture
def index(tmp_path: Path) -> Iterator[api.ScreenIndex]:
    with api.ScreenIndex(tmp_path / "查重") as opened:
        yield opened


def label(labeller: api.Labeller, name: str = "甲.txt", text: str = TEXT) -> api.DocumentLabel:
    return labeller.label(api.Source(text, name), api.Checker())


def given(**fields: str) -> api.DocumentLabel:
    return api.DocumentLabel(**{"kind": NOT_GIVEN, **fields})


def test_label_is_read_from_the_text_where_nothing_is_given() -> None:
    assert label(api.Labeller()) == OWN


def test_what_is_given_comes_before_the_list_and_the_list_before_the_text() -> None:
    listed = {"甲.txt": given(person="李静", unit="云溪县财政局")}
    labeller = api.Labeller(given(person="王芳"), listed)
    assert label(labeller) == api.DocumentLabel("王芳", "云溪县财政局", "2024", "2023")
    assert label(labeller, "乙.txt").unit == "云溪县水务局"


def test_list_is_for_the_name_of_a_file_whatever_its_folder() -> None:
    listed = {"甲.txt": given(person="李静")}
    assert label(api.Labeller(listed=listed), "去年/甲.txt").person == "李静"


@pytest.mark.parametrize("how", ["given", "listed"])
def test_template_is_nobodys_whatever_name_stands_in_it(how: str) -> None:
    template = given(kind=TEMPLATE)
    labeller = (
        api.Labeller(template) if how == "given" else api.Labeller(listed={"甲.txt": template})
    )
    assert label(labeller) == api.DocumentLabel(kind=TEMPLATE)


def test_kind_survives_the_index(index: api.ScreenIndex) -> None:
    index.add(prose(1), "材料", OWN)
    index.add(prose(2), "范文", api.DocumentLabel(kind=TEMPLATE))
    assert [each.label.kind for each in index.entries()] == [STATEMENT, TEMPLATE]
    assert index.entries()[0].label == OWN


def write(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [folder / f"{name}.txt" for name in texts]


@pytest.mark.parametrize("jobs", [1, 2])
def test_files_are_filed_in_order_and_failures_are_named(
    index: api.ScreenIndex, tmp_path: Path, jobs: int
) -> None:
    folder = tmp_path / "材料"
    paths = write(folder, **{f"{at:02}": prose(at, 100) for at in range(40)}, 再来=prose(3, 100))
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    done = list(api.file_paths(index, [folder], api.Checker(), jobs=jobs, batch=8))
    (failure,) = [each for each in done if isinstance(each, api.Failure)]
    assert failure.name.endswith("坏.docx")
    filed = [each for each in done if isinstance(each, api.FilingResult)]
    # The same words again are the entry that was filed first.
    assert [each.is_new for each in filed] == [True] * 40 + [False]
    assert [each.entry.name for each in filed[:40]] == [str(path) for path in paths[:40]]
    assert filed[40].entry == filed[3].entry
    assert len(index.entries()) == 40


def test_changed_file_leaves_an_outdated_entry_that_can_be_removed(
    index: api.ScreenIndex, tmp_path: Path
) -> None:
    def file() -> list[api.Entry]:
        results = api.file_paths(index, [tmp_path / "材料"], api.Checker(), jobs=1)
        return [each.entry for each in results if isinstance(each, api.FilingResult)]

    write(tmp_path / "材料", 甲=prose(1), 乙=prose(2))
    first = file()
    assert api.outdated_entries(index, first) == []
    write(tmp_path / "材料", 甲=prose(3))
    second = file()
    outdated = [each for each in first if each.name.endswith("甲.txt")]
    assert api.outdated_entries(index, second) == outdated
    assert api.remove_outdated(index, second) == outdated
    assert {each.id for each in index.entries()} == {each.id for each in second}


@pytest.mark.parametrize("jobs", [1, 3])
def test_texts_are_filed_alike_by_one_thread_or_several(index: api.ScreenIndex, jobs: int) -> None:
    filings = [api.Filing(prose(at, 80), str(at), OWN) for at in range(200)]
    filed = list(index.add_all(filings, jobs=jobs, batch=50))
    assert [each.entry.name for each in filed] == [str(at) for at in range(200)]
    assert all(each.is_new and each.entry.label == OWN for each in filed)
    assert all(index.check(prose(at, 80) + "。").matches for at in (0, 99, 199))
