"""Output never lands on an input unasked, no two outputs have one name, each is named after its input."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from duizhao import api
from duizhao.cli.inputs import Inputs
from duizhao.cli.options import RunOptions
from duizhao.cli.outputs import plan_outputs

RUN = RunOptions(exclude=(), jobs=1, no_progress=True, is_verbose=False)


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "甲.docx"
    path.write_bytes(b"old")
    return path


def inputs(*paths: Path) -> Inputs:
    return Inputs.from_paths([str(path) for path in paths], api.Config(), RUN)


def only_target(
    path: Path, output: Path | None, *, default: Path | None = None, is_in_place: bool = False
) -> Path:
    made = plan_outputs(inputs(path), output, ".docx", default=default, is_in_place=is_in_place)
    assert made.folder is None
    (target,) = made.targets.values()
    return target


def test_output_goes_where_it_was_asked_for(original: Path) -> None:
    other, default = original.with_name("乙.docx"), original.with_name("丙.docx")
    assert only_target(original, other, default=default) == other
    assert only_target(original, None, default=default) == default
    assert only_target(original, None, is_in_place=True) == original
    assert only_target(original, original, is_in_place=True) == original
    folder = original.with_name("果")
    folder.mkdir()
    assert only_target(original, folder) == folder / "甲.docx"


def test_output_on_top_of_the_input_is_refused_by_any_name(original: Path) -> None:
    link = original.with_name("链接.docx")
    link.symlink_to(original)
    for output in (original, link, original.parent / "." / original.name):
        with pytest.raises(api.Unwritable, match="--in-place"):
            only_target(original, output)


def test_in_place_and_another_output_contradict_each_other(original: Path) -> None:
    other = original.with_name("乙.docx")
    with pytest.raises(click.UsageError, match="其中一个"):
        only_target(original, other, is_in_place=True)
    with pytest.raises(click.UsageError, match="其中一个"):
        plan_outputs(inputs(original.parent), other, ".docx", is_in_place=True)


def test_standard_input_cannot_be_written_back() -> None:
    with pytest.raises(click.UsageError, match="标准输入不能写回"):
        plan_outputs(inputs(Path("-")), None, ".docx", is_in_place=True)


@pytest.mark.parametrize("output", [Path("甲.txt"), Path("无后缀"), None])
def test_name_that_cannot_be_meant_is_refused(original: Path, output: Path | None) -> None:
    with pytest.raises((click.UsageError, api.Unwritable)):
        only_target(original, output)


def files(folder: Path, *names: str) -> Path:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    return folder


def targets(folder: Path, output: Path, suffix: str = ".docx") -> dict[str, str]:
    made = plan_outputs(inputs(folder), output, suffix)
    return {
        file.relative_to(folder).as_posix(): target.relative_to(output).as_posix()
        for file, target in made.targets.items()
    }


def test_results_keep_their_places_and_no_two_have_one_name(tmp_path: Path) -> None:
    folder = files(tmp_path / "材料", "甲.txt", "甲.docx", "甲.md", "一组/甲.txt", "乙.txt")
    assert targets(folder, tmp_path / "果") == {
        "一组/甲.txt": "一组/甲.docx",
        "乙.txt": "乙.docx",
        "甲.docx": "甲.docx",
        "甲.md": "甲.md.docx",
        "甲.txt": "甲.txt.docx",
    }
    assert targets(folder, tmp_path / "果", ".pdf")["甲.txt"] == "甲.txt.pdf"


def test_files_called_alike_in_two_folders_are_numbered(tmp_path: Path) -> None:
    one = files(tmp_path / "一", "甲.txt") / "甲.txt"
    two = files(tmp_path / "二", "甲.txt") / "甲.txt"
    three = files(tmp_path / "三", "甲.txt") / "甲.txt"
    made = plan_outputs(inputs(one, two, three), tmp_path / "果", ".docx")
    assert [path.name for path in made.targets.values()] == [
        "甲.docx", "甲.txt.docx", "甲.txt（2）.docx",
    ]  # fmt: skip


def test_results_of_an_earlier_run_are_not_read(tmp_path: Path) -> None:
    folder = files(tmp_path / "材料", "甲.txt", "果/乙.docx")
    assert targets(folder, folder / "果") == {"甲.txt": "甲.docx"}


@pytest.mark.parametrize("name", ["果.docx", "甲.txt"])
def test_a_file_is_no_place_for_many(tmp_path: Path, name: str) -> None:
    folder = files(tmp_path / "材料", "甲.txt", "乙.txt")
    with pytest.raises(click.UsageError, match="文件夹"):
        plan_outputs(inputs(folder), folder / name, ".docx")


def test_many_outputs_are_compared_with_many_inputs_at_once(tmp_path: Path) -> None:
    folder = files(tmp_path / "材料", *(f"{number}.docx" for number in range(2000)))
    with pytest.raises(api.Unwritable, match="就是要读的文件"):
        plan_outputs(inputs(folder), folder, ".docx")
    assert len(targets(folder, tmp_path / "果")) == 2000


def test_copies_of_a_folder_are_named_as_a_single_copy_is(tmp_path: Path) -> None:
    folder = files(tmp_path / "材料", "甲.docx", "甲.txt", "一组/乙.txt")
    made = plan_outputs(inputs(folder), tmp_path / "果", ".docx", mark="（审阅稿）")
    assert {target.relative_to(tmp_path / "果").as_posix() for target in made.targets.values()} == {
        "甲（审阅稿）.docx",
        "甲.txt（审阅稿）.docx",
        "一组/乙（审阅稿）.docx",
    }
