"""Who does what in a measure, where it stands in a sentence: 由办公室牵头，人事科配合，王芳具体负责."""

from __future__ import annotations

from collections.abc import Iterator

from duizhao.document.people import CLEAR_SURNAMES, HAN, OFFICES, alternatives, personal_name
from duizhao.statement.facts.actors import (
    FAMILIAR,
    JOBS,
    KNOWN,
    LETTER,
    NO_GIVEN_NAME,
    SHARED_OUT,
    Actor,
    actor_at,
    name_at,
    name_with_day_at,
)
from duizhao.statement.facts.time_words import (
    DAY_OF_MONTH,
    EVENT,
    NUMBER,
    PART_OF_YEAR,
    UNTIL,
    YEAR,
)
from duizhao.text.pattern import LazyPattern

# 换灯（宣传委员 马骏，6月底前）: somebody, and by when.
BRACKETED_ACTOR = LazyPattern(
    f"[（(](?P<who>(?:{HAN}|[、 \u3000]){{2,24}}?)[，,；; \u3000]+"
    "(?:20[0-9]{2}年|[0-9一二三四五六七八九十]{1,3}(?:月|个|天|周|日)|每[周月季年]|[年月]底|[年月]内|长期|立[即行]|即)"
    "[^（）()\n]{0,16}[）)](?=[。；;\n]|$)"
)
QUOTED = LazyPattern("“[^”]*”")
TIME_OF_DAY = LazyPattern("(?<=[0-9])[:：](?=[0-5][0-9])")
CLAUSE = LazyPattern(r"[^，。；！？：\n,;!?:]+")
WHO = f"(?P<who>(?:{HAN}|、|（|）|\\(|\\)){{1,24}}?)"
LEADS = "牵头(?:负责|抓总|组织|落实)?"
ACT = f"{LEADS}|(?:组织|抓好)?(?:实施|落实)|抓落实|承办|主抓|亲自抓|负总责(?!的)|总负责(?!的)|负责(?![人任制])"
DOES = "带队|带班|坐诊|坐班|包案|包抓|包干|包保|包联"
SIGNS = "签字|签名|签收"
SEES_TO = (
    "[办管看验查签审收发记排抄盯守](?=[，。；]|$)|(?<![敲商议])定(?=[，。；]|$)|督办|盯办|审阅|核验|跟进|监督|主持|召集|巡查|巡护|检查|抽查|检修|整理|审核|复核|核对|登记|把关|保管|跟踪|看守|看管|"
    "验收|每[天日晚月周季年]"
)
MANNER = (
    "(?:同志)?(?:分片|分头|带头"
    "|具体|主要|全面|总体|亲自|统一|直接|全程|分别|共同|专门|当场|逐[页笔条项户件]|当[天日月])?"
)
# 自由, 理由, 由于, 由此 name nobody; 助理由法官带教, 这件事由会计办.
BY = "(?<![自缘经])(?:(?<![理事])|(?<=[助经代办受审管监处整修清护]理)|(?<=[件此该一的等]事))由"
BY_SOMEBODY = LazyPattern(
    f"{BY}(?![于此来])(?![^，。]{{0,12}}交给){WHO}{MANNER}(?P<act>{ACT}|{DOES}|{SEES_TO})(?![员岗组科室])"
)
SOMEBODY = LazyPattern(
    f"(?:其中|并|同时|并且)?{WHO}{MANNER}(?P<act>{LEADS}|承办|主抓|亲自抓|负总责(?!的)|总负责(?!的)|负责(?![人任制])|{DOES})"
)
ASKED = LazyPattern(f"(?:^|[，并再])[邀聘]?请{WHO}(?:来|进行|全程)?(?:监督|验收|核验|把关|督办)")
WITH_HELP = LazyPattern(
    f"(?:^|[由请])(?!由|请){WHO}(?:等(?:单位|部门|科室))?(?:协同|密切|积极|共同|全力)?(?:配合|协办)"
)
UNMARKED_LABEL = LazyPattern(
    f"^(?:整改)?(?P<label>(?:责任人|责任领导|责任单位|责任部门|责任科室)是?|(?:牵头|配合|协办)[ \u3000]+){WHO}$"
)
FIELD_OF_UNMARKED = {
    "责任人": "owner", "责任领导": "leader", "牵头": "department", "配合": "partner", "协办": "partner",
}  # fmt: skip
# 现场带班人为周永福.
OF_ROLE = LazyPattern(
    f"(?:负责|带班|值班|值守|联系|牵头|包保|包联|跟办|经办|督办|主办|承办|监护)人[为是](?P<who>{HAN}{{2,10}})$"
)
# 水务局局长为第一责任人.
ANSWERABLE = LazyPattern(
    f"^(?P<who>(?:{HAN}|、){{2,14}})(?:[为是任]|作为)(?:第一|直接|主要|具体|总|本项|此项)*责任人$"
)
TOGETHER_WITH = LazyPattern(f"(?:会同|联合(?![会体国起]))(?P<who>(?:{HAN}|、){{2,24}})")
# 和医保办一起逐条过.
BESIDE = LazyPattern(f"[和同与跟](?P<who>(?:{HAN}|、){{2,10}}?)一[起道同块]")

