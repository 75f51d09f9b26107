"""Reviewed copies opened and saved by LibreOffice: nothing of what we wrote, and of what people wrote, is lost."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest
from reviewing import accepted, commented, finding, refused, reviewed
from test_comments import PLACES, TABLE
from threaded import ANSWERING, answered

from duizhao import api
from duizhao.read import libreoffice, read_bytes
from duizhao.text import Edit, Source, Span
from read.made import docx, p, r

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(libreoffice.soffice() is None, reason="LibreOffice is not installed"),
]
EXAMPLES = Path(__file__).parents[2] / "examples"
FORGOTTEN = {  # by LibreOffice itself
    "a text box": "LibreOffice 7.4 has no comments in text boxes, whoever wrote them",
    "two cells": "it ends a comment where its cell ends",
    "a cell": "it puts a paragraph before a table that begins a document; see “table”",
    "a simple field": "it has no field of this name",
    "a symbol": "it writes the character of the font",
}
ROWS = TABLE.replace("<w:tr>", "<w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>")
CONTROL = "<w:sdt><w:sdtPr><w:id w:val='5'/>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
FIELD = (
    "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText xml:space='preserve'> {} </w:instrText></w:r>"
    "<w:r><w:fldChar w:fldCharType='separate'/></w:r>{}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
)
SAID = r("联系") + r("于部职工", "<w:b/>") + r("不多。")
IN_CONTROLS = {
    "a control of one paragraph": p("前段") + CONTROL.format("", p(SAID)) + p("后段"),
    "the first paragraph of a control": p("前") + CONTROL.format("<w:group/>", p(SAID) + p("二")) + p("后"),
    "the last paragraph of a control": p("前") + CONTROL.format("", p("一") + p("二") + p(SAID)) + p("后"),
    "a control before a control": CONTROL.format("", p(SAID)) + CONTROL.format("", p("二")) + p("后"),
    "a control in a control": p("前") + CONTROL.format("", p("一") + CONTROL.format("", p(SAID))) + p("后"),
    "a control around a cell": p("前") + ROWS.replace("<w:tc>{}</w:tc>", CONTROL.format("", "<w:tc>{}</w:tc>"), 1)
    .format(p(SAID), p("乙")) + p("后"),
    "a control before a table": p("前") + CONTROL.format("", p(SAID)) + ROWS.format(p("甲"), p("乙")) + p("后"),
    "a control of plain text in a line": p("前文", CONTROL.format("<w:text/>", SAID), r("后文")),
    "one in the line of another": p("前") + CONTROL.format("", p(r("甲"), CONTROL.format("<w:text/>", SAID))) + p("后"),
    "a cross reference": p("前文见", FIELD.format(r"REF _Ref1 \h", SAID), r("一节。")),
    "a page's number in a link": p(FIELD.format("HYPERLINK", r("见") + FIELD.format("PAGEREF _T1", SAID)), r("页")),
    "a caption's number": p("图", '<w:fldSimple w:instr=" SEQ 图 ">' + SAID + "</w:fldSimple>", r("一节")),
    "a choice over paragraphs": p(FIELD.format("IF 1 = 1", SAID + "</w:p><w:p>" + r("二"))) + p("后"),
    "a name of the merge": p("称：", FIELD.format("MERGEFIELD 姓名", SAID)) + p("后"),
}  # fmt: skip
WORDS = "服务于部职工不够。"


def copies() -> Mapping[str, bytes]:
    """Reviewed copies of every kind."""
    made = {}
    for name in ("faulty.docx", "faulty.txt"):
        for fix in (False, True):
            copy = api.review_file(EXAMPLES / name, api.Checker(), fix=fix)
            made[f"{name}-{fix}"] = copy.data
    made["answered"] = answered(made["faulty.docx-True"], {"1": "已经改过。", "9": "再想想。"})
    body = p("前") + ROWS.format(p(WORDS), p("乙")) + p("后")
    made["table"] = _one(body, "于部职工", [Edit(Span(4, 5), "干")])
    for place, (body, words) in PLACES.items():
        if place not in FORGOTTEN:
            made[place] = _one(body, words)
    return made


def _one(body: str, words: str, edits: list[Edit] | None = None) -> bytes:
    data = docx(body)
    return reviewed(data, [finding(read_bytes(data, "试.docx"), words)], edits or []).data


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[bytes, bytes]]:
    """Each copy before and after, from one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("saved")
    before = copies()
    after = _converted(before, "docx:MS Word 2007 XML", folder)
    return {name: (data, after[name]) for name, data in before.items()}


