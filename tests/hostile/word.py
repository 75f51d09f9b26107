"""The least Word file that can be read, and hostile ones by changing one of its parts."""

from __future__ import annotations

from pathlib import Path

from hostile.archive import Entry, entry, write

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OPEN = f'<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>'
CLOSE = "</w:body></w:document>"
PARAGRAPH = '<w:p><w:r><w:t>一是学习不深。</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
MAIN = "word/document.xml"
KINDS = ("styles", "numbering", "comments", "footnotes", "header", "footer")


def relations(*rows: str, targets: dict[str, str] | None = None) -> str:
    named = (
        f'<Relationship Id="k{at}" Type="{OFFICE}{kind}" Target="{target}"/>'
        for at, (target, kind) in enumerate((targets or {}).items())
    )
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join((*rows, *named))}</Relationships>'


def document(body: str) -> str:
    return OPEN + body + CLOSE


def parts(body: str = PARAGRAPH) -> dict[str, Entry]:
    """The entries of a good file with a part of every kind that is read."""
    contents = {
        "_rels/.rels": relations(targets={MAIN: "officeDocument", "core.xml": "core-properties"}),
        "core.xml": "<c><creator>张三</creator></c>",
        MAIN: document(body),
        "word/_rels/document.xml.rels": relations(targets={f"{kind}.xml": kind for kind in KINDS}),
        **{f"word/{kind}.xml": f'<w:{kind} xmlns:w="{W}"/>' for kind in KINDS},
    }
    return {name: entry(name, content) for name, content in contents.items()}


def save(
    folder: Path,
    *changed: Entry,
    body: str = PARAGRAPH,
    added: tuple[Entry, ...] = (),
    overlaps: int = 0,
) -> Path:
    """A good file but for the entries `changed` (in place of their namesakes) and `added`."""
    entries = parts(body) | {one.name: one for one in changed}
    return write(folder / "张三.docx", (*entries.values(), *added), overlaps)