# 由质检员老邵贴红签: after these words somebody stands, whatever he does.
LEADS_TO_ACTOR = LazyPattern(
    f"{BY}|交给|交由|归(?![档还并类口属位零队案入来去程于功])|指定|委托|(?<![选委])派(?!出所|驻)|(?<![邀申报敬恳宴])请(?![进来去到回求示假教客])"
)
NO_ACT_OF_ANYBODY = "[的等和与及变]|督促|自愿|$"
NO_ACT_OF_NAMED = LazyPattern(NO_ACT_OF_ANYBODY)
# 由教务处编的讲义; not 由教务处排出听课的次序, 由教务处查我的课.
NO_ACT = LazyPattern(
    f"{NO_ACT_OF_ANYBODY}|(?![^，]{{0,4}}[把将来去]|[^，的]{{0,2}}[出成清好完给回](?!的))[^，]{{1,6}}(?<![我你他她们])的"
)
ENDS_OF_POSTS = ("长", "任", "员", "记", "师", "（", "(", "【", "每")
CLASSES_OF_PEOPLE = ("干部", "党员", "成员")
NO_ACT_OF_POST = LazyPattern(
    f"{NO_ACT_OF_ANYBODY}|[^，。；]{{1,6}}的|[、，。；：！？（(]|们?(?:要|应|的|都要|意识|队伍|责任|素质|能力|作用|之间|思想|干部|人|信箱|接待|培训|经理|负责制|职|岗|名单|代表)"
)
BRACKET = LazyPattern("[（(【](?![含如即]|包括|其中)|——")
BEHIND_BRACKETED = LazyPattern("[）)】，,；;、：: 0-9]|$")
BRACKETED_NAME = LazyPattern(
    f"(?:[（(【]|——)(?:{personal_name().pattern})(?:同志)?(?:[）)】，,；;、]|负责|$)"
    f"|(?:^|(?<=[，。；：]))(?:{HAN}{{1,6}}[科室股处站所队组房办])?[{''.join(sorted(CLEAR_SURNAMES))}]{HAN}{{1,2}}(?=每[周月季年天日半学]|[0-9]+月)"
    "|[两三四五六七八九][名位]同志"
)
# Whole or nothing: 3月份 of 3月份的账 is no 3月.
DATE = f"(?>(?:{YEAR} ?)?(?:{NUMBER} ?月{DAY_OF_MONTH}?|{PART_OF_YEAR}){UNTIL}?|{EVENT}|{YEAR})"
DATES_AHEAD = LazyPattern(f"{DATE}*")
NEAR_DAY = (
    "(?:(?:本|这|下个?|每)?(?:礼拜|星期|周)[一二三四五六日天末](?:[上下]午|晚上?|早上?)?(?:之?前|以前)?|[明后]天|常年|平时|汛[前后]|(?:季度|半年)(?![的末会]|考核|计划)|明[早晚]|夜里|(?:[今明]年)?(?:开春|入秋|入伏)(?:之?前|以前|后)?|全天|隔天|每?下班前|每逢[集节][日市]"
    "|[月季年期]底(?:之?前|以前)?|[寒暑]假(?:里|中)?)"
)
WHEN = (
    f"(?:{DATE}|{NEAR_DAY}|今[天晚日]|(?:从|自|于|在)?(?:(?:[每隔当本这下上]个?(?:[一二两三四五六七八九十半0-9]+个?)?|[一二两三四五六七八九十半0-9]+个?)(?:工作日|小时|分钟|学期|星期|季度|[周月季日天年晚早](?![级轻龄]))度?(?:[末初底]|{NUMBER}[日号]?)?"
    "|[周月季年](?=[末初底内])[末初底]?|每班|当班(?!工|技|医|护|领|民|师|的|人)|[一二三四五六七八九十0-9]{1,3}月[底末]?)(?:[起前内]|之[前内]|以[前内])?(?:[上中下]午)?)"
)
# 党政办每月通报: what stands first may also be what is acted on, so the verb must be one of people.
VERBS = (
    "(?:会同|抽查|签订(?!的)|出面|协调|协商|商[量议](?!的)|表决(?!的)|检查|督查|核查|巡查|排查|自查|核对|核实|核定|审核|审定|审查|复核|登记|记录|记账|记好|汇总|通报|公布|公开|公示|"
    "通知|提醒|催办|督办|督促|监督|组织|开展|召集|主持|制定|拟定|起草|编制|印发|建立|设立|出具|提供|派人|派员|派专人|"
    "参与|参加|协助|帮忙|帮着|对接|联系|走访|回访|约谈|谈话|上门|下乡|盯着|守着|值守|值班|带队|跟进|跟踪|反馈|报告|上报|发函|拿出(?!来?的)|"
    "收集|整理|清点|盘点|归档|保管|看管|验收|签了字(?!的)|把关|评审|考评|考核|打分|主办|承办|受理|办理|答复|答疑|讲解|培训|"
    "辅导|清理|清运|清查|牵头|负责(?![人任制])|一[天周月季]一|进驻|接手|代管|托管|陪同|护送|巡护|测量|张贴|采购|维修|检修|安装|更换|调整(?!后|的|期|方案)|"
    "[月季周](?:调度|通报|核)(?!的)|兑付|发放|结算|对账|盘库|打扫|消毒|值机|轮流|到场|到岗|在场|打电话|给[^，。；的]{1,10}?(?:装|换|发|打|送|做|办|配|修|讲|补|看)|拟(?:[一出好订个清办]|条款|稿|方案|章程)|送到|送去|送检|封好|封存|开具|列出|拍照|录入|报到|交到|摇号|抽签|取样|抽样|化验|监测|打分|坐镇|点名|唱票|按手印|催|验(?!证|收不)|补(?![丁贴])|换|修|查|贴|送)"
)
CLOCK = (
    "(?:(?:[上中下]午|早上|晚上|夜里)?[一二三四五六七八九十0-9]{1,2}点(?:半|钟)?(?:以?[前后]|起)?)?"
)
OFTEN = "联合|共同|随机|定期|不定期|全程|专门|及时|统一|逐[一项条户件个份笔]|按[周月季]|按时|集中|同步|做好|抓好"
STARTS = "(?:取消|实行|推行|设置|增[设开]|压减)(?=[^，。；的]{2})"
PEOPLE_VERB = LazyPattern(f"{VERBS}|[每逐把将照按守盯驻到对与底前内]|亲自|带教|全天|{STARTS}")
# What shows that somebody acts, whatever he does.
ANYHOW = (
    "挨[户家个门栋]|一起(?!的)|一道(?!的)|自[己行掏](?!的)|合[办力用拿编建管出写签开]|共[用管签]|亲[笔手]|各出|先(?!进)|重新|必须|都[要得]"
    "|(?:不再|再也不|只)(?!是|有|能|要)|当面(?!的)|一律|随时|互相|出(?:[人车钱力]|资(?!金)|面)|拿钱"
)
# 学工办对毕业生逐人核实, 组织委员与流动党员结对.
WITH_WHOM = (
    f"(?:请(?![假示进客])[^，。；的]{{2,10}}?[来到去做给测查]|[与和跟同][^，。；的]{{1,10}}?(?:衔接|沟通|签[好订]|商定|约定|核对|对账|比对)(?!的)"
    f"|对[^，。；的]{{1,14}}?(?:的[^，。；的]{{1,8}}?)?(?:实行|进行|逐|统一|分类|集中|挂牌|{VERBS})"
    "|与[^，。；的]{1,10}?(?:结对|结成|对接|会商|签))"
)
ACTS = LazyPattern(
    f"{WHEN}{{0,2}}{CLOCK}(?:{WITH_WHOM}|(?:{OFTEN})*{VERBS}|(?<!部门)把(?![关守]))|当[天日场](?:给|办|答|回|出|退|报)|{ANYHOW}"
)
# 总务科与燃气公司对接: one acts, with the other.
WITH_ANOTHER = LazyPattern("与[^，。；的]{1,16}?(?:结对|结成|对接|会商|衔接|沟通|签[订好]|对账)")
BODIES = (
    "科", "股", "办", "岗", "组", "队", "部", "局", "公司", "纪委", "委员会", "委会", "事会", "支部", "工会",
    "团委", "妇联", "工委", "专班", "班组", "中心", "党委", "总支", "两委", "物业", "营业厅", "长室", "计室",
    "度室", "察室", "查室", "研室", "案室", "编室", "案馆", "书馆", "化馆", "物馆", "务处", "事处", "教处", "导处",
    "勤处", "工处", "财处", "管处", "计处", "科处", "建处", "备处", "安处", "卫处", "育处", "生处", "研处", "产处",
    "法处", "费处", "证处", "派出所", "政所", "法所", "务所", "管所", "电所", "划所", "保所", "究所", "守所",
    "法院", "检察院", "学院", "合作社", "信用社", "供销社", "监站", "安站", "技站", "务站", "管站", "督站", "检站",
    "政站", "经站", "牧站", "医站", "业站", "测站", "象站", "文站", "费站", "护站", "工作站", "机班", "维班",
    "修班", "事班", "道班", "电班", "残联", "监委", "科协", "文联", "商会", "协会", "政府",
    "象台", "务段", "运段", "法委", "商联", "青团", "商行", "解委", "集团", "所里", "站里",
    "馆里", "局里", "队里", "科里", "厂里", "校里", "社里", "镇里", "乡里",
)  # fmt: skip
"""Last words of units that are no places: what they do at a time is an act, while a 室 may be swept each week."""
# 镇长接访, 副校长各蹲一个年级: what people in an office do.
POST_ACTS = (
    "(?:至少|先|必)?(?:接(?:到|访|听|手|单|报|诉|电)|收[到齐集回上]|签(?:[完好出]|字(?![的权之以前后时]))|跟(?:[着在]|夜?[班车])|听(?!证|力|课[记笔证])[^，。；的]"
    "|讲(?![台义稿话师座])|念(?!头|书)|报(?=[给到上])|拿(?![手过了])[^，。；的]|排(?=[出好定]|一)|带(?=[我人队头去])|走(?=[一到进访遍完])|进(?=[村户组班校厂场])|住(?=[村到在进])"
    "|坐(?=[班镇诊堂在到])|站(?=[岗台在到门])|蹲|各(?=[蹲包管领带住盯查看谈挑选写出])|敲|试(?=一)|代(?=[跑办写])|帮[我他她着忙]|分(?:片|户|村|组|楼|校|线)"
    "|列席|旁听|当庭|[搞办](?=[一两])|推(?=[一两选])|来(?=[讲查教验修])|在[^，。；的]{1,8}?[设摆挂贴装立建画划守]|[出收]车前|下井|入户|连夜|随[机车队班]|锁[好上]|提前[^，。；的]|到[^，。；的]{1,6}?[站坐蹲住讲听查谈办干问顶])(?!的|时间|时长|次数|记录|制度|情况|室|费|表)"
)
# A person may do anything at a time: 广播员小马每月试一次音.
PERSON_ACTS = LazyPattern(
    f"{ANYHOW}|{WHEN}{{0,2}}{WITH_WHOM}|{STARTS}|一对一|带教|包(?:项目|点)|亲自|驻[点村厂校机所]|[任当](?=[^，。；的]{{1,4}}[组员长](?:[，。；]|$))|当[面场](?!的)|挨[户家个门栋]|开出|包[片山村户干保联]|在[^，。；的]{{1,8}}上[^，。；的]|在[^，。；]{{1,16}}?各[^，。；]|再(?=[看审查核问走跑过])|面对面|手把手|带[着两几一]|下班[前后]|下(?=[到去各])|到[^，。；的]{{1,8}}[里上去](?!的)|记(?![者忆得住性])|给(?![予与以的出])[^，。；]{{2}}|{POST_ACTS}|{SHARED_OUT}|"
    "[和与同][^，。；]{1,8}?(?:一起|一道|共同|联合|对接|会商|签|互|谈)|"
    f"{CLOCK}(?:{OFTEN})*{VERBS}|{WHEN}(?!的)|逐[趟次日天户个家项件份本条页车间篇张科校班门笔](?!的)|[盯守巡试修装补写抄管看收打带陪教讲照按抽催跑](?!的)"
    "|[^，。；的和与]{0,7}?(?<!要)[把将](?!来|要|军|领|士|握|关)|各自|每人|分头|轮[流着班]"
)
NAMED_ACTS = LazyPattern(
    "(?![的等和与及、变那这]|家(?!访)|同志的|自愿|[^，。；的按用照拿每对向到在给从跟把将]{1,4}的(?![时确]))[一-鿿0-9]|[和与、][^，。；的]{1,8}?(?:都|一起|一道|共同|两[个人]|各|同时|逐|每)"
)
"""Who is called by name does what follows, whatever it is."""
NUMBER_OF_LINE = "(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、][ \u3000]*)?"
PARTS_OF_SENTENCE = LazyPattern(f"(?:^|[，。；！？：\n,;!?:、】]){NUMBER_OF_LINE}")
# 这件事所里入冬前定下来.
BEGINNING = LazyPattern(f"(?:其中|并|再|同时|并且|这一?(?:件事|[条项事]))?{WHEN}{{0,2}}")
# 每周五我到工地: not 对我, 我们, 我局, 罚我, 我床头, 我欠的账.
WRITER = LazyPattern(
    "(?<![罚扣欠催逼怪坐])(?<!(?<!现)在)(?<![对向给找请让跟和问当与叫为帮被把比教催陪领醒诉])(?<![来骂打找问说劝醒评]过)(?P<who>我|本人)(?![们局院校乡镇县市区站所馆社厂的省国党]|分管|联系的|负责的|所|家(?!访)|[床桌柜]|抽屉|手机|办公室|对面|身边|名下|头上|[^，。；的]{1,2}(?<![慢仔细好他她你们])的(?!时候)|[^，。；]{0,3}(?:扣[发罚]|受罚))"
)
WRITER_BESIDE = LazyPattern(
    "(?:(?<=[和与、])(?:我|本人)|(?:我|本人)(?=[和与、]))(?![们局院校乡镇县市区站所馆社厂的省国党])"
)
PARTS = LazyPattern("[、和与及]")
# 书记与每位党员谈一次: these are talked with.
JOINS = LazyPattern("、|[和与](?!每)")
UNIT_WORDS = (
    "科室", "科", "处", "室", "股", "局", "厅", "部", "部门", "单位", "办", "委", "小组", "组", "中心", "站", "所",
    "队", "院", "校", "园", "庭", "食堂", "后勤", "总务",
    "支部", "总支", "党组", "公司", "专班", "街道", "镇", "乡", "村", "社区", "工会", "妇联",
    "窗口", "班组", "班",
)  # fmt: skip
UNIT = LazyPattern(
    f"{LETTER}{{1,14}}?(?:{'|'.join(sorted(UNIT_WORDS, key=len, reverse=True))})"
    "|后勤|总务|财务|人事|食堂|工会|妇联|团委|纪委|支部|社区|街道|车间"
)
POST = LazyPattern(
    f"(?P<post>{HAN}{{0,12}}(?:{alternatives(OFFICES, JOBS)}|领导|负责人|负责同志))(?P<name>{HAN}{{2,4}})?"
)
# 病案室朱永梅: after 由 a unit may stand before the bare name.
UNIT_AND_NAME = LazyPattern(
    f"{HAN}{{1,6}}[科室股处站所队组房办][{''.join(sorted(CLEAR_SURNAMES))}]{HAN}{{1,2}}"
)
# 管网科, 安监局: units that begin like a surname.
# 人事股老白: no 由 is needed.
UNIT_AND_FAMILIAR = LazyPattern(f"{HAN}{{1,6}}[科室股处站所队组房办](?:{KNOWN})")
UNIT_LIKE_NAME = LazyPattern(f"{HAN}{{2}}[处室股局厅办委组站所队院]|{HAN}(?!登){HAN}科")
FAMILIAR_NAME = LazyPattern(FAMILIAR)
# 财政所会计签字 at the end of a clause; not 没有会计签字, 找会计签字, 凭会计签字.
JOB_SIGNS = LazyPattern(
    "(?<![没未无经找让叫要补齐缺少对给向凭交送等催代替被把将用靠求有是的])(?P<who>"
    f"(?:(?<=由){HAN}{{0,8}}?|(?:财政|派出|司法|税务|供电|林业|水利|农技|畜牧|统计|卫生|敬老|养老|医)?[所站院]|[镇乡村县局校科队班厂组]|社区|街道|食堂|仓库|机关)?"
    f"(?:{alternatives(JOBS)})(?:{FAMILIAR}|{personal_name().pattern})?){MANNER}(?P<act>{SIGNS})$"
)
# What stands before a post without 由 may be the object: 两座水库镇长亲自抓.
POST_ALONE = LazyPattern(
    f"(?:宣传|组织|纪检|学习|生产|文体|生活|车间|教导|政教|年级|治保|妇女|教研|备课|大队|中队|分队|工段|项目|大堂|客户|妇联|街道|车队|图书|主治|法律|人民|村民|居委会|村委会|党小|小|总|科|大|中|分|工|值|车|[县市镇乡村局院校区]|党[组委]|党?[总支][支部]|工会|分管|主管|常务|第一|副|机关|驻村|社区|{HAN}{{1,6}}(?:{'|'.join(UNIT_WORDS)})){{0,3}}"
    f"(?:{alternatives(OFFICES, JOBS)}|领导|负责人|负责同志){{1,2}}(?:{HAN}{{2,3}})?"
)
TIME_AHEAD = LazyPattern(
    "^(?:[每隔]?(?:[周月天日季]|年(?!级))[一二三四五六日末]?|[上下]午|晚上|节假日|平时)+"
)
SELF = LazyPattern("(?:本人|我)(?:自己|本人)?")
# Words that end like a unit, or that stand where a unit cannot be meant.
NO_UNIT = LazyPattern(
    "(?:[长员]|主任|书记|医生|干部|老师)[进下入住包帮驻跟守带][村户校厂企站所社镇乡队]|[饭酒牌结布格僵赌棋]局$|(?:[上下值接交跟早晚加]班|全部|内部|外部|局部|[督承主协查交经]办|[长短好难用深实明到]处)$|[是在把将对向从被让给为了的以我你他她并去]|专人|本人|各级"
)
RESPONSIBLE = frozenset({"owner", "leader", "department"})
# 石桥, 周边: what begins like a name and names nobody.
EVERYDAY = LazyPattern(f"(?!{NO_GIVEN_NAME})|.[桥沟村湾河山路街店坝口塘岭坡庄屯寨]$")
NO_NAME = frozenset((
    "周到", "周密", "程序", "时刻", "全程", "全力", "石头", "高度", "严格", "严肃", "任务", "任何", "方面", "万事",
    "万分", "施工方", "施工队",
))  # fmt: skip
"""Words of everyday that begin with a surname."""