def _converted(files: Mapping[str, bytes], kind: str, folder: Path) -> Mapping[str, bytes]:
    """What LibreOffice makes of each file, from one start."""
    paths = {name: folder / f"{at}.docx" for at, name in enumerate(files)}
    for name, data in files.items():
        paths[name].write_bytes(data)
    subprocess.run(
        [str(libreoffice.soffice()), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", kind, "--outdir", str(folder / "out"), *map(str, paths.values())],
        check=True, capture_output=True, timeout=600,
    )  # fmt: skip
    suffix = f".{kind.partition(':')[0]}"
    return {
        name: (folder / "out" / path.with_suffix(suffix).name).read_bytes()
        for name, path in paths.items()
    }


def comments(source: Source) -> Counter[tuple[str, str, str]]:
    """Who said what of which words."""
    return Counter(
        (aside.author, aside.text, aside.span.of(source.text))
        for aside in source.asides
        if aside.kind == "comment"
    )


def changes(source: Source) -> list[tuple[str, str, int, str]]:
    """Whose changes stand where; LibreOffice parts one where the look of its characters changes."""
    found = [
        (aside.author, aside.kind, aside.span.start, aside.text)
        for aside in source.asides
        if aside.kind in {"inserted", "deleted"}
    ]
    joined = []
    for (author, kind), group in groupby(found, key=lambda change: change[:2]):
        pieces = list(group)
        run = [pieces[0]]
        for piece in pieces[1:]:
            # A deletion takes no room in the text.
            end = run[-1][2] + (len(run[-1][3]) if kind == "inserted" else 0)
            if piece[2] == end:
                run[-1] = (author, kind, run[-1][2], run[-1][3] + piece[3])
            else:
                run.append(piece)
        joined += run
    return joined


def test_every_comment_and_change_and_all_text_is_kept(
    saved: Mapping[str, tuple[bytes, bytes]],
) -> None:
    for name, (before, after) in saved.items():
        old, new = read_bytes(before), read_bytes(after)
        assert new.text == old.text, name
        assert comments(new) == comments(old), name
        assert changes(new) == changes(old), name
    assert sum(comments(read_bytes(saved["faulty.docx-True"][1])).values()) > 50
    assert len(changes(read_bytes(saved["faulty.docx-True"][1]))) > 5


@pytest.mark.parametrize("name", ["faulty.docx", "faulty.txt"])
def test_saved_changes_can_still_be_accepted_and_refused(
    saved: Mapping[str, tuple[bytes, bytes]], name: str
) -> None:
    after = saved[f"{name}-True"][1]
    source = api.read(EXAMPLES / name)
    assert read_bytes(refused(after)).text == source.text
    fixed = api.Checker().fix(source, in_runs=True).source.text
    assert read_bytes(accepted(after)).text == fixed != source.text


def test_saved_copy_is_reviewed_again_without_doubles(
    saved: Mapping[str, tuple[bytes, bytes]], tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(saved["answered"][1])
    again = api.review_file(path, api.Checker())
    said = comments(read_bytes(again.data))
    assert sum(author == ANSWERING for author, _, _ in said) == 2
    assert set(said.values()) == {1}


def test_comments_in_controls_and_fields_take_no_words_away_and_add_none(tmp_path: Path) -> None:
    before = {f"{place}, before": docx(body) for place, body in IN_CONTROLS.items()}
    after = {place: _one(body, "于部职工") for place, body in IN_CONTROLS.items()}
    made = _converted({**before, **after}, "txt:Text", tmp_path)
    shown = {place: text.decode().split() for place, text in made.items()}
    for place, copy in after.items():
        assert shown[place] == shown[f"{place}, before"], place
        assert "于部职工" in "".join(shown[place]), place
        assert commented(copy) == ["于部职工"], place
