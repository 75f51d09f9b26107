"""Words that any statement may use: that two points share them means nothing.

The list is ours: the abstract words of statements, of offices and posts, and the phrases of the scanned vocabulary.
frequent_words.txt holds the frequent words of Chinese prose of all kinds; tools/build_frequent_words.py writes it.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

from duizhao.statement.vocabulary import VOCABULARY
from duizhao.text.pattern import LazyPattern

LINES = """\
工作 问题 群众 思想 认识 学习 单位 干部 党员 同志 领导 组织 方面 情况 原因 措施 整改 落实 存在 做法 责任 意识 能力
精神 作风 要求 制度 管理 服务 检查 解决 处理 办理 负责 完成 推进 开展 参加 安排 分管 主动 深入 及时 认真 加强 提高
增强 改进 坚持 做到 作用 带头 严格 具体 重要 主要 根本 总觉 觉得 认为 以为 知道 应当 需要 应该 准备 打算 思路 办法
方法 方式 心里 心态 习惯 时候 时间 今后 以后 以来 平时 有时 经常 总是 常常 往往 甚至 直到 之后 同时 另外 事情 小事
大事 件事 办事 做事 干事 事项 内容 意见 建议 发现 反映 提出 汇报 报告 研究 讨论 会议 开会 党组 支部 班子 书记 主任
局长 科长 院长 校长 村里 镇里 局里 院里 校里 乡镇 全县 全市 全镇 全村 全局 全院 全校 不够 不足 不高 不强 不深 不实
不严 不多 不细 缺乏 欠缺 放松 淡化 淡薄 满足 重视 轻视 忽视 忙于 材料 文件 通知 方案 计划 台账 清单 公开 公示 监督
跟踪 督促 牵头 当面 亲自 当天 上门 打电话 带队 到场 现场 推动 谋划 指导 导致 开阔 素质 综合 核心 全面 系统 理论 实践
实际 结合 联系 业务 专业 知识 本领 水平 质量 效果 成效 标准 目标 任务 重点 难点 难题 矛盾 困难 压力 动力 激情 热情
积极 创新 发展 改革 建设 治理 保障 支持 协调 配合 沟通 统筹 把握 掌握 运用 理解 领会 贯彻 执行 部署 决策 安于 现状
经验 惯性 思维 观念 立场 觉悟 政治 纪律 规矩 法律 党性 宗旨 信念 理想 修养 锤炼 担当 作为 斗争 廉洁 自律 约束 从严
治党 主体 教育 培训 活动 基层 一线 调研 走访 了解 关心 帮助 谈心 谈话 交流 态度 感情 感到 表现 差距 进度 效率 机制
体系 规范 流程 程序 环节 细节 原则 底线 风险 隐患 安全 监管 考核 评价 结果 过程 机会 条件 环境 形势 变化 需求 诉求
公司 集团 分公司 规定 全馆 全站 全所 全厂 站里 所里 馆里 厂里 队里 处里 科里 会上 会议
成员 班子成员 什么
利益 关系 人员 人民 社会 经济 年轻 年龄 身体 家庭 家属 朋友 同事 下属 上级 部门 科室 办公室 民主 生活 集体 个人 内部
外部 领域 行业 企业 项目 资金 政治站位 敏锐 鉴别 领悟
"""
CONCESSION = LazyPattern("(?:虽|尽管)[^。；！？\n]{0,80}?[，,](?=但|却|可|然而|不过)")
"""What is conceded, and no fault: 虽然坚持清扫，但."""
FREQUENT_WORDS = Path(__file__).parent / "frequent_words.txt"
GROUPS_OF_PHRASES = ("slogan", "hedge", "merit", "owner", "deadline", "result", "time", "example")


@cache
def common_pairs() -> frozenset[str]:
    """The pairs of neighbouring characters of these words."""
    words = LINES.split()
    for group in GROUPS_OF_PHRASES:
        words += VOCABULARY[f"statement.{group}"]
    return frozenset(left + right for word in words for left, right in pairwise(word))


@cache
def frequent_words() -> frozenset[str]:
    """The frequent words of two characters."""
    lines = FREQUENT_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if line[0] != "#" for word in line.split())
