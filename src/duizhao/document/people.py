"""Names of people, units and offices, for signatures, role lines, facts and rules."""

from __future__ import annotations

import re
from functools import cache

from duizhao.text.pattern import LazyPattern

HAN = "[^\\W\\da-zA-Z_]"
# Characters in place of a name that is still to be filled in.
PLACEHOLDERS = "某×xX*＊"
UNFILLED = LazyPattern(f"[{PLACEHOLDERS}_]")

# The surnames of nine people in ten, Traditional forms too.
SURNAMES = (
    "王李张劉刘陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董潘"
    "袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸汪范金石廖贾賈夏韦韋付方邹鄒孟熊秦邱江尹薛闫阎"
    "段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴孔戴武汤湯"
)
FURTHER_SURNAMES = (
    "翟莫焦岳柴聂葛柳殷倪阮温齐章鲁裴霍舒欧詹蓝符耿关苗凌费纪翁庞左游阳康易乔庄娄蒙甘柏解桂鲍季颜梅盛单童骆祝吉冉谷牛穆尚"
    "古涂项祁窦卜喻裘缪储卓屈应管晏边佟车宁房华褚施尤包申樊邢安常文岑薄廉滕毕郜鄢俞柯昝聶溫齊魯歐藍關費紀龐陽喬莊婁鮑顏單"
    "駱項竇繆儲應邊車寧華畢闵閔傅伍荣靳饶曲兰景闻戚臧巩邬卞隋芦牟瞿鞠屠甄桑栾寇冼匡佘厉苟谌胥荀阚奚郁狄辛仇楼麦郎冀邸丛"
    "榮饒蘭聞鞏鄔蘆洪覃辜蒲敖荆"
)
"""Rarer surnames, Traditional forms too: believed only where a line has the place of a name."""
CLEAR_SURNAMES = frozenset(SURNAMES) - frozenset("马馬林高于任金方江史万萬許陸嚴")
"""Surnames that are reliable in running text: the others are also ends or beginnings of words (由于, 责任, 资金)."""
COMPOUND_SURNAMES = (
    "欧阳", "上官", "司马", "诸葛", "司徒", "东方", "尉迟", "皇甫", "令狐", "慕容", "端木", "公孙",
)  # fmt: skip

PERSON_LABELS = (
    "姓名", "汇报人", "发言人", "剖析人", "检查人", "对照检查人", "對照檢查人", "报告人", "述职人", "承诺人",
    "签名", "签字", "本人签名",
)  # fmt: skip
"""Labels of a field with a person's name."""
UNIT_LABELS = ("单位", "单位及职务", "部门")
POST_LABELS = ("职务", "支部")

UNITS = (
    "办公厅", "办公室", "委员会", "人民政府", "政府", "街道", "公司", "集团", "学校", "中学", "小学", "学院", "大学",
    "医院", "法院", "检察院", "研究院", "研究所", "监委", "纪委", "中心", "银行", "支队", "大队", "社区", "幼儿园",
    "卫生院", "供销社", "信用社", "工作站", "服务站", "管理站", "派出所", "管理所", "司法所", "税务所",
    "局", "厅", "部", "镇", "乡", "村",
)  # fmt: skip
"""Last words in the names of units. A word stands before any that it ends with."""
PARTY_BODIES = ("党组", "黨組", "党委", "党工委", "党总支", "党支部", "总支", "支部")
TEAMS = ("领导班子", "班子")

OFFICES = (
    "书记", "書記", "局长", "局長", "主任", "委员", "委員", "成员", "党员", "处长", "處長", "科长", "院长", "校长",
    "部长", "主席", "市长", "县长", "区长", "镇长", "乡长", "站长", "所长", "队长", "行长", "董事长", "总经理", "经理",
    "秘书长", "组长", "厅长", "司长", "台长", "馆长", "检察长", "庭长", "调研员", "干部", "理事长", "股长", "园长",
    "护士长", "班长", "村支书", "科员", "技术员", "工程师", "会计", "民警", "医师", "教授", "检察官", "法官",
)  # fmt: skip


def alternatives(*groups: tuple[str, ...]) -> str:
    """A pattern that matches any word of these groups."""
    return "|".join(word for group in groups for word in group)


@cache
def personal_name() -> re.Pattern[str]:
    """Matches a name of two or three characters that begins with a surname; blanks may spread it out."""
    return re.compile(
        f"[{SURNAMES}{FURTHER_SURNAMES}{PLACEHOLDERS}](?:[ 　]{{0,4}}(?:{HAN}|[{PLACEHOLDERS}])){{1,2}}"
    )
