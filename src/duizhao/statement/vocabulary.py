"""The strings that the interpreter looks for, by the names under which the scan files them.

- statement.first-person: the writer: 本人, 我 (where 我省, 我们 and their like are meant, see statement.collective)
- statement.collective: words with 我 that do not mean the writer alone
- statement.reflexive: 自己, 自身, which alone do not mean the writer
- statement.example: words that open an example
- statement.cause-cue, statement.measure-cue: phrases that announce a cause or a measure in the text of a problem
- statement.contrast: 但 and the like, between praise and fault; statement.merit: words of praise
- statement.hedge: words that soften a claim
- statement.owner, statement.deadline, statement.result: who, until when, and what shows that it is done
- statement.slogan: verbs and adverbs of resolution that name no act
- statement.number, statement.time, statement.place, statement.person, statement.work: anchors of facts
- statement.digit: digits, which begin dates and numbers
- statement.term: field terms (`terms.MATTERS`)
"""

from __future__ import annotations

from duizhao.statement.terms import MATTERS

COLONS = "：:"
NUMERALS = "两二三四五六七八九十"
EVENTS = (
    "开学", "放假", "期末", "汛期", "春节", "国庆", "中秋", "端午", "清明", "元旦", "元宵", "五一", "七一", "十一",
    "雨季", "入冬", "入夏", "入汛", "冬季", "供暖", "供暖季", "采暖季", "春耕", "春播", "秋收", "秋种", "防火期",
    "梅雨", "入梅", "台风季", "高考", "中考", "霜降", "立冬", "冬至", "换届", "生活会",
)  # fmt: skip
"""What a measure may have to be done before."""
UNITS = (
    "次", "项", "件", "户", "名", "位", "篇", "场", "天", "家", "封", "份", "起", "处", "期", "人",
    "小时", "公里", "亩", "元", "遍", "轮", "条", "周", "批", "例", "个月",
    "趟", "回", "台", "辆", "间", "夜", "笔", "顿", "吨", "斤", "座", "本", "年",
    "分钟", "盏", "块", "桶", "袋", "瓶", "箱", "扇", "根",
    *("个" + noun for noun in (
        "村", "乡", "镇", "县", "社区", "单位", "部门", "项目", "支部", "小区", "小时", "工作日", "案件",
        "企业", "窗口", "科室", "处室", "岗位", "街道", "网格", "点位", "班组", "季度", "星期", "小组",
        "夜班", "病人", "学生", "教师", "党员", "老人", "孩子", "灭火器", "电话", "工地", "钟头", "晚上",
        "上午", "下午", "组", "班", "店", "站", "所", "楼",
    )),
)  # fmt: skip

# Who is called 老赵 or 小马. Left out are surnames that make other words: 小程序, 老黄牛, 小高层, 小于, 老任务.
CALLED_BY_SURNAME = (
    "赵孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张曹魏姜谢邹潘彭鲁马俞袁柳鲍唐薛贺汤罗郝傅孟姚邵汪戴宋熊梁杜阮贾郭徐邱"
    "蔡樊胡凌霍卢丁邓崔龚陆翁邢裴谭廖尹侯曾肖董苏刘顾"
)