# 支部7月前换届, 药房重新装修, 突击队打散重编: what is done to them; 业务科张贴的通知, 处室考核改成.
DONE_TO_UNIT = LazyPattern(
    f"{WHEN}{{0,2}}(?:工作(?:情况|要点|计划|总结|报告)|(?:全部|统一|一律|尽快|整体|重新)?(?:换届|改选|补选|打[散乱]|拆[散分并掉开]|撤[并掉销了，]|并入|合并(?=[，。；成为]|$)|重[组编]|改组|竞聘|轮[岗训]"
    "|选举|换[了成为]|(?:搬迁?|迁移?|装修|翻[修新]|改造|粉刷|检修|维修|整修|打扫|消[毒杀]|清扫|清理|加固|通风|腾[退空]?)(?:[完好到出]|一[遍次新]|[，。；]|$)|[闭开关]馆|开[门窗放]|关门|延时|大扫除|封闭|建成|完工|竣工|投[用产]|停[用业]|关[停闭]"
    f"|(?:考核|评价|测评|培训)(?:[改分，。；]|$|[^，。；]{{0,4}}[改换]成)|{HAN}{{2}}的))"
)
DONE_TO_PEOPLE = LazyPattern(
    f"{WHEN}{{0,2}}(?:考核|培训|轮训|轮岗|岗位|竞聘|体检|测评|排班|换届|选举|评优|交流|调[离整])(?:[改分扣每一两三0-9，。；]|$|制度|计划|办法|轮换)|{WHEN}{{0,2}}(?:换(?:成|为|掉|了|人)|增至|减[少为到])"
)


