"""Names of papers as titles have them: one list for recognition, kinds and rules."""

STATEMENT_NAMES = (
    "对照检查", "对照检视", "对照剖析", "检视剖析", "检视检查", "检视问题", "检视材料", "检视报告", "检视发言",
    "问题检视", "问题查摆",
    "检查材料", "检查剖析", "剖析材料", "剖析报告", "剖析检查", "剖析查摆", "剖析发言", "自我剖析",
    "个人剖析", "自查剖析", "自我检查", "自我检视", "自我批评发言", "自我批评材料", "查摆材料", "查摆问题",
    "查摆问题材料", "查摆出的问题", "党性分析", "党性剖析", "党性体检", "自查自纠", "自查报告", "个人问题清单",
    "个人存在问题", "班子问题清单", "同志问题清单",
    "检视清单", "查摆清单", "整改清单", "述责述廉", "述廉述责", "个人检查", "个人检视", "党性检视", "对照材料",
)  # fmt: skip
"""What a title of a self-examination statement has in it: 个人对照检查发言材料 has 对照检查."""

NOT_OF_ONESELF = ("案例", "案件", "形势", "市场")
"""Before such a name: what examines something else than oneself, as 案例剖析材料."""

PAPER_WORDS = (
    "检查", "剖析", "党性分析", "查摆", "检视", "自查", "材料", "提纲", "发言", "报告", "汇报", "清单", "通报",
)  # fmt: skip
"""Words by which a title shows what paper it is."""
