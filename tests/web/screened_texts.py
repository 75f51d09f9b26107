"""Four statements of one office, of which two share passages."""

from __future__ import annotations

SHARED = (
    "学习停在读文件上。去年十月防汛调度会上，本人因为没有吃透流域统一调度的要求，把两座小水库的放水次序排反了，"
    "下游三个村的秋灌推迟了四天，村里为此开了两次会。"
)
OWN = {
    "张三": "接访少。去年只到信访大厅接访两次，来访的张家湾村民等了一个上午没有见到人。",
    "李四": "督办不紧。河道清淤合同签了五个月没有开工，本人只在电话里问过一次。",
    "王五": "文件转得慢。县里要求三天内上报的旱情统计表压了六天才送出去。",
    "赵六": "图纸审得粗。北干渠三号闸的基础标高写错了二十厘米，签字前没有复核。",
}
FRAMES = {
    "张三": (
        "局长",
        "照着通知上的六条，一条一条查了自己。",
        "每月第一个周二到信访大厅坐一天，由办公室登记。",
    ),
    "李四": (
        "副局长",
        "会前和同事谈了九次，下面是没做好的事。",
        "清淤合同三月底前开工，每周去工地看一回。",
    ),
    "王五": (
        "办公室主任",
        "先说做错的，再说怎么改。",
        "来文当天登记，急件两小时内送到分管领导手上。",
    ),
    "赵六": (
        "工程股股长",
        "这一年的账，逐笔翻过以后写成这份材料。",
        "图纸签字前用水准仪复核一遍标高。",
    ),
}
SHARING = ("张三", "李四")


def texts() -> dict[str, bytes]:
    """The texts by the names of their files."""
    return {f"{name}.txt": _text(name).encode() for name in OWN}


def _text(name: str) -> str:
    shared = f"（二）{SHARED}\n" if name in SHARING else ""
    job, opening, promise = FRAMES[name]
    return (
        f"县水务局{job}2024年度民主生活会个人对照检查材料\n\n{opening}\n\n一、存在的问题\n（一）{OWN[name]}\n{shared}"
        f"二、整改措施\n{promise}\n\n县水务局　{name}\n2025年1月10日\n"
    )
