"""Finds the cause of a problem that shares no word with it, by what moves people to such faults: 图省事 to 代签.

A line of the table is a motive: its name as a reader sees it, then the words of causes, then those of the faults that
come of it. The list is ours. The weight of a motive is the logarithm of the number of points over the number that speak
of it, so that one that most points speak of tells none apart. Only causes without any other link are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log
from operator import add

LINES = """\
图省事
省事 省力 偷懒 发懒 懒散 懒惰 懒了 腿懒 手懒 图轻松 图方便 图快 怕麻烦 嫌麻烦 怕费事 怕跑 怕累 能不动 得过且过 \
应付 糊弄 凑合 敷衍 差不多 松劲 泄劲 混日子 混到 熬到 熬几年 船到码头 交差 摆设 走形式 侥幸 没人看 \
能凑合 凑合就 嫌远 嫌山高 费工夫 费时间 省步子 省一道 \
不抠 一罚了之 不愿费 费口舌 嫌烦 走捷径 图清静 图省心 锐气磨
照抄 抄的 抄着 抄上 抄来 补签 补写 补记 补的 补填 代签 替签 代填 漏填 漏记 空着 空白 没有按期 没有按时 没按 \
没有上门 没有走 没走过 没有到 没去看 没有去看 没有核 没有量 没有逐 没有数 走过场 走过一 编的 凑数 东拼西凑 照搬 复制 \
套用 过期 失效 假记录 补材料 做样子 表面文章 死角 不愿起 不愿意起 电话里 马虎 潦草 应付 敷衍 补齐 一次没有 隔着 \
带病用 打滑 胶布 缠着 将就 旧得 画在纸上 垫着 \
估着 估抄 白条 凭记性 抄错 从外县 脱岗 离岗 溜号 打折扣 打了折扣 提前走
怕得罪人
得罪 老好人 好人主义 抹不开 拉不下 磨不开 面子 脸面 人情 情面 碍于 恶人 黑脸 不好意思 怕管 怕伤 和气 熟人 乡里乡亲 \
低头不见 老同事 老关系 说重了 狠不下 心软 怕投诉 怕挨骂 怕惹 怕人说 留余地 多栽花 好人主义 情面 原则性不强 \
伤和气 撕破脸 难为情 怕闹僵 怕惹来 护短 抹不开面
亲戚 表哥 表姐 表弟 表妹 姐夫 妹夫 小舅 堂哥 堂弟 外甥 侄子 战友 老乡 熟人 同学的 打招呼 打了个招呼 说情 没有批评 \
没批评 不批评 睁一只眼 违建 违章 占道 没有管 没管 不管 没人管 没有人管 无人管 没有处理 没有处罚 没有扣 没有追究 \
没有制止 没有过问 没有人过问 没有当面 不吭声 没吭声 没有说 没有点 放行 放了过去 例外 优先 关系户 插队 替人 替答 迟到 \
早退 旷工 缺席 好话 一片赞 提意见 只表扬 硬茬 绕开 绕着 从轻 罚款 催收 欠费 不闻不问 喝酒 打牌 抽烟 收烟 的烟 \
吃请 争吵 吵了 调解 纠纷 两家 当场指出 没有指出 推诿 \
没有提醒 没提醒 装作没看见 当没看见 没敢 提的是 嘴上没说 请托 便饭 提醒不够 没有谈话 没找他谈 没有移交 只是口头 只笑了
心里没有群众
宗旨 群众立场 群众观点 群众观念 群众感情 百姓 将心比心 换位 设身处地 替人家 替别人 替群众 替病人 替他们 为别人想 \
没有想过 没想过 没想到 体会不到 没坐过 没走过 不走那 不喝那 没住过 没排过 没在夜里 \
不知道人家 当成了烦 官架子 体谅 架子 高人一等 高高在上 官气 衙门 居高临下 优越感 怜悯 同情心 心里没有 感情淡 \
疏远 冷漠 当成麻烦 听不得 听不进 嫌人 难处 好听话 只顾自己 图自己 群众观念 为民服务意识 服务意识 为民情怀 \
有货没有人 见物不见人 急不急 冷不冷 放在心上 不往心里去 蹲下来 亏待 吃亏的不是 当人看 眼里没有人 \
当回事 没当回事 添麻烦 无妨 爹娘 没往心上 没放在心 成见 嫌老 不耐烦 \
立足点 疾苦 群众路线
老人 老太太 大爷 大妈 大娘 奶奶 爷爷 阿姨 大姐 老汉 残疾 孤寡 独居 孩子 家属 病人 患者 居民 村民 农民工 \
用户 乘客 旅客 顾客 客户 家长 申请人 当事人 来访 来电 响了 不接 没接 投诉 窗口 柜台 排队 排了 等了 等着 站了 \
站着 坐了 坐在 白跑 两趟 三趟 跑了 几趟 哭 嗓门 冷硬 生硬 冷冰冰 顶了 吼 推给 推三阻四 没有退 多收 没有发 停水 \
停电 停气 停暖 通知得晚 通知晚 绕路 绕了 摔了 摔倒 晾在 自己看 没有人去 漏到 下班了 回不了 \
上访 群众反映 张榜 告知 手工报销 \
农民 民工 工友 司机 中暑 摔断 冷馍 热水 蹲在 等到 雨衣 装反 绕两里 \
没人应 没人接 没见过面 捂鼻 估着 找法院 说在开会 剩饭 \
走马观花 蜻蜓点水 面对面 便民 仍要求 不会操作 温差 等候
学得少
老本 老经验 老办法 凭经验 凭老 经验够 够用 自以为 以为懂 学得少 学得浅 没有学过 没学 不学 少学 不爱学 外行 不懂 \
半懂 不会 不晓得 一知半解 坐不下来 静不下 学习抓得 读完了 读过 书本 忙着干活 顾不上学 年纪大了 记性 门外汉 生疏 碰头 \
一招鲜 学习自觉性 学习主动性 学习动力 学习劲头 以会代学 以干代学 学用脱节 理论武装 理论根基 理论联系实际 拿来主义 \
总开关 理想信念 政治学习 政治理论 老把式
学习 自学 听课 读书 笔记 培训 规程 操作不 不会用 不会操作 说错 答不 答错 背不 说不出 讲不 说不清 看不懂 念稿 \
照着稿 照着念 念文件 念一遍 条例 新办法 新规 新系统 新设备 新软件 规范 标准 考了 不及格 抄书 心得 党课 数据 稿子 \
写稿 讲话 引错 引了 套话 讨论 算错 理论 学用 研讨 精神不深 照搬 \
政治站位 领悟 指导实践 读书班 原文 创新理论 碎片化 本领恐慌
只看数字
升学率 分数 绩效 任务压 任务重 数字 考核分 考评 排名 名次 指标 出成绩 政绩 显眼 面子工程 好看 上级要 对上 季末 \
年底 业绩 收入 营业额 产值 看得见 出彩 露脸 虚名 荣誉 争先 急功近利 图表扬 \
要成绩 急着 赶在 交账 显功 只盯 往上看
报表 填表 数字 拍照 摆拍 样板 盆景 展板 展示 牌子 上墙 造假 虚报 虚高 虚的 夸大 作业 补课 推销 基金 理财 保险 \
指标 排名 冷门 偏远 角落 小事 宣传 信息稿 简报 打卡 点赞 凑人数 突击 迎检 重建轻 参观 没有人用 用不上 没人用 闲置 \
仓库 \
上报完工 化解率 只是打过 挖了坑 验收单
畏难
畏难 怕难 怕担 怕出事 怕出错 怕负责 怕碰 怕惹 倒霉 难啃 硬骨头 求稳 保险起见 绕着走 绕道 躲着 多一事 不如少 怕上访 \
怕复杂 缩手 没把握 没有底 心里没底 费力 吃力 嫌小 不讨好 \
担当精神 担当意识 斗争精神 攻坚克难 攻坚 本领恐慌 进取心 闯劲 劲头不足 求稳 \
担那个风险 不肯担责 少担责 砸了招牌 \
烫手 山芋 推出去 不揽 难缠 怕险 怕冒险 怕追责 怕失败 怕出岔 怕背 \
进取之心 锐气 骨头案 敢于碰硬
没有启动 没启动 没有动 没动 放着 挂着 悬着 拖着 没有下文 半途 停工 停产 遗留 老案 积案 旧案 两年没有 三年没有 多年 \
一年多没 上访 信访 钉子户 违建 债 欠款 欠薪 拆迁 征地 产权 办证 没有解决 没解决 反映多次 反映了 绕 推给 推来 推到 \
案子 没有报 不敢 推进缓慢 推进不力 进度 滞后 办法不多 不敢管 攻坚不力 未开工 未完工 没有完工 违法建设 \
推给上级 转走 查验 不敢碰 不敢催 \
没去过 重复访 一转了之 没谈下来 畏首畏尾 不果断 犹豫 观望 等等看 一直等 错过 议而不决 迟迟没有 没有拍板 不敢拍板 \
改革创新 长期未结 销号 招数少 偏软
事不关己
公家 不是我的 不归我 轮不到 与我无关 不相干 别人会 总有人 会有人 后勤 分内 分外 等别人 等人 等来 等着别人 等上级 \
靠上级 各管各 不关己 甩手 有人管 反正 谁的事 \
小处 看见了也 懒得弯腰 出不了事 与己无关 不动手
坏了 坏着 坏掉 漏水 漏雨 渗水 堵 没有修 没修 失修 锈 破了 破损 不亮 不转 掉了 脱落 倒伏 杂草 积水 排水 泡在 \
泡了 脏 臭 没有换 没换 没有清 断了 用完 没有就 就没有了 \
路过 踩一脚 堵了又 开裂
粗心
粗心 心粗 手粗 马虎 大大咧咧 毛糙 毛躁 丢三落四 不细 不爱回头 没有回头 不复查 没有核 一遍就 顺手 轻重 心不在焉 分心 \
心思不在 急躁 性急 贪快 大概
抄错 写错 填错 发错 算错 弄错 错了 错收 差错 漏了 漏掉 漏报 漏登 漏记 混在 丢 乱 多收 少算 少发 对不上 不符 \
找不着 找不到 压件 没有填 不及时填 没有分 放错
带队伍不严
队伍 只管用 用人 管得松 管理松 管得宽 失之于宽 宽松软 主体责任 压力传导 层层递减 隔着 一岗双责 重业务 不敢管 不会管 \
自己干 不放手 疼惜 护短 管党治党 重使用轻管理 严管 从严 \
从严治党 监督责任 日常监督 上热下冷
没人带 没有人带 不闻不问 新来 年轻 青年 徒弟 刚毕业 职工 队员 协管员 司机 下属 组员 监理 迟到 喝酒 违纪 谈话 谈心 \
思想动态 离职 辞职 返工 廉政 教育管理 警示教育 收受 违规 \
廉政风险 责任书 专题汇报 微权力 管理失序 管理松散
不心疼钱
过紧日子 勤俭 节俭 小钱 公家的钱 大手大脚 不心疼 浪费 讲排场 阔气 习以为常 成本 花钱 舍不得 口袋 经费 自家 当家
油 接待 招待 宴 浪费 超标 公车 公务车 公务用车 费用 开支 发票 报销 采购 打印 纸 空调 长明灯 倒掉 剩菜 维修 \
会议费 礼品 经费 基金 万元 万块
一个人说了算
一言堂 说了算 独断 听不得 听不进 家长制 家长作风 主观 碰头代替 代替了议 自己对 过于自信 不必 用不着商量 跟人商量 民主 \
程序是 手续 公道就 结果公道 法治 规矩 \
第二个一把手 一人说 \
程序意识 规矩意识 制度意识 底线意识 失之于软
表决 决策 议事 议题 商量 讨论 意见 拍板 定下 会上 公开 公示 张贴 名单 分配 改制 账目 手续 程序 合议 没有经过 \
没经过 事后 补签 台账 \
改过两次 事后没说 先定调子 没让讨论 \
议事规则 三重一大 前置研究 民主推荐
图虚名
虚名 求名 名声 虚荣 脸上 职称 评优 优质课 出风头 爱听好话 好大喜功 露脸 投机取巧 好看 随大流 随了大流 \
掌声 热闹 脸上的光 名和利 名利 功劳 露一手
挂名 署名 作假 抄袭 抄了 拔高 摆拍 编的 编造 虚报 造假 排练 提前把 假的 假数据 瞒 写成 没有下仪器 代开 报喜 \
汇演 参观 登报 登在 评奖 排第 名次
放心代替监督
信任 靠得住 老实人 信得过 自己人 放心 不会伸手 不会出事 用人不疑 干熟了 知根知底
一个人签 第二个人 没有查 没有看 没过秤 没有过秤 一人经手 没有核对 只看进度 没有问过 钥匙 公章 点钞 没有登记 不审 没有盘
有私心
私心 私情 亲情 偏心 先亲后疏 自家 一碗水 胳膊肘 人情债 亲疏 肥水 \
亲疏 交情 关系近 偏向 偏袒
妻弟 小舅子 连襟 外甥 本家 亲戚 侄 熟人 偏 排班 摊位 低保 名额 发包 上会 公平 公道 分配 救济 \
按关系 打球 一起喝 熟的 打过招呼 插队 给了自己
拖拉
拖 磨蹭 慢性子 不着急 不急 等一等 缓一缓 放一放 轻重缓急 堆 惯性
拖 慢 迟 过期 压在 压了 压着 积压 堆在 个月没有 天没有 半个月 两个月 三个月 半年 没有催 没有问 没有下文 逾期 超期 \
延期 急件
拿公家当自家
公家的东西 公家东西 自家的 自家人 占便宜 近水楼台 不拿白不拿 公私不分 公私界限 分得不清 顺手拿 沾点光 \
自己的地盘 用惯了 靠山吃山
私用 公车 公车私 油卡 加油卡 公款 拉家具 借用 借走 拿回家 带回家 家里用 入账 地脚 自家 私活 免费 \
白吃 白拿 报了 报销 家属来 搭车 接送 公物 门面 占用 挪用
当成小节
小节 小事一桩 算不了什么 不算什么 算什么 别人也 大家都 谁家都 人情往来 推不掉 推不过 却之不恭 礼尚往来 \
看不起人 乡里乡亲 下不为例 不值几个 没有敬畏 敬畏心 不碍事 不打紧 没当回事 无伤大雅 擦边
收下 收了 茶叶 土特产 特产 两条烟 香烟 红包 购物卡 礼品 喝了两 喝了酒 留饭 吃了饭 吃饭 饭局 宴请 \
一箱 两箱 一桌 折价 打麻将 迟到 早退 补签 挂名 看手机 刷手机 打牌 炒股
不沾地气
坐办公室 坐在办公室 跑惯了机关 机关待 机关坐 腿懒 不愿意下 不愿下 不想下 懒得下 嫌泥 嫌脏 嫌远 嫌热 \
嫌冷 怕晒 屏幕上 看照片 看监控 隔着玻璃 隔着一层 坐小车 坐车里 忘了 听汇报 看报表 浮在上面 没尝过 \
没坐过 没住过 没干过 不知道等 凭想象 官当 泥地
没到 没去 没下 没上过 没走进 没进过 照片 视频里 电话里 电话上 电话问 手机报 只去过 去过一次 一年去 \
一次也没 屋里写 坐在屋 隔着 转一圈 站了十 看一眼 车窗 路边 说不上 不知道 估的 估数 目测 听人说 报给我 \
靠问 门口转
责任没有落到人
落到人 谁管谁 没有写明 没写明 写清 责任不清 职责不清 分工不清 谁有空 都管 都不管 没有明确 没明确 \
没有指定 以为别人 两头管 三不管 没有专人 没有定人 没有交接 各管一段 交接不清 说不清该
没电 没人值 没有人值 没人锁 没锁 没有锁 没关 少了 丢了 不见了 说不清 没人报 没人管 没有人管 没人来 \
过期 没补 空着 没有检 没检 没人接 没人修 找不到人 没有登 漏检 对不上
照老一套办
老规矩 一直这么 一直这样 历来 前任 旧账 惯例 多少年 老一套 老皇历 习惯了 老黄历 沿袭 上一任 \
不是自己手里 老样子 老套路 老传统 老本子
没有提出取消 没有取消 没有精简 流程绕 手续多 \
没有改 没改 没换 没有换 沿用 照旧 照搬 旧的 老的 还是那 一个样 一样 没有编号 没编号 去年的 前年的 \
几年没 两年没 三年没 七年 十年 一直没 没更新 没有更新 改个日期 改了日期 日期改
怕家丑外扬
丢面子 怕上面知道 怕上级知道 家丑 怕通报 怕挨批 怕丢人 怕影响 怕见光 捂着 怕曝光 怕查 怕扣分 保住 \
脸上无光 怕摘牌 怕评不上 捂一捂 捂盖子 评先 怕扣
瞒 截 堵 压下 压着不 没报 不报 没有上报 没上报 迟报 报喜 改数 改了数 改过 删了 删帖 私了 封口 \
不让说 打招呼 漏报 零报告 涂改 少报 抹平 往轻里 大事化小 内部处理
以为布置了就是落实了
布置了 布置完 交代了 开了会就 会开了 发了通知 发了文 文发了 文件发 签了责任书 签完 签了字就 说过了 \
讲过了 挂在墙 写在墙 贴在墙 上了墙 有制度 管住了 交给别人 撒手 当甩手 一发了之 一签了之 不再过问 以会议 \
安排下去
补填 补记 走过场 走形式 一个样 一次写 一天写 没检查 没有检查 没看过 没查过 没再 没有再 没问过 没有问 \
不知情 没人照 没有照做 墙上 没执行 没落实 没有落实 落空 没跟 不了了之 没下文
当家作主惯了
当家长 家长 当久了 当长了 年头长 年头久 资格老 老资格 说一不二 没人顶 没有人顶 习惯别人听 自己说了 \
听我的 听安排 好为人师 过来人 拿主意 替人拿 不懂 高明 我比他们 顺耳 奉承 捧
打断 顶回去 拍桌子 当场批 训 骂 念稿 我念了 我讲了 一个人分 一个人定 我定的 我一个人 没上会 没解释 \
没商量 劝了 压着 逼 硬要 没听 听不进 没回复 没有回复 没理 反话 拖着不发 拖欠 他们提 提过
应付检查
检查组 过关 迎检 对付检查 应付检查 摆样子 做给人看 老样子 看着像 上面来看
迎检 空表 盒子 挪开 停回去 来查 检查那天 样板 台账 补材料 借来 打扫干净 做得比
以为吃苦是应该的
吃苦 苦里熬 该熬 受点罪 我们那时候 转业 当过兵 熬过来 苦惯
忍一忍 扛一扛 中暑 想家 轮换 空调 风扇 冻 渴 连轴 累 没有歇 凉的 加班饭
把钱看得重
多收一分 利润 票款 挣钱 创收 口袋 进账 多挣 一分是一分 收入
加了价 多收 加价 超载 收了两 不开票 管理费 推销 摊派 搭售 克扣
重业务轻党务
可有可无 重业务 业务忙 忙业务 党务 软任务 软指标 虚功 挡箭牌 软活 陪衬 硬本事 副业 添头
谈心 家访 没有上门看 党小组 支部会 没有开 没开过 三会一课 党课 组织生活
"""

Words = Mapping[str, Mapping[str, tuple[str, ...]]]
"""Words by their first two characters, each with its motives."""
ENOUGH_WEIGHT = 1.0
LEAD = 0.6
"""What the motives of a cause must weigh more than those of the next."""
FEWEST_POINTS = 10
"""A shorter statement is weighed as if it had so many points."""
COUNTED_WORDS = 2
"""A point with two words of a motive speaks of it more surely than with one; more words add nothing."""
MAX_CAUSES = 20
"""A motive of more causes tells none apart: keeps the time linear."""


def motivated(
    problems: Sequence[tuple[int, str]], causes: Sequence[tuple[int, str]], free: Iterable[int]
) -> dict[int, tuple[int, list[str]]]:
    """For these problems the cause by its motives, with their names, if it is ahead of all others and free.

    Problems and causes are numbers with texts; `free` are the numbers of the causes that may be linked.
    """
    of_causes, of_problems = _table()
    by_motive: dict[str, list[tuple[int, int]]] = {}
    for at, text in causes:
        for motive, count in _motives(text, of_causes).items():
            by_motive.setdefault(motive, []).append((at, count))
    may = frozenset(free)
    if not any(at in may for causes_of_one in by_motive.values() for at, _ in causes_of_one):
        return {}
    faults = [(at, _motives(text, of_problems)) for at, text in problems]
    weights = _weights(by_motive, faults, len(problems) + len(causes))
    found: dict[int, tuple[int, list[str]]] = {}
    for problem, motives in faults:
        shared: dict[int, float] = {}
        for motive in motives.keys() & weights.keys():
            for at, count in by_motive[motive]:
                weight = weights[motive] * (count + motives[motive]) / COUNTED_WORDS
                shared[at] = shared.get(at, 0.0) + weight
        best = _ahead(shared)
        if best in may:
            names = [name for name in sorted(motives) if best in dict(by_motive.get(name, ()))]
            found[problem] = (best, names)
    return found


def motives_of(text: str, *, is_cause: bool) -> dict[str, int]:
    """The motives that a problem or a cause has words of."""
    return _motives(text, _table()[0 if is_cause else 1])


def _weights(
    by_motive: Mapping[str, Sequence[object]],
    faults: Iterable[tuple[int, Mapping[str, int]]],
    points: int,
) -> dict[str, float]:
    counts = {name: len(causes) for name, causes in by_motive.items() if len(causes) <= MAX_CAUSES}
    for _, motives in faults:
        for motive in motives.keys() & counts.keys():
            counts[motive] += 1
    return {name: log(max(points, FEWEST_POINTS) / count) for name, count in counts.items()}


def _ahead(weights: Mapping[int, float]) -> int | None:
    if not weights:
        return None
    best, *others = sorted(weights, key=lambda at: (-weights[at], at))
    needed = max(ENOUGH_WEIGHT, weights[others[0]] + LEAD if others else 0.0)
    return best if weights[best] >= needed else None


def _motives(text: str, words: Words) -> dict[str, int]:
    """The motives that a text has words of, each with their number, at most COUNTED_WORDS."""
    found: dict[str, int] = {}
    starts = set(map(add, text, text[1:])).union(text)
    for start in starts & words.keys():
        for word, motives in words[start].items():
            if word in text:
                for motive in motives:
                    found[motive] = min(found.get(motive, 0) + 1, COUNTED_WORDS)
    return found


@cache
def _table() -> tuple[Words, Words]:
    """The words of causes and those of problems."""
    sides: tuple[dict[str, dict[str, tuple[str, ...]]], ...] = ({}, {})
    lines = LINES.splitlines()
    for name, *words in zip(lines[::3], lines[1::3], lines[2::3], strict=True):
        for side, listed in zip(sides, words, strict=True):
            for word in listed.split():
                same = side.setdefault(word[:2], {})
                same[word] = (*same.get(word, ()), name)
    return sides[0], sides[1]