def owners_in(text: str) -> dict[str, str]:
    """Owner, leader, department and partners that the sentences of a measure name, by the fields of `RowMeasure`.

    What is no person, post or unit for certain fills nothing.
    """
    found: dict[str, dict[str, None]] = {}
    text = TIME_OF_DAY.sub("点", QUOTED.sub("", text))
    for clause in CLAUSE.findall(text):
        for key, who in _in_clause(clause.strip(" \u3000（）()")):
            found.setdefault(key, {})[who] = None
    if not found.keys() & RESPONSIBLE:
        for key, who in _in_brackets(text):
            found.setdefault(key, {})[who] = None
    asked = None if found.keys() & RESPONSIBLE else ASKED.search(text)
    if asked and _kind(asked["who"], is_certain=False) == "post":
        found["owner"] = {asked["who"]: None}
    if not found.keys() & RESPONSIBLE and (writer := WRITER.search(text)):
        found["owner"] = {writer["who"]: None}
    return {key: "、".join(names) for key, names in found.items()}


def _in_brackets(text: str) -> Iterator[tuple[str, str]]:
    for bracket in BRACKETED_ACTOR.finditer(text):
        named = [each.strip() for each in bracket["who"].split("、")]
        fields = [list(_fields("".join(each.split()), "负责", is_certain=True)) for each in named]
        if all(fields) and not any(map(EVERYDAY.match, named)):
            yield from ((each[0][0], who) for each, who in zip(fields, named, strict=True))


