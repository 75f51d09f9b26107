"""A statement written in an editor: what is underlined, explained and mended, over the real protocol."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from lsprotocol import types

from duizhao import api
from lsp.editor import Editor, editor, place

LINE = "（一）推进xx工作不力，服务于部职工不够。"
TEXT = f"""\
个人对照检查材料
一、存在的问题
{LINE}
二、原因剖析
理论学习抓得不紧。
三、整改措施
每月通读一章原文。
"""
WIDE = "𠀀𪚥👩‍👩‍👧"
"""Three characters outside the basic plane and more, which an editor counts as two each."""
NOTHING = (3, 1)
SLIP, BLANK = "DZ601", "DZ301"
QUICK = types.CodeActionKind.QuickFix
ALL = types.CodeActionKind.SourceFixAll

Scene = Callable[[Editor, str], Awaitable[None]]


@pytest.fixture
def play(tmp_path: Path) -> Callable[[Scene], None]:
    """Plays a scene in an editor, in a folder with a configuration of its own. Nothing may go wrong in it."""
    (tmp_path / "duizhao.toml").write_text("", encoding="utf-8")

    async def played(scene: Scene) -> None:
        async with editor(tmp_path) as made:
            await scene(made, (tmp_path / "张三 材料.txt").as_uri())
            assert made.messages == []

    return lambda scene: asyncio.run(played(scene))


def test_findings_are_underlined_as_the_command_line_finds_them(
    play: Callable[[Scene], None],
) -> None:
    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, TEXT)
        shown = await here.diagnostics(uri)
        found = api.check_source(api.Source(TEXT)).findings
        assert [each.code for each in shown] == [finding.code for finding in found]
        assert [here.buffers[uri].at(d.range) for d in shown] == [f.span.of(TEXT) for f in found]
        blank = next(each for each in shown if each.code == BLANK)
        assert blank.severity is types.DiagnosticSeverity.Error
        assert blank.message.startswith("空白未填：")
        assert blank.source == "duizhao"
        assert blank.code_description
        page = Path(blank.code_description.href.removeprefix("file://"))
        assert page.read_text(encoding="utf-8").startswith(f"# {BLANK} ")
        severities = {each.severity for each in shown}
        assert types.DiagnosticSeverity.Information in severities
        here.close(uri)
        await here.until(lambda: not here.shown[uri].diagnostics)

    play(scene)


SKIPPED = f"个人对照检查材料\n一、存在的问题\n一是{WIDE}推进xx工作不力；三是推进不力。\n"
"""The third point follows the first."""


def test_other_places_of_a_finding_are_named(play: Callable[[Scene], None]) -> None:
    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, SKIPPED)
        buffer = here.buffers[uri]
        shown = {
            (str(each.code), buffer.at(other.location.range), other.message, other.location.uri)
            for each in await here.diagnostics(uri)
            for other in each.related_information or []
        }
        assert ("DZ201", "一是", "前一项", uri) in shown
        found = api.check_source(api.Source(SKIPPED)).findings
        assert shown == {
            (finding.code, span.of(SKIPPED), why, uri)
            for finding in found
            for span, why in finding.related
        }

    play(scene)


def test_editor_that_cannot_show_other_places_is_not_told_of_them(tmp_path: Path) -> None:
    async def played() -> None:
        async with editor(tmp_path, types.ClientCapabilities()) as here:
            uri = (tmp_path / "a.txt").as_uri()
            here.open(uri, SKIPPED)
            await here.until(lambda: uri in here.shown)
            shown = here.shown[uri].diagnostics
            assert "DZ201" in {each.code for each in shown}
            assert all(each.related_information is None for each in shown)

    asyncio.run(played())


def test_hover_shows_what_is_said_and_the_page_of_the_rule(play: Callable[[Scene], None]) -> None:
    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, TEXT)
        blank = await here.hover(uri, (2, LINE.index("xx")))
        assert blank
        assert blank.range
        assert here.buffers[uri].at(blank.range) == "xx"
        assert isinstance(blank.contents, types.MarkupContent)
        assert blank.contents.kind is types.MarkupKind.Markdown
        for words in ("**DZ301 空白未填（必改）**", "## 为什么", "反例", "⟦"):
            assert words in blank.contents.value
        assert "~~~bad" not in blank.contents.value
        assert await here.hover(uri, NOTHING) is None
        assert await here.hover(uri, (999, 999)) is None
        assert await here.hover("file:///nowhere.txt", (0, 0)) is None

    play(scene)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_are_right_behind_wide_characters_and_strange_separators(
    play: Callable[[Scene], None], newline: str
) -> None:
    strange = f"{WIDE}\u2028\x0c\x85"
    text = TEXT.replace(LINE, f"{strange}{LINE}{strange}").replace("\n", newline)

    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, text)
        assert await here.marked(uri, SLIP) == ["于部职工"]
        assert await here.marked(uri, BLANK) == ["xx"]
        (slip,) = [d for d in await here.diagnostics(uri) if d.code == SLIP]
        before = f"{strange}{LINE}".partition("于部")[0]
        assert slip.range.start.character == len(before.encode("utf-16-le")) // 2
        (fix,) = [a for a in await here.actions(uri, slip.range, QUICK) if a.is_preferred]
        assert fix.title == f"“于”改为“干”（{SLIP}）"
        here.apply(uri, fix)
        assert here.buffers[uri].text == text.replace("于部", "干部")
        assert await here.marked(uri, SLIP) == []
        assert await here.marked(uri, BLANK) == ["xx"]

    play(scene)


def test_changes_are_followed_one_by_one(play: Callable[[Scene], None]) -> None:
    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, TEXT)
        assert await here.marked(uri, BLANK) == ["xx"]
        blank = LINE.index("xx")
        here.change(
            uri,
            (place((2, blank), (2, blank + 2)), WIDE),
            (place((0, 0), (0, 0)), f"{WIDE}\u2028\n"),
            (place((3, 0), (3, 0)), "补写\r"),
            (place((7, 0), (8, 0)), ""),
        )
        wide = len(WIDE.encode("utf-16-le")) // 2
        here.change(uri, (place((4, blank + wide), (4, blank + wide)), "YY"))
        assert await here.marked(uri, SLIP) == ["于部职工"]
        assert await here.marked(uri, BLANK) == []
        assert f"推进{WIDE}YY工作" in here.buffers[uri].text
        end = here.buffers[uri].text.count("\n") + here.buffers[uri].text.count("\r")
        here.change(uri, (place((end, 0), (end, 0)), "服务xx"), (place((1, 0), (1, 1)), "于"))
        assert await here.marked(uri, BLANK) == ["xx"]
        here.replace(uri, "于部职工")
        assert await here.marked(uri, SLIP) == ["于部职工"]

    play(scene)


def test_quick_fixes_are_offered_where_they_are_and_a_mark_silences_the_line(
    play: Callable[[Scene], None],
) -> None:
    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, TEXT)
        slip = LINE.index("于")
        titles = {a.title for a in await here.actions(uri, place((2, slip), (2, slip + 1)), QUICK)}
        assert f"“于”改为“干”（{SLIP}）" in titles
        assert not await here.actions(uri, place(NOTHING, NOTHING), QUICK)
        offered = await here.actions(uri, place((2, 0), (2, 99)), QUICK)
        assert all(each.diagnostics for each in offered)
        (silence,) = [a for a in offered if a.title.startswith(f"这一行不再提 {BLANK}")]
        here.apply(uri, silence)
        assert f"{LINE} <!-- 对照：略 {BLANK} -->" in here.buffers[uri].text
        assert await here.marked(uri, BLANK) == []
        assert await here.marked(uri, SLIP) == ["于部职工"]

    play(scene)


def test_rule_that_speaks_twice_of_a_line_is_silenced_once(play: Callable[[Scene], None]) -> None:
    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, "个人对照检查材料\n一、存在的问题\n推进xx工作、××工作不力。\n")
        offered = await here.actions(uri, place((2, 0), (2, 99)), QUICK)
        (silence,) = [a for a in offered if a.title.startswith(f"这一行不再提 {BLANK}")]
        assert len(silence.diagnostics or []) == 2
        here.apply(uri, silence)
        assert await here.marked(uri, BLANK) == []

    play(scene)


def test_everything_certain_is_mended_at_once_as_the_command_line_does(
    play: Callable[[Scene], None],
) -> None:
    example = Path(__file__).parents[2] / "examples" / "faulty.txt"
    text = WIDE + example.read_text(encoding="utf-8")

    async def scene(here: Editor, uri: str) -> None:
        here.open(uri, text)
        anywhere = place((0, 0), (0, 0))
        for only in (ALL, f"{ALL.value}.duizhao", types.CodeActionKind.Source):
            (mend,) = await here.actions(uri, anywhere, only)
            assert mend.kind == f"{ALL.value}.duizhao"
        assert mend in await here.actions(uri, anywhere)
        assert mend not in await here.actions(uri, anywhere, automatic=True)
        assert not await here.actions(uri, anywhere, types.CodeActionKind.Refactor)
        fixing = api.fix_source(api.Source(text), api.Checker())
        assert mend.title == f"改正全文有把握的 {len(fixing.fixed)} 处"
        here.apply(uri, mend)
        assert here.buffers[uri].text == fixing.after.text != text
        assert not await here.actions(uri, anywhere, ALL)

    play(scene)


def test_markdown_and_unsaved_texts_are_checked_and_others_left_alone(
    play: Callable[[Scene], None],
) -> None:
    async def scene(here: Editor, uri: str) -> None:
        here.open(uri.replace(".txt", ".md"), TEXT, "markdown")
        here.open("untitled:Untitled-1", TEXT)
        here.open(uri.replace(".txt", ".py"), TEXT, "python")
        here.open("git:/a.txt", TEXT)
        for each in (uri.replace(".txt", ".md"), "untitled:Untitled-1"):
            assert await here.marked(each, SLIP) == ["于部职工"]
        here.change("git:/a.txt", (place((0, 0), (0, 0)), "x"))
        assert len(here.shown) == 2

    play(scene)
