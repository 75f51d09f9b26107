from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.text import AsideKind, Source, Span

# Properties with names of people, as the `author` of a metadata aside.
FIELDS = {
    "creator": "作者",
    "lastModifiedBy": "最后修改者",
    "company": "单位",
}
# Written by programs and new installations: no names of people.
NOBODY = {
    "", "administrator", "admin", "user", "users", "owner", "author", "pc", "lenovo", "dell", "hp", "huawei",
    "microsoft", "microsoft office user", "wps", "wps office", "python-docx", "libreoffice", "apache poi",
    "微软用户", "微软中国", "用户", "匿名", "未知",
}  # fmt: skip


@rule(
    "DZ322",
    on=Source,
    severity=Severity.HINT,
    source="文字常识",
    strength=Strength.EVIDENT,
    beyond_statements=True,
)
def author_metadata(source: Source, reading: Reading) -> Iterator[Hit]:
    """文件属性留有姓名"""
    names: dict[str, list[str]] = {}
    for aside in source.asides:
        field = FIELDS.get(aside.author) if aside.kind == AsideKind.METADATA else None
        if field and aside.text.strip().lower() not in NOBODY:
            names.setdefault(aside.text.strip(), []).append(field)
    if names:
        shown = "、".join(f"“{name}”（{'、'.join(fields)}）" for name, fields in names.items())
        yield Hit(
            Span(0, 0),
            f"文件属性里留有名字：{shown}",
            asks="该让收件人看到吗？",
            advice="不该就在“检查文档”中清除",
        )