def _in_clause(clause: str) -> Iterator[tuple[str, str]]:
    if labelled := UNMARKED_LABEL.match(clause):
        if all(_kind(each, is_certain=False) for each in PARTS.split(labelled["who"])):
            label = labelled["label"].rstrip("是 \u3000")
            yield FIELD_OF_UNMARKED.get(label, "department"), labelled["who"]
        return
    if ("人为" in clause or "人是" in clause) and (of_role := OF_ROLE.search(clause)):
        yield from _fields(of_role["who"], "负责", is_certain=True)
        return
    if clause.endswith("责任人") and (answerable := ANSWERABLE.match(clause)):
        yield from _fields(answerable["who"], "负责", is_certain=True)
        return
    by_somebody = BY_SOMEBODY.search(clause)
    doing = by_somebody or SOMEBODY.match(clause, DATES_AHEAD.match(clause).end())  # type: ignore[union-attr]
    found: list[tuple[str, str]] = []
    if doing:
        is_certain = by_somebody is not None
        who = doing["who"] if is_certain else _without_object(doing["who"])
        found += _fields(who, doing["act"], is_certain=is_certain)
    elif signing := JOB_SIGNS.search(clause):
        found += _fields(signing["who"], signing["act"], is_certain=True)
    rest = clause[doing.end() :].lstrip("、") if doing else clause
    helping = WITH_HELP.search(rest)
    partners = list(_partners(helping["who"])) if helping else []
    helpers = {who for _, who in partners}
    yield from found or (each for each in _acting(clause) if each[1] not in helpers)
    yield from partners
    if beside := BESIDE.search(clause):
        yield from _partners(beside["who"])
    if together := TOGETHER_WITH.search(clause):
        yield from _first_partners(together["who"])


