from __future__ import annotations

from collections.abc import Iterator

from duizhao.lint import Hit, Reading, Severity, Strength, rule
from duizhao.lint.placement import opening
from duizhao.text import AsideKind, Source
from duizhao.text.pattern import LazyPattern

EDGES = {AsideKind.HEADER: "页眉", AsideKind.FOOTER: "页脚"}
MARK = LazyPattern(
    r"(?<![“\u4e00-\u9fff])[绝机秘][ 　]?密级?(?:[ 　]?[★☆*＊][ 　]?(?:\d{1,2}[ 　]?(?:年|个月)|长期)?|[ 　]*(?:\n|$))"
    r"|内部(?:资料|文件|材料)(?:[ 　，,：:；;·。！!]|\n|$)"
)


@rule(
    "DZ332",
    on=Source,
    severity=Severity.HINT,
    source="保守国家秘密法",
    strength=Strength.DERIVED,
    criteria=("G6",),
)
def secret_mark_in_header(source: Source, reading: Reading) -> Iterator[Hit]:
    """页眉页脚里有密级或“内部资料”的标志"""
    for aside in source.asides:
        if aside.kind in EDGES and (found := MARK.search(aside.text)):
            mark = found[0].strip(" 　，,：:；;·。！!\n")
            yield Hit(
                opening(reading.document),
                f"{EDGES[aside.kind]}里写着“{mark}”，这样的材料不能随便传阅",
                asks="这份材料真的定了密、限了阅读范围，还是标志随别的文件带了进来？",
                advice="定了的，按保密规定办，不在联网的电脑上打开；没有定的，请删去标志",
            )
