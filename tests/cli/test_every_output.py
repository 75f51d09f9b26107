"""Every command that writes, with every output it should not write: nothing is lost, and one message says what to do.

A new command needs its row in `WRITERS` or in `READERS`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from multiprocessing import active_children
from pathlib import Path

import click
import pytest
from calling import FAULTY, Call, Ran

from duizhao import api
from duizhao.cli.chinese import LazyGroup
from duizhao.cli.commands import duizhao
from duizhao.cli.commands import run as run_call
from duizhao.office.package import Package
from duizhao.office.package_edit import PackageEdit
from full_disk import mounted

REPORTS = (".txt", ".json", ".html", ".xlsx")


@dataclass(frozen=True)
class Writer:
    """A command that writes: how it is called, the option that names the file, the suffixes it writes.

    `reads` are the files that it is given to read.
    """

    call: str
    own: tuple[str, ...]
    reads: tuple[str, ...]
    option: str = "-o"

    def with_output(self, output: str | Path) -> list[str]:
        return [*self.call.split(), self.option, str(output)]


TEXT, COPY = "材料/甲.txt", "材料/乙.docx"
WRITERS = {
    "check": Writer(f"check {TEXT}", (*REPORTS, ".sarif"), (TEXT,)),
    "check a Word file": Writer(f"check {COPY}", (*REPORTS, ".sarif"), (COPY,)),
    "check a folder": Writer("check 材料", (*REPORTS, ".sarif"), (TEXT, COPY)),
    "check --fix": Writer(f"check --fix {TEXT}", (*REPORTS, ".sarif"), (TEXT,)),
    "check by a baseline": Writer(
        f"check {TEXT} --baseline 基线.json", (*REPORTS, ".sarif"), ("基线.json",)
    ),
    "check by a configuration": Writer(
        f"check {TEXT} --config 配置.toml", (*REPORTS, ".sarif"), ("配置.toml", "基线.json")
    ),
    "check --write-baseline": Writer(f"check {COPY}", (".json",), (COPY,), "--write-baseline"),
    "review": Writer(f"review {COPY}", (".docx",), (COPY,)),
    "review a text": Writer(f"review {TEXT}", (".docx",), (TEXT,)),
    "opinion": Writer("opinion 材料", (".docx",), (TEXT, COPY)),
    "compare": Writer(f"compare {TEXT} {COPY}", REPORTS, (TEXT, COPY)),
    "ledger": Writer("ledger 材料", (".xlsx",), (TEXT, COPY)),
    "ledger --update": Writer("ledger --update 台账.xlsx 材料", (".xlsx",), ("台账.xlsx", COPY)),
    "typeset": Writer(f"typeset {TEXT}", (".docx", ".pdf"), (TEXT,)),
    "typeset a Word file": Writer(f"typeset {COPY}", (".docx", ".pdf"), (COPY,)),
    "typeset by a layout": Writer(
        f"typeset {TEXT} --layout 版式.toml", (".docx", ".pdf"), ("版式.toml",)
    ),
    "compare folders": Writer("compare 材料 材料", REPORTS, (TEXT, COPY)),
    "screen once": Writer(f"screen once {TEXT} 材料", REPORTS, (TEXT, COPY)),
    "screen check": Writer(
        f"screen check {COPY} --index 索引 --phrases 提法.txt", REPORTS, (COPY, "提法.txt")
    ),
    "profiles new": Writer(
        "profiles new --title 2026年度民主生活会 --aspects 方面.txt", (".toml",), ("方面.txt",)
    ),
    "screen join": Writer("screen join --index 索引", REPORTS, ()),
}
READERS = {
    "explain", "fonts", "profiles show", "lsp", "desk", "serve", "audit verify", "reset-account",
    "remind", "backup make", "backup restore",
    "screen add", "screen list", "screen remove", "screen stats",
}  # fmt: skip
"""Commands that write no file that a person names, or only what belongs to a site: an index is a folder of its own."""
SUFFIXES = (
    ".txt", ".md", ".log", ".json", ".sarif", ".html", ".htm", ".xlsx", ".xls", ".csv", ".docx", ".doc", ".wps",
    ".pdf", ".toml", ".jpg",
)  # fmt: skip
writers = pytest.mark.parametrize("name", WRITERS)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of material, and what the commands read besides."""
    place = tmp_path_factory.mktemp("原样")
    (place / "材料").mkdir()
    (place / TEXT).write_text(FAULTY, encoding="utf-8")
    made = api.Typesetter().typeset(api.Source(FAULTY, "乙.txt"))
    (place / COPY).write_bytes(made.data)
    (place / "方面.txt").write_text("1.带头强化忠诚；\n2.带头增强党性。\n", encoding="utf-8")
    (place / "提法.txt").write_text("服务群众\n", encoding="utf-8")
    (place / "版式.toml").write_text("", encoding="utf-8")
    (place / "配置.toml").write_text('baseline = "基线.json"\n', encoding="utf-8")
    api.write_baseline(place / "基线.json", api.fingerprints([]))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        assert run_call(["ledger", "材料", "-o", "台账.xlsx"]) == 0
        assert run_call(["screen", "add", "材料", "--index", "索引"]) == 0
    return place