def _acting(clause: str) -> Iterator[tuple[str, str]]:
    """Who acts in a clause: named behind 由, 请 and similar words, or at the beginning of one of its parts."""
    at = 0
    ahead = _ahead_of_lead(clause)
    for lead in LEADS_TO_ACTOR.finditer(clause):
        together = _together(clause, lead.end(), is_certain=lead[0] != "请")
        if not together:
            continue
        no_act = NO_ACT_OF_NAMED if together[-1].is_named else NO_ACT
        if no_act.match(clause, together[-1].end) and not clause.endswith(
            f"归{together[-1].words}"
        ):
            continue
        at = together[-1].end
        for each in together:
            if lead[0] == "由" or (lead[0] != "请" and not ahead):
                yield _field(each), each.words
            elif lead[0] == "请" and not (ASKED.search(clause) or each.words in JOBS):
                yield "partner", each.words
    if clause.startswith("会同"):
        return
    for found in (*ahead, *_first_actors(clause, at)):
        yield _field(found), found.words


def _ahead_of_lead(clause: str) -> list[Actor]:
    """Who acts ahead of the first 交给, 请 or similar word: 老师 of 老师把教案交给主任看."""
    lead = LEADS_TO_ACTOR.search(clause)
    if not lead or lead[0] == "由":
        return []
    return [each for each in _first_actors(clause, 0) if each.end <= lead.start()]


