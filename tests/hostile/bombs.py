"""Small files that grow: too much text, markup, media or work."""

from __future__ import annotations

from pathlib import Path

from duizhao.office.limits import MAX_MARKUP
from duizhao.read import MAX_PARAGRAPHS
from duizhao.read.limits import MAX_COMMENTS
from hostile.archive import bomb, entry
from hostile.word import CLOSE, MAIN, OFFICE, OPEN, PARAGRAPH, W, document, relations, save

MEGABYTE = 1_000_000
START, END = (OPEN.encode(), 1), (CLOSE.encode(), 1)
WORDS = ("一是理论学习不够深入，联系实际不够紧密。" * 17_000).encode()[: MEGABYTE // 3 * 3]


def of_text(folder: Path) -> Path:
    """300 MB of text in paragraphs."""
    block = b"<w:p><w:r><w:t>" + WORDS + b"</w:t></w:r></w:p>"
    return save(folder, bomb(MAIN, START, (block, 300), END))


def of_text_that_lies(folder: Path) -> Path:
    """300 MB of text that claim to be 1,000 bytes."""
    return save(
        folder,
        bomb(
            MAIN, START, (b"<w:p><w:r><w:t>" + WORDS + b"</w:t></w:r></w:p>", 300), END, size=1000
        ),
    )


def of_blanks(folder: Path) -> Path:
    """1 GB of blanks in one text element."""
    text = (OPEN + "<w:p><w:r><w:t>").encode()
    return save(
        folder,
        bomb(MAIN, (text, 1), (b" " * MEGABYTE, 1000), (b"</w:t></w:r></w:p>" + CLOSE.encode(), 1)),
    )


def of_media(folder: Path) -> Path:
    """2 GB of pictures beside one honest sentence."""
    return save(folder, added=(bomb("word/media/image1.png", (bytes(MEGABYTE), 2000)),))


def of_paragraphs(folder: Path) -> Path:
    """2 million paragraphs."""
    return save(folder, bomb(MAIN, START, (PARAGRAPH.encode() * 1000, 2000), END))


def of_empty_paragraphs(folder: Path) -> Path:
    """2 million empty paragraphs, 12 MB of XML."""
    return save(folder, bomb(MAIN, START, (b"<w:p/>" * 1000, 2000), END))


def of_styles(folder: Path) -> Path:
    return save(
        folder,
        bomb("word/styles.xml", (f'<w:styles xmlns:w="{W}">'.encode(), 1), (b" " * MEGABYTE, 1000)),
    )


def of_relations(folder: Path) -> Path:
    """200,000 relations."""
    row = f'<Relationship Id="x" Type="{OFFICE}hyperlink" Target="http://127.0.0.1:9/" TargetMode="External"/>'
    return save(folder, entry("word/_rels/document.xml.rels", relations(row * 200_000)))


def of_relations_to_headers(folder: Path) -> Path:
    """3,000 headers, each a part of its own."""
    targets = {f"h{at}.xml": "header" for at in range(3000)}
    header = f'<w:hdr xmlns:w="{W}">{PARAGRAPH * 50}</w:hdr>'
    return save(
        folder,
        entry("word/_rels/document.xml.rels", relations(targets=targets)),
        added=tuple(entry(f"word/{name}", header) for name in targets),
    )


def of_entries(folder: Path) -> Path:
    """60,000 entries."""
    return save(folder, overlaps=0, added=tuple(entry(f"x/{at:040}", "") for at in range(60_000)))


def overlapping(folder: Path) -> Path:
    """1,000 names for the same compressed bytes."""
    return save(folder, bomb(MAIN, START, (WORDS, 1), END), overlaps=1000)


def of_attributes(folder: Path) -> Path:
    attributes = " ".join(f'a{at}=""' for at in range(1_000_000))
    return save(folder, entry(MAIN, document(f"<w:p {attributes}/>")))


def of_namespaces(folder: Path) -> Path:
    spaces = " ".join(f'xmlns:n{at}="urn:{at}"' for at in range(100_000))
    branch = '<mc:AlternateContent><mc:Choice Requires="n1"/><mc:Fallback/></mc:AlternateContent>'
    return save(folder, entry(MAIN, document(f"<w:p {spaces}>{branch * 60_000}</w:p>")))


def up_to_every_limit(folder: Path) -> Path:
    """As many tags, attributes and characters as pass: the most that a normal result may cost."""
    run = '<w:r w:a="" w:b="" w:c="" w:d="" w:e=""><w:t>' + "党党" + "</w:t><w:tab/></w:r>"
    return save(folder, body=f"<w:p>{run * (MAX_MARKUP // 5 - 1_000)}</w:p>")


def of_tabs(folder: Path) -> Path:
    return save(folder, body=f"<w:p><w:r>{'<w:tab/>' * (MAX_MARKUP - 10_000)}</w:r></w:p>")


def of_comments(folder: Path) -> Path:
    """As many comments on one sentence as are read, with room for those of a review."""
    return _commented(folder, MAX_COMMENTS - 1_000)


def of_too_many_comments(folder: Path) -> Path:
    return _commented(folder, MAX_COMMENTS + 1)


def _commented(folder: Path, count: int) -> Path:
    comment = '<w:comment w:id="{0}" w:author="x"><w:p><w:r><w:t>问</w:t></w:r></w:p></w:comment>'
    comments = "".join(comment.format(at) for at in range(count))
    anchors = "".join(f'<w:commentRangeStart w:id="{at}"/>' for at in range(count))
    return save(
        folder,
        entry("word/comments.xml", f'<w:comments xmlns:w="{W}">{comments}</w:comments>'),
        body=f"<w:p>{anchors}<w:r><w:t>学习不深</w:t></w:r></w:p>",
    )


def of_insertions(folder: Path) -> Path:
    """Insertions in insertions, each around all the text."""
    inner = "<w:r><w:t>" + "党" * 290_000 + "</w:t></w:r>"
    return save(folder, body=f"<w:p>{'<w:ins>' * 90}{inner}{'</w:ins>' * 90}</w:p>")


def of_markers(folder: Path) -> Path:
    """A million characters of marker before each of as many paragraphs as pass."""
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="{"%1" * 500_000}"/></w:lvl>'
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    )
    return save(folder, entry("word/numbering.xml", numbering), body=numbered * MAX_PARAGRAPHS)