@pytest.fixture
def place(folder: Path, built: Path) -> Path:
    shutil.copytree(built, folder, dirs_exist_ok=True)
    return folder


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, except the index, whose store opens files of its own."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "索引" not in path.parts
    }


def assert_refused(ran: Ran, place: Path, before: dict[str, bytes]) -> str:
    """The one line of a call that wrote nothing."""
    assert ran.code == 2, ran
    assert held(place) == before
    (line,) = (line for line in ran.err.splitlines() if line.startswith("错误："))
    assert "程序出错" not in ran.err
    return line


def test_every_command_has_its_row() -> None:
    rows = {
        name
        for name in command_names(duizhao)
        if f"{name} " in " ".join(f"{key} " for key in WRITERS)
    }
    assert rows | READERS == set(command_names(duizhao))
    assert not rows & READERS


def edited(data: bytes) -> bytes:
    """A file as a person's program saves it."""
    if not data.startswith(b"PK"):
        return data.replace(b"\n", b"\r\n", 1)
    package = Package(BytesIO(data), "")
    part = next(name for name in ("word/document.xml", "xl/workbook.xml") if name in package.names)
    edit = PackageEdit(package)
    edit.put(part, (package.read(part) or b"") + b" ")
    return edit.to_bytes()


def command_names(group: click.Command, before: str = "") -> Iterator[str]:
    assert isinstance(group, LazyGroup)
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, LazyGroup):
            yield from command_names(command, f"{before}{name} ")
        else:
            yield f"{before}{name}"


@pytest.mark.parametrize(
    ("name", "read"), [(name, read) for name, each in WRITERS.items() for read in each.reads]
)
def test_what_is_read_is_never_written_over(name: str, read: str, call: Call, place: Path) -> None:
    suffix = WRITERS[name].own[-1]
    (place / f"链接{suffix}").symlink_to(place / read)
    (place / f"同一个{suffix}").hardlink_to(place / read)
    before = held(place)
    for output in (read, f"材料/../{read}", str(place / read), f"链接{suffix}", f"同一个{suffix}"):
        assert_refused(call(*WRITERS[name].with_output(output)), place, before)


@writers
def test_a_suffix_of_another_command_is_refused_with_the_command(
    name: str, call: Call, place: Path
) -> None:
    writer, before = WRITERS[name], held(place)
    for suffix in sorted({*SUFFIXES} - {*writer.own}):
        line = assert_refused(call(*writer.with_output(f"果{suffix}")), place, before)
        assert "请用 duizhao " in line or "请改成 果" in line, line
        assert all(each in line for each in writer.own), line


@writers
def test_what_stood_there_is_kept_and_named(name: str, call: Call, place: Path) -> None:
    writer, given = WRITERS[name], "会议纪要"
    # A PDF takes a second to set.
    for suffix in [each for each in writer.own if each != ".pdf"]:
        output = place / f"果{suffix}"
        output.write_text(given, encoding="utf-8")
        ran = call(*writer.with_output(output.name))
        assert f"果{suffix}.bak" in ran.err
        assert (place / f"果{suffix}.bak").read_text(encoding="utf-8") == given
        again = call(*writer.with_output(output.name))
        assert ".bak" not in again.err.replace("甲.txt.bak", "")
        assert not (place / f"果{suffix}.bak2").exists()
        output.write_bytes(edited(output.read_bytes()))
        assert f"果{suffix}.bak2" in call(*writer.with_output(output.name)).err