def _together(text: str, at: int, *, is_certain: bool) -> list[Actor]:
    """The people and units that are named from `at` on: 计财科、审计股联合验收. Where it is certain, bare names too."""
    found: list[Actor] = []
    while actor := (
        actor_at(text, at, is_certain=is_certain)
        or (name_at(text, at) if is_certain else name_with_day_at(text, at))
        or _writer_at(text, at)
    ):
        if actor.words in NO_NAME:
            break
        found.append(actor)
        if not JOINS.match(text, actor.end):
            break
        at = actor.end + 1
    return found


def _writer_at(text: str, at: int) -> Actor | None:
    """我 beside others: 教导员和我, 我与会计."""
    found = WRITER_BESIDE.match(text, at)
    return Actor(found[0], is_person=True, end=found.end(), is_named=True) if found else None


def begins_with_actor(text: str) -> bool:
    """Whether a part of the sentences begins with somebody who acts: 党政办每月通报."""
    return bool(PEOPLE_VERB.search(text)) and any(_first_actors(text, 0))


def names_post(text: str) -> bool:
    """Whether a part of the sentences begins with a post, whatever its holder does, or brackets hold somebody.

    班主任每学期家访全班; （宣传委员 马骏，1月起）.
    """
    if not any(map(text.__contains__, ENDS_OF_POSTS)):
        return False
    for begin in PARTS_OF_SENTENCE.finditer(text):
        found = actor_at(text, BEGINNING.match(text, begin.end()).end())  # type: ignore[union-attr]
        if (
            found
            and found.is_person
            and not found.words.endswith(CLASSES_OF_PEOPLE)
            and not NO_ACT_OF_POST.match(text, found.end)
        ):
            return True
    for bracket in BRACKET.finditer(text):
        found = actor_at(text, bracket.end())
        if found and BEHIND_BRACKETED.match(text, found.end):
            return True
    return BRACKETED_NAME.search(text) is not None