def of_lists(folder: Path) -> Path:
    """70,000 lists that share one definition of 20,000 levels."""
    level = '<w:lvl w:ilvl="0"><w:lvlText w:val="x"/></w:lvl>'
    lists = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/></w:num>' for at in range(70_000)
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{level * 20_000}</w:abstractNum>'
        f"{lists}</w:numbering>"
    )
    return save(folder, entry("word/numbering.xml", numbering))


def of_based_styles(folder: Path) -> Path:
    """A chain of 40,000 styles, each based on the next, and a paragraph for each that may have one."""
    style = '<w:style w:type="paragraph" w:styleId="s{}"><w:basedOn w:val="s{}"/></w:style>'
    styles = "".join(style.format(at, at + 1) for at in range(40_000))
    paragraph = '<w:p><w:pPr><w:pStyle w:val="s{}"/></w:pPr></w:p>'
    return save(
        folder,
        entry("word/styles.xml", f'<w:styles xmlns:w="{W}">{styles}</w:styles>'),
        body="".join(paragraph.format(at) for at in range(MAX_PARAGRAPHS)),
    )


def of_fields(folder: Path) -> Path:
    """45,000 fields that begin and never end, then as many paragraphs as pass."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    return save(folder, body=f"<w:p>{begin * 45_000}</w:p>{'<w:p/>' * (MAX_PARAGRAPHS - 1)}")
