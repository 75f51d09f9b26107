"""Fields of life that a problem and its cause may speak of in different words: 皮卡 and 车钥匙, 柚子 and 送点吃的.

A line is a field: its name as a reader sees it, then words of it. The list is ours.
"""

from __future__ import annotations

from functools import cache
from operator import add

LINES = """\
老人 老人 老年 老太太 大爷 大娘 大妈 奶奶 爷爷 老汉 老头 养老 八十岁 七十岁 老大爷 老两口 敬老
孩子 孩子 学生 儿童 家长 小学生 少年 班上 娃 幼儿 宝宝 母亲 课堂 老师 教师
病 病人 患者 看病 病床 床号 查房 喊疼 疼 药 住院 门诊 医生 护士 大夫 心电 病历
车 汽车 公车 皮卡 司机 开车 车钥匙 驾驶 车队 车上 轿车 小车 头班车 用车 货车 面包车 公交
吃喝 喝酒 酒 饭桌 酒桌 吃饭 留饭 宴 一顿饭 茶叶 烟 土特产 特产 柚子 送点 送来 水果 礼品 收下 红包 吃请
饭菜 饭菜 食堂 菜 米 肉 开饭 餐 早点 粥 伙食 灶
钱 账 发票 价 收费 多收 出账 入账 欠 利率 利息 费 贷款 存款 工资 补贴 奖金 报销 进账 分钱 款
记录 记录 补填 补签 照抄 登记 记账 台账 签字 笔录 抄写 名册 表格 填表 空表 账本 签名
值班 值班 夜班 巡 交接班 夜里 半夜 睡觉 打瞌睡 值守 巡站 巡仓 签到
话 打断 顶嘴 骂 挨骂 反话 听话 说话 意见 投诉 牢骚 插嘴 座谈 议事 念稿 举手 鼓掌 听证 吵
亲戚 亲戚 本家 小舅子 姐夫 岳父 妻弟 外甥 堂弟 侄子 熟人 朋友 老同学 战友 家属 姓 人情 和气 招呼
房屋 房子 漏雨 屋顶 屋面 墙 楼 公租房 出租屋 住房 宅基地 危房 房东
水 水管 管子 漏水 渗水 水表 水厂 水价 吨水 排水 水沟 污水 水质 余氯
电 电线 电池 充电 停电 线路 飞线 路灯 灯
田地 田 塘 泥 地里 下乡 下田 农民 种 粮 棚 鱼 牛 羊 果树 庄稼 茶园 试验田
库房 仓 库 冷库 库房 保管 盘点 入库 出库 清点 钥匙
名次 名次 排名 排第 挂名 署名 奖 职称 论文 文章 功劳 名声 资格老 奉承 荣誉 名和利 业绩 考核 达标率 正点率 结案率 破案率
文件 文件 公文 通知 来文 通报 收文 发文 转办 批示 材料
来访 窗口 柜台 大厅 排队 跑三趟 跑两趟 白跑 站着等 办事的人 柜台外
案子 案子 当事人 判 调解 开庭 传票 送达 审判 诉讼 律师 原告 被告
法规 法律 规矩 规定 条例 手续 程序 制度 按规 签了责任书
学习 书 学习 读 学法 笔记 培训 课 原著 条文
安全 隐患 事故 灭火器 消防 出事 冒烟 着火 安全 火 摔 滑倒
手机 手机 短信 微信 视频 屏幕 监控 照片 拍照 网上 电脑
到现场 办公室 屋里 坐着 机关 不下 没到 没有到 没去 不去 没上门 没到过 没看 隔着 听汇报 腿 走动
厂里 机器 车间 设备 检修 零件 故障 维修 抢修 坏了 坏的
职工 职工 工人 班组 员工 民警 队员 手下 下面的人 自己人 年轻人 徒弟 临时工 合同工
卫生 垃圾 脏 臭 打扫 清扫 厕所 保洁 废品 纸壳
选人 提拔 评优 推荐 指标 名额 入党 低保 评下来 公平 公道 插队 分配 排号
公开 公示 贴出 张贴 公布 榜 群众有权 知道就行 没有贴 没贴 说不清 看账 公开栏
上门 家访 独居 上门 走访 户 一家一户 邻居
"""


@cache
def _fields() -> dict[str, dict[str, tuple[str, ...]]]:
    table: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in LINES.splitlines():
        name, *words = line.split()
        for word in dict.fromkeys(words):
            same = table.setdefault(word[:2], {})
            same[word] = (*same.get(word, ()), name)
    return table


def fields_of(text: str) -> frozenset[str]:
    """The names of the fields that the text has words of."""
    table = _fields()
    found: set[str] = set()
    for start in set(map(add, text, text[1:])).union(text) & table.keys():
        for word, names in table[start].items():
            if word in text:
                found.update(names)
    return frozenset(found)