def _first_actors(text: str, at: int) -> Iterator[Actor]:
    behind = at
    for begin in PARTS_OF_SENTENCE.finditer(text, at):
        if begin.end() < behind:
            continue
        together = _together(text, BEGINNING.match(text, begin.end()).end(), is_certain=False)  # type: ignore[union-attr]
        if together and (another := WITH_ANOTHER.match(text, together[0].end)):
            behind = another.end()
            yield together[0]
        elif together and _is_acting(together[-1], text):
            yield from together
        elif together and _is_acting(together[0], text):
            yield together[0]


def _is_acting(found: Actor, text: str) -> bool:
    if not found.is_named:
        done_to = DONE_TO_PEOPLE if found.is_person else DONE_TO_UNIT
        if done_to.match(text, found.end):
            return False
    return _acts(found).match(text, found.end) is not None


def _acts(found: Actor) -> LazyPattern:
    if found.is_named:
        return NAMED_ACTS
    is_body = found.is_person or found.words.endswith(BODIES)
    return PERSON_ACTS if is_body else ACTS


def _field(found: Actor) -> str:
    return "owner" if found.is_person else "department"


def _without_object(who: str) -> str:
    """The post at the end of words that begin with what is to be done, or with when."""
    if who[0] in "对向":
        return who
    who = TIME_AHEAD.sub("", who)
    if "、" in who or POST_ALONE.fullmatch(who) or not POST.fullmatch(who):
        return who
    return next((who[at:] for at in range(1, len(who)) if POST_ALONE.fullmatch(who, at)), who)


def _fields(who: str, act: str, *, is_certain: bool) -> Iterator[tuple[str, str]]:
    kinds = [(each, _kind(each, is_certain=is_certain)) for each in PARTS.split(who)]
    if not all(kind for _, kind in kinds):
        return
    for each, kind in kinds:
        if kind == "unit":
            yield "department", each
        elif kind == "self":
            yield "owner", "本人" if "本人" in each else "我"
        else:
            yield "leader" if act.startswith("牵头") and kind == "post" else "owner", each


def _partners(who: str) -> Iterator[tuple[str, str]]:
    parts = PARTS.split(who)
    if all(_kind(each, is_certain=False) in ("unit", "post", "name") for each in parts):
        yield from (("partner", each) for each in parts)


def _first_partners(words: str) -> Iterator[tuple[str, str]]:
    """The partners that the words begin with: 财务科 of 财务科制定办法."""
    *before, last = PARTS.split(words)
    if unit := UNIT.match(last):
        yield from _partners("、".join((*before, unit[0])))


def _kind(who: str, *, is_certain: bool) -> str:
    """What the words name: self, name, post, unit; empty for anything else. After 由 somebody must stand."""
    words = who.removesuffix("同志")
    if SELF.fullmatch(words):
        return "self"
    if NO_UNIT.search(words) or words in NO_NAME:
        return ""
    if FAMILIAR_NAME.fullmatch(words):
        return "name"
    if UNIT_AND_FAMILIAR.fullmatch(words) or (is_certain and UNIT_AND_NAME.fullmatch(words)):
        return "name"
    if personal_name().fullmatch(words) and (is_certain or words[0] in CLEAR_SURNAMES):
        return "unit" if UNIT_LIKE_NAME.fullmatch(words) else "name"
    post = POST.fullmatch(words)
    if post and (
        post["name"] is None
        or personal_name().fullmatch(post["name"])
        or FAMILIAR_NAME.fullmatch(post["name"])
    ):
        return "post"
    return "unit" if UNIT.fullmatch(words) else ""