@writers
def test_places_that_cannot_be_written_are_refused_in_one_line(
    name: str, call: Call, place: Path
) -> None:
    writer, suffix = WRITERS[name], WRITERS[name].own[0]
    if "folder" in name:
        return
    (place / f"夹{suffix}").mkdir()
    before = held(place)
    for output in (f"材料/甲.txt/果{suffix}", f"{'长' * 100}{suffix}"):
        assert_refused(call(*writer.with_output(output)), place, before)
    (place / f"~$果果{suffix}").write_bytes(b"")
    (place / f"果果{suffix}").write_bytes(b"")
    line = assert_refused(call(*writer.with_output(f"果果{suffix}")), place, held(place))
    assert "请先关闭" in line


def test_a_format_and_a_suffix_that_contradict_each_other(call: Call, place: Path) -> None:
    before = held(place)
    for given in (
        ["check", TEXT, "-f", "html", "-o", "报告.xlsx"],
        ["compare", TEXT, COPY, "-f", "json", "-o", "对比.html"],
        ["screen", "join", "--index", "索引", "-f", "text", "-o", "相同.json"],
        ["typeset", TEXT, "-f", "pdf", "-o", "排版.docx"],
    ):
        line = assert_refused(call(*given), place, before)
        assert "不一致" in line


def test_a_suffix_that_names_no_format_takes_the_format_that_is_named(
    call: Call, place: Path
) -> None:
    for output in ("果", "果.out", "果.2024"):
        assert call("check", TEXT, "-f", "json", "-o", output).code == 1
        assert (place / output).read_bytes().startswith(b"{")


def test_a_second_review_keeps_what_the_author_wrote(call: Call, place: Path) -> None:
    assert call("review", COPY).code == 0
    copy = place / "材料" / "乙（审阅稿）.docx"
    assert "bak" not in call("review", COPY).err
    written = edited(copy.read_bytes())
    copy.write_bytes(written)
    ran = call("review", COPY)
    assert "原来的文件留作 材料/乙（审阅稿）.docx.bak" in ran.err
    assert copy.with_name("乙（审阅稿）.docx.bak").read_bytes() == written


def test_fixed_text_is_kept_as_it_was(call: Call, place: Path) -> None:
    ran = call("check", "--fix", TEXT)
    assert "原件备份为 材料/甲.txt.bak" in ran.err
    assert (place / "材料/甲.txt.bak").read_text(encoding="utf-8") == FAULTY
    assert (place / TEXT).read_text(encoding="utf-8") != FAULTY


def many(folder: Path) -> None:
    for number in range(30):
        (folder / f"材料/{number:02}.txt").write_text(FAULTY, encoding="utf-8")


FULL: dict[str, list[str]] = {
    "review": ["review", "材料", "-o", "盘/审阅", "-j", "1"],
    "review in processes": ["review", "材料", "-o", "盘/审阅", "-j", "2"],
    "typeset": ["typeset", "材料", "-o", "盘/排好", "-j", "1"],
    "opinion": ["opinion", "材料", "-o", "盘/意见单/", "-j", "1"],
    "check": ["check", "材料", "-o", "盘/汇总.xlsx", "-j", "1"],
    "baseline": ["check", "材料", "--write-baseline", "盘/基线.json", "-j", "1"],
    "ledger": ["ledger", "材料", "-o", "盘/台账.xlsx", "-j", "1"],
}


@pytest.mark.parametrize("name", FULL)
def test_a_full_disk_is_said_once_and_nothing_is_left(name: str, call: Call, place: Path) -> None:
    many(place)
    with mounted(place / "盘", "size=16k") as disk:
        (disk / "占").write_bytes(b"x" * 16_384)
        ran = call(*FULL[name])
        for child in active_children():
            child.join()
        left = {path.name for path in disk.rglob("*")}
    assert ran.code == 2
    assert ran.err.count("磁盘已满") == 1, ran.err
    assert left == {"占"}


@pytest.mark.parametrize("name", FULL)
def test_a_read_only_disk_is_said_once_before_the_work(
    name: str, call: Call, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many(place)
    monkeypatch.setattr(api.Checker, "check", None)
    with mounted(place / "盘", "ro"):
        ran = call(*FULL[name])
    assert ran.code == 2
    assert ran.err.count("磁盘是只读的") == 1, ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_full_device_and_a_full_terminal_are_said_in_chinese(call: Call, place: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("这台机器没有 /dev/full")
    ran = call("check", TEXT, "-f", "json", "-o", "/dev/full")
    assert ran.err == "错误：/dev/full：写不进去，磁盘已满，请腾出空间，或换一个位置\n"