VOCABULARY: dict[str, tuple[str, ...]] = {
    "statement.first-person": ("本人", "我"),
    "statement.collective": (
        "我们", "我国", "我党", "我军", "我省", "我市", "我区", "我县", "我乡", "我镇", "我局", "我校", "我院",
        "我厅", "我委", "我办", "我处", "我科", "我村", "我街道", "我单位", "我部门", "我支部", "我公司",
        "自我",
        "忘我", "小我", "大我", "无我", "我将无我",
    ),
    "statement.reflexive": ("自己", "自身"),
    "statement.example": (
        "比如", "例如", "譬如", "如：", "如:", "。如", "具体表现为", "具体表现在", "具体表现是", "具体表现：",
        "主要表现为", "主要表现在", "主要表现是", "主要表现：", "突出表现为", "突出表现在", "突出表现是",
        "举例来说",
        "典型事例", "典型表现", "具体事例", "举个例子",
    ),
    "statement.cause-cue": (
        "究其原因", "究其根源", "究其根本", "究其实质", "产生上述问题", "产生以上问题", "产生这些问题",
        "产生这一问题", "产生此类问题", "出现上述问题", "出现以上问题", "出现这些问题", "存在上述问题",
        "存在以上问题", "存在这些问题", "造成上述问题", "造成以上问题", "造成这些问题", "上述问题的产生",
        "以上问题的产生", "这些问题的产生", "分析原因", "分析其原因", "剖析其原因", "剖析原因", "剖析根源",
        "问题的根源", "问题的原因", "原因在于", "根源在于", "原因是", "根源是",
        *(words + colon for colon in COLONS for words in ("原因分析", "原因剖析", "原因", "根源")),
    ),
    "statement.measure-cue": (
        "整改措施是",
        *(words + colon for colon in COLONS for words in (
            "整改措施", "改进措施", "努力方向", "整改方向", "下一步措施", "下步措施", "整改", "措施", "整改打算",
            "改进打算", "今后打算", "下步打算", "整改承诺", "改进办法", "整改办法",
        )),
    ),
    "statement.contrast": (
        "。但", "，但", "；但", "。然而", "，然而", "；然而", "。不过", "，不过", "，却", "。可是", "，可是",
        "。只是",
    ),
    "statement.merit": (
        "能够", "虽然", "虽说", "坚持", "认真", "带头", "自觉", "始终", "严格", "积极", "扎实", "充分认识",
        "坚定不移",
        "取得", "比较好", "较好", "明显",
    ),
    "statement.hedge": (
        "一定程度", "某种程度", "不同程度", "有所", "偶尔", "或多或少", "多多少少", "有时", "个别", "某些",
        "有些",
        "略有", "稍有", "稍显", "不太", "不是很", "不是特别", "相对", "客观上", "难免", "可能", "似乎",
        "大概", "基本上",
        "总体上", "有待", "还需", "仍需",
    ),
    "statement.owner": (
        "责任人", "责任领导", "责任单位", "责任部门", "责任科室", "牵头", "负责人", "由我", "我将", "我要",
        "我会", "本人将",
        "本人要", "由本人", "本人负责", "我负责", "具体负责", "主体负责", "组织实施",
        "带队", "带班", "坐诊", "坐班", "包案", "亲自抓", "亲自带",
    ),
    "statement.deadline": (
        "月底前", "年底前", "月前", "日前", "年前", "月内", "年内", "日内", "周内", "天内", "季度内",
        "季度前", "学期内",
        "立行立改", "立查立改", "即知即改", "立即", "马上就", "长期坚持", "时限", "完成时间", "每日", "每天",
        "每周", "每月", "每小时", "每班", "每逢", "每次",
        "每季", "每半年", "每年", "每学期", "每半月", "个月内", "本月", "下月", "本周", "下周", "月月",
        "学期末", "年终前", "年底", "年末", "全年", "上半年", "下半年", "月底", "月末", "月起", "日起",
        "季度末", "季度底", "当天", "当日", "当晚", "当场", "当月", "次日", "次月", "今天", "明天",
        "这周", "这个月", "下个月", "立刻", "即刻", "马上", "小时内", "分钟内", "星期内",
        "隔天", "隔周", "隔月", "按月", "按季", "逐月", "每晚", "每早", "每学年",
        "立改立行", "即行即改", "持续坚持", "常抓不懈", "小时一换", "节前", "台风季",
        *(event + until for event in EVENTS for until in ("前", "之前", "以前")),
    ),
    "statement.result": (
        "不少于", "不低于", "不高于", "不超过", "不多于", "至少", "完成率", "办结率", "满意度", "满意率",
        "合格率", "覆盖率",
        "全覆盖", "办结", "销号", "清零", "建立", "制定", "制订", "出台", "修订", "印发", "形成", "撰写",
        "提交", "公示",
        "公开", "验收", "通报", "建成", "整改到位", "完善",
    ),
    "statement.slogan": (
        "进一步", "不断", "切实", "始终", "坚决", "坚定", "深入", "持续", "牢固树立", "树牢", "积极", "努力",
        "大力",
        "强化", "加强", "提高", "增强", "提升", "深化", "严格", "全面", "扎实", "认真", "自觉", "时刻", "坚持",
    ),
    "statement.number": (
        "百分之", "过半", "半数", "分之", "一半", "半个月", "半年", "半天", "半小时", "半个小时",
        "点半", "点一刻", "点三刻", "点钟",
        *(numeral + unit for numeral in NUMERALS for unit in UNITS),
    ),
    "statement.time": (
        "今年", "去年", "前年", "上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "年初", "年底",
        "年末",
        "月份", "月底", "月初", "上旬", "中旬", "下旬", "春节", "国庆", "中秋", "端午", "清明", "元旦",
        "汛期", "二〇", "二○",
        *(f"{numeral}月" for numeral in NUMERALS if numeral != "两"),
        "十一月",
    ),
    "statement.place": (
        "县", "区", "镇", "乡", "村", "街道", "市", "园区", "路口", "小学", "中学", "医院", "水库", "大桥",
    ),
    "statement.person": (
        "同志", "大爷", "大妈", "大娘", "师傅", "主任", "书记", "局长", "处长", "科长", "股长", "所长",
        "校长", "院长",
        "老师", "支书", "队长", "先生", "女士", "阿姨", "老人", "一家",
        *(f"{age}{surname}" for age in "老小" for surname in CALLED_BY_SURNAME),
    ),
    "statement.work": (
        "》", "工程”", "行动”", "会议”", "项目”", "活动”", "计划”", "专班”", "试点”", "平台”", "系统”", "案”",
    ),
    "statement.digit": tuple("0123456789０１２３４５６７８９"),
    "statement.term": tuple(MATTERS),
}  # fmt: skip
