"""Whatever tables stand in a .docx, its typeset copy has the same words, or one line says why there is none."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st

from duizhao import api
from duizhao.errors import DuizhaoError
from duizhao.read import read_bytes
from duizhao.text.digest import digest
from read import made
from valid import faults

TAGS = """
w:p w:p w:r w:t w:pPr w:rPr w:del w:ins
w:tbl w:tbl w:tr w:tr w:tr w:tc w:tc w:tc w:trPr w:tcPr w:cellDel w:gridSpan w:vMerge
w:gridBefore w:tblHeader w:tblGrid w:gridCol w:sdt w:sdtContent w:txbxContent w:pict w:drawing w:object w:vanish
mc:AlternateContent mc:Choice mc:Fallback w:br
"""
VALUES = ("0", "1", "3", "70", "-1", "restart", "continue", "")

attributes = st.sampled_from(VALUES).map(' w:val="{0}" w:w="{0}"'.format) | st.just("")
elements = st.recursive(
    st.sampled_from(("", "<w:p><w:r><w:t>学习 不深</w:t></w:r></w:p>", "<w:p/>")),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(TAGS.split()),
        attributes,
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=14,
)
WORDS = st.sampled_from((
    "<w:p/>", "<w:p><w:r><w:t>学习 不深</w:t></w:r></w:p>", "<w:p><w:r><w:t>一、2024年6月</w:t><w:br/></w:r></w:p>",
))  # fmt: skip


def tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Tables as Word would write them, with cells that are merged in any way."""
    cell = st.builds(
        '<w:tc><w:tcPr><w:gridSpan w:val="{}"/>{}</w:tcPr>{}</w:tc>'.format,
        st.sampled_from((1, 1, 2, 3)),
        st.sampled_from(("", "", '<w:vMerge w:val="restart"/>', "<w:vMerge/>")),
        inner,
    )
    row = st.builds(
        "<w:tr><w:trPr>{}</w:trPr>{}</w:tr>".format,
        st.sampled_from(
            ("", "", "<w:tblHeader/>", '<w:gridBefore w:val="1"/>', '<w:trHeight w:val="900"/>')
        ),
        st.lists(cell, min_size=1, max_size=4).map("".join),
    )
    return st.lists(row, min_size=1, max_size=5).map(lambda rows: f"<w:tbl>{''.join(rows)}</w:tbl>")


bodies = st.lists(elements | tables(WORDS | tables(WORDS)) | WORDS, max_size=5).map("".join)


@settings(max_examples=60, deadline=None)
@given(bodies)
def test_words_stay_and_the_copy_is_valid(body: str) -> None:
    data = made.docx(f"<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>{body}")
    refusal = ""
    try:
        copy = api.Typesetter().typeset_stream(io.BytesIO(data), api.Checker())
    except DuizhaoError as fault:
        refusal = str(fault)
    else:
        assert copy.after == digest(read_bytes(data).text)
        assert faults(copy.data) == set()
    assert "程序的错" not in refusal
