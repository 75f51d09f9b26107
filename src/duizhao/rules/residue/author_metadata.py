from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Reading, Severity, Strength, rule
from duizhao.text import Source, Span

# What programs and fresh installations write: nobody's name.
NOBODY = {
    *(
        "administrator",
        "admin",
        "user",
        "users",
        "owner",
        "author",
        "pc",
        "lenovo",
        "dell",
        "hp",
        "huawei",
    ),
    *(
        "microsoft",
        "microsoft office user",
        "wps",
        "wps office",
        "python-docx",
        "libreoffice",
        "apache poi",
    ),
    *("微软用户", "微软中国", "用户", "匿名", "未知"),
}


@rule(
    "DZ322",
    on=Source,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def author_metadata(source: Source, reading: Reading) -> Iterator[tuple[Span, str]]:
    """文件属性留有姓名"""
    names = dict.fromkeys(
        aside.author.strip() for aside in source.asides if aside.kind == "metadata"
    )
    known = [name for name in names if name and name.lower() not in NOBODY]
    if known:
        shown = "、".join(f"“{name}”" for name in known)
        yield (
            Span(0, 0),
            f"文件属性里留有姓名{shown}（作者或最后修改者）；该让收件人看到吗？不该就在“检查文档”中清除",
        )
