"""Reads a person, post or unit from its first character on: 质检员老邵 of 质检员老邵贴红签."""

from __future__ import annotations

from duizhao.document.people import (
    CLEAR_SURNAMES,
    COMPOUND_SURNAMES,
    FURTHER_SURNAMES,
    HAN,
    OFFICES,
    SURNAMES,
    alternatives,
    personal_name,
)
from duizhao.text import value
from duizhao.text.pattern import LazyPattern

JOBS = (
    "楼长", "段长", "河长", "林长", "船长", "电工", "水工", "焊工", "维修工", "会计", "出纳", "内勤", "文书",
    "文员", "司机", "门卫", "保安", "厨师", "师傅", "护士", "医生", "村医", "所医", "校医", "兽医", "老师",
    "班主任", "保管员", "管理员", "仓管员", "网格员", "护林员", "安全员", "质量员", "质检员", "检验员",
    "化验员", "资料员", "档案员", "驾驶员", "协管员", "办事员", "值班员", "讲解员", "收银员", "柜员", "水管员",
    "巡查员", "巡护员", "联络员", "信息员", "宣传员", "调度员", "统计员", "炊事员", "保洁员", "投递员",
    "报账员", "书记员", "记录员", "调解员", "辅导员", "木工", "护工", "门岗", "大夫", "教师", "顾问", "专责",
    "秘书", "助理", "主管", "总监", "干事", "志愿者", "专家", "代表", "律师", "大副", "技师", "领班", "科室长",
    "辅警", "协警", "民警", "法警", "关员", "教导员", "指导员", "园丁", "店长", "库管", "药师", "网管", "片长", "户长",
    "站务员", "库管员", "司务长", "检察官", "法官", "保健医", "园长", "教练", "专干", "导师", "老师傅", "法务",
    "监护人", "经办人", "承办人", "经手人", "主办人", "带班人", "值守人", "监事长", "列车长", "轮机长", "厨师长",
    "总编", "主编", "记者", "外勤", "宿管", "社工", "交警", "片警", "狱警", "司炉", "水手", "二副", "三副", "政委",
)  # fmt: skip
# No word that leads to a further person stands in a name.
LETTER = f"(?:(?![给把被对向让请由的在是去来从到逐每时将须怕]|交(?!通)(?!警)){HAN})"
# 广播员, 质检员; not 人员, 全员, 动员.
MEMBER = f"{LETTER}{{1,3}}(?<![人党全动成官演职伤裁团学会队])员"
SURNAME = "".join(sorted(CLEAR_SURNAMES))
# 阿珠; not 阿姨, 阿婆.
BY_GIVEN_NAME = f"阿(?![姨婆公伯爷妈爹哥姐叔嫂里坝克勒拉富依卜不迪])(?:{HAN})"
# Things that begin like a person: 小程序每月更新, 老顾客, 老石桥.
NO_FAMILIAR = (
    "(?!小(?:程序|毛病|金[库额]|黄车|高[层考]|段[路落]|范围|宋体|雷区|孔|江湖|方格|马路|白[菜板]|石[子块桥]|叶|龙虾|任务|熊猫)"
    "|老(?:顾客|钱款|石[桥板墙]|田|龙潭|高[炉层]|方[法案式子]|陈[醋年]|余粮|江[堤湖]|马路|白菜|任务|黄历))"
)
# Rarer surnames that make no other word behind 老 or 小: no 小章, 小麦, 老楼.
FAMILIAR_SURNAMES = (
    "马高江任方齐金白翟莫焦岳聂葛殷倪阮裴霍詹耿凌庞庄娄鲍颜骆冉穆涂祁窦喻"
    "缪卓屈晏佟褚尤樊邢岑滕郜鄢俞柯昝闵伍靳饶闻戚臧巩邬卞隋芦牟瞿鞠甄栾寇匡佘厉苟谌荀阚奚冀邸覃辜蒲敖荆"
)
WITHOUT_SURNAME = (
    "(?:(?:扎西|卓玛|次仁|才让|多吉|旺堆|尼玛|达瓦|格桑|丹增|洛桑|平措|索朗|德吉|央金|拉姆|白玛|巴桑|仁增|才旦|顿珠|巴特尔|乌云|其其格|"
    "娜仁|斯琴|宝音|巴图|图雅|萨仁|买买提|吐尔逊|阿不都|阿卜杜|阿依|古丽|艾力|玉素|努尔|依明|艾尔肯|库尔班|麦麦提)"
    f"{{1,2}}(?:·{HAN}{{2,5}})?)"
)
FAMILIAR = (
    f"{NO_FAMILIAR}[老小][{SURNAME}{FAMILIAR_SURNAMES}]"
    f"|[{SURNAME}{FAMILIAR_SURNAMES}](?:师傅|老师|医生|大夫|工|姐|哥|叔|总(?![量数结体部是支工])|队(?![员伍部]))|{BY_GIVEN_NAME}|{WITHOUT_SURNAME}(?!花|书记|主任|老师|.长)"
)
POSTS = "|".join(sorted((*OFFICES, *JOBS), key=len, reverse=True))
# 监区长, 工段长: heads of what has no post of its own in the lists.
HEAD = (
    f"{LETTER}{{0,2}}(?:监区|分队|楼门|单元|工段|网格|车间|班组|矿|厂|段|片|户|组|班|队|大队|中队|科|处|室|局|分局|营|连|社|场|铺|楼|河|会|机|车|排|支行)长"
    "(?![期处短远大])"
)
# 工作人员, 接手的人: people by what they do.
BY_WORK = (
    "(?:(?:工作|窗口|值班|当班|经办|承办|接线|包联|驻村|巡查|值守)人员|(?:驻村|工作)队员"
    "|(?:接手|接班|经办|经手|当班|值班|带班|在场)的人)"
)
# 局长办公会, 书记信箱, 责任编辑制度 name no person.
NO_HOLDER = (
    "(?!员|办公会|接待[日室]|信箱|热线|电话|名单|制度?(?=[，。；写重])|意识|作风|职称|账目|作用)"
)
TITLE = (
    f"(?:(?:调度(?![台室中])|{POSTS}|{HEAD}|{MEMBER}|支书(?!记)|支委(?!会)|领导|负责人|负责同志|{BY_WORK}"
    "|编辑(?![部室])|(?:药剂|检验|营养|会计|审计|麻醉|理疗|评估|咨询|质控|护理|康复)师|总工(?![程会])|监理(?![单费站工公通规])|客服(?![台电热部])|保洁[工员]?(?![区费用])"
    "|(?:钳|泵|炉|瓦|漆|检修|操作|环卫|清洁|装卸|养路|巡道|扳道|水电|管道|勤杂|起重)工(?![作程人序期地具艺会]))"
    f"{NO_HOLDER})"
)
UNIT = (
    "(?:监?委会|[董理监议]事会|委员会|科室|科(?![学研普技目级长员])|处(?![理置罚分于在方境长])|室(?![内外])|股(?![份东票长])|(?<![饭酒牌结布格僵赌棋])局(?![部面限势长])|厅(?!长)|部门"
    "|(?<![干全内外局])部(?![分署位件属门长])|办公室|(?<![督承主协查交经包盯催代受])(?<!(?<!综)合)办(?![理事好结案法实证完学会公])|(?<!支)委(?![托派员])|小组(?!长)|组(?![织建成合长员])"
    "|中心(?![思任环])|站(?![岗位出在稳立长])|所(?![有在需属以长])|[大支中]队(?!长)|队(?![伍员长])|院(?![落长子])|校(?![正对验长园准核样])"
    "|园(?![林长区])|(?<![饭茶宾旅展场闭开出入进到来在回])馆(?![长藏内外里])|(?:供销|合作|信用|旅行|报)社(?!长)|[支分]行(?!长)|支部|总支|党组|公司|专班|街道|镇(?![长压])|乡(?![长亲镇村])|村(?![民里长组委])|社区|工会|妇联|两委(?![会员成班])|团委|[党纪大]?工委|纪委|监委|学生会"
    "|残联|盲协|(?<![站上到在离下换顶定轮值缺脱空])岗(?![位前后亭哨])|协会|代办点|便民点|窗口(?![人期])|车间|工区|[洗机库厨伙药票泵病]衣?房(?![间屋子产价租东])|班组(?!长)|(?<![排换轮接加跟夜])班(?![子前后次车长员])|单位|(?<=[乡镇县区市])政府(?!常务|令|采购|网|工作|部门|会议|文件|大[院楼])|集团|(?<=气象|导医|服务|咨询|受理|电视|广播)台|(?<=工务|机务|车务|客运|供电|电务|养护)段|监区(?!长)|海关|(?<=[林农牧茶渔])场(?!长)|商会|科协|文联|工商联|(?<![家法宫门前大当开])庭(?![审院外上前内长])|食堂(?![里内外门的长])|后勤|总务)"
)
# A unit in a unit, or a post in one: 办公室 of 局办公室, 主任 of 村委会主任.
FURTHER_UNIT = (
    "(?:(?![主承督协交合]办|校|会同|联合)"
    f"(?![每各全本逐交从送上下当值与和同到在向对给把将由请让来报])(?:{HAN}){{0,2}}?{UNIT})"
)
COUNTED = "(?:另?外?[一二两三四五六七八九十几0-9]+[位名个](?:退休|外部|老|年轻)?)?"
EVERY = (
    "(?:全体|所有|各|每一?[名位]|每个(?![月季周旬星礼]|学期)"
    "|全(?!科医|员)[所站校局院矿厂队镇乡村行社科室班组馆段库场园])"
)
# 全体辅警, 每个学习组组长, 各村民组长: with 各 and 每 posts and jobs alone: 每月, 各项 count no people.
# 全班分四组: a whole unit acts where its people part the work.
SHARED_OUT = (
    "(?:分[成为]?[两二三四五六七八九十几0-9]+[组片路班]|人人|轮[流着]|一[起道同](?!的)|分头|每人)"
)
EVERYBODY = (
    f"{EVERY}{LETTER}{{0,5}}?(?:{TITLE}|(?<=[口场线岗区队作勤工])人员"
    "|干部职工|教?职工|员工|干警|护士|医生|教师|学员|队员|科室|党员(?!活动|意识|学习|教育|身份|[的之])|(?<=全.)同志)"
    f"|全[班队所站科组社厂馆校](?={SHARED_OUT})"
)
CHARGED = f"(?:(?:分管|联系|包联|主管){HAN}{{1,6}}的)?"
"""分管城建的副镇长."""
# After a post or unit: 调度老葛, 居委会的马大姐.
ANY_SURNAME = f"[{SURNAMES}{FURTHER_SURNAMES}]"
# 班长小蕊, 网格员小禾: not 班长小组, 内勤小结.
BY_NICKNAME = f"小(?![组结学时型额幅区说事班会队站屋院巷孩儿修件票批户微心范围]){HAN}(?![组会])"
# The surnames and names that lists of surnames do not have, believed after a post: 封小琴, 扎西.
RARE_SURNAME = "[白封谈幸栗鹿虞仝逯]"
KNOWN = (
    f"{NO_FAMILIAR}[老小](?:{ANY_SURNAME}|白)|{BY_GIVEN_NAME}"
    f"|{ANY_SURNAME}(?:师傅|老师|医生|大夫|大[姐哥爷娘]|阿姨|工|姐|哥|叔)"
)
# A name ends where its sentence goes on with a word that names do not have: 副局长陈立负责.
# Verbs that no name ends in.
NO_GIVEN = (
    "喂驾誊撰编敲划焊骑掏兜搜砌挖铲浇割捆捞喷熏认掐撕拧扛搬挪缝钉剪裁洗擦抹晒扔撤熬煮烧抠刻描"
)
GOES_ON = (
    "(?<![每逐年月周季])"
    "(?=[，。；：、每逐具亲带牵负保在从按到来隔全当分统配协审核年月周季半一二三四五六七八九十0-9把将照盯守管验收送跑去前早晚夜上下和与签写按打坐听问查补修换贴交发报抄记念盖驻蹲住陪定用拿做办请让主"
    f"{NO_GIVEN}"
    "任取挑选约锁停改随看督巡试测画算数讲说答包兼清拍拉搬拆装挂摆放喊催退还赔量刷扫轮各通"
    "排腾领教抽开出找教先再都也就要不只必应须拟列组制给向对接跟同会]|点[题名评]|起草|代表|梳理|汇总|复[核查]|评议|摸底|登记|采购|整理|归档|调度|指导|监督|处理|受理|参[加与]|结对|考核|走访|约谈|回访|$)"
)
# 孙立新本学期内, 许凯10月底; what no given name ends in: 闻海走一遍.
TIME_BEHIND = (
    "(?:[常全]年|本[月周年学季]|[今明]年|年[底前内终]|[上下]半年|下个?[月周]|春节|清明|端午|国庆|中秋|元旦|五一|七一|入[冬夏伏秋汛]|汛期"
    "|[寒暑][假期]|会后|整改期|即日|第?[0-9一二三四五六七八九十两半几]+个?(?:月|日|天|周|年|小时|季度|工作日))"
)
NO_NAME_ENDS_IN = (
    f"(?:[{NO_GIVEN}走查收送跑给把将逐每牵负盯填写贴修补换催领抄扫敲挨审验签督汇监拟编巡跟落轮各都也再就还又才仍只停摆锁挑排测包任值]"
    "|来[验帮查看讲抽教]|承[认诺担包])"
)
# Words of everyday that begin like a name.
NO_GIVEN_NAME = (
    "(?!白[天班菜酒纸板]|全[部体年程]|董事|张[贴罗挂榜]|陈[列旧年粮]|周[报会围边期末全密一二三四五六日]|何[时人种处]|石[材料子头板油]|钱[款物粮]"
    "|余[额款粮]|曾[经在将被因为把对三一两多]|严[禁格控查防肃谨惩]|严守[纪规底]|杜绝|范[围本文例]|程序|段[落长]|顾[客问及虑全家]|龙头|雷[同区达]|毛[病利]|方[案面式便法]|付[款出费清]"
    "|陆续|郑重|谢绝|胡[同乱]|黄[线牌]|宋体|田[间地]|武[装警术]|戴[好上着口手安红头]|施[工行药]|车[间辆队站单费次位子载]|房[间屋]|项目|季[度末]|纪[委检律要]|费用|申[报请]"
    "|单[独位项当据子次]|符合|解[决释答读]|关[于系心注停掉]|储[备存]|文[件书字]|封[存闭条账好]|谈[话心判到及过成妥了一]|管[理护线网道控家]|常[年态务规驻]|应|安[排全装置]|包[干保联村片户抓案]"
    "|康复|温[度馨]|高[度标峰]|任[务何意期总组专]|马[上路]|万[事一分]|金[额融]|时[间时刻]|毕[竟业]|景[区点]|于[是])"
)
# What the second character of a given name mostly is: 周小兰编号 needs no verb that is known.
ENDS_NAME = (
    "[国华军伟强芳英兰红梅丽霞玲秀珍玉凤桂春生文武勇杰涛鹏飞龙虎海波江山林森松柏青云峰岭东阳辉亮星晨雨雪福禄喜康宁祥瑞庆友良忠义礼智诚德才贤成昌盛旺财宝金银铜元永恒"
    "敏慧颖静淑雅洁琴欣怡悦琪瑶琳琼瑾瑜璐珊莹菲菁萍莉莲荷蓉薇蕾芬芝茹燕娟娜婷娥媛妍妮倩楠桐彬斌宇轩浩然博凡俊凯翔航宏根胜民新栋梁苇]"
)
COMPOUND_SURNAME = f"(?:{alternatives(COMPOUND_SURNAMES)})"
SURNAME_OF_PERSON = f"(?:{ANY_SURNAME}|{RARE_SURNAME}|{COMPOUND_SURNAME})"
NAME = (
    f"{NO_GIVEN_NAME}(?:{WITHOUT_SURNAME}|{SURNAME_OF_PERSON}"
    f"(?:{HAN}{ENDS_NAME}(?![的等和与及、，。]|$)|{HAN}(?={TIME_BEHIND}|{NO_NAME_ENDS_IN})|{HAN}{{1,2}}(?:{GOES_ON}|(?=同志|{TIME_BEHIND})))"
    f"|(?:{personal_name().pattern})(?:{GOES_ON}|(?=同志|{TIME_BEHIND})))"
)
# 班长老成随时打过来; not 班长老是.
OLD_BY_NICKNAME = (
    f"老(?![是不师想记总在实早要往叫板人乡兵家大手练旧化年百干党同带婆公伴爷])(?:{HAN}){GOES_ON}"
)
PERSON = f"{TITLE}{{1,2}}(?P<name>{KNOWN}|{BY_NICKNAME}|{OLD_BY_NICKNAME}|[ \u3000]{{0,4}}{NAME})?"
FIRST_OF_TITLE = "(?:[副各总分主大中支老]|分管|主管|常务|第一|驻村|当班|值班|带班|退休)?"
# What no name of a unit or post begins with.
NO_BEGINNING = (
    "(?!叫|[两几一二三四五六七八九十0-9]+个(?!人|党|支部|科室|班组|小组|车间|单位|部门)|[几一二三四五六七八九十百千0-9]+[多余几]?处|[每到是在把将对向从被让给为了的以我你他她并于此来求示假与和同不也都再要能可先由请补找凭送听按跟随陪帮替归比选]"
    f"|未经|拉上|您|认为|联合|讨论|觉得|实行|张贴|委托|然而|怕|谢|关于|根据|按照|多办|少办|全(?!科医)|就(?!业)|专(?!班)|交(?![警通管])|带(?![班教队])|有(?!关)|经(?![办营理])|后(?![勤厨])|各(?!{HAN}{{0,4}}?(?:[组班队科站所村]|部门|单位|支部|社区|车间|窗口))"
    "|会(?![计长])|报(?![账刊])|落实|明确|加强|建立|健全|完善|推动|督促|组织(?!委员|[部科处])|严格|强化|压实|责任(?!护士|编辑|医|区?民警|督学|教师|规划师)|没有|接受|配合|服从|学习(?!委员))"
)
SHORT_UNIT = (
    "残联|海关|监区(?!长)|科协|文联|工商联|共青团|农商行|专班|合作社|供销社|信用社|[支分]行(?!长)|集团|商会|协会|法庭|系里|物业(?![费管公服])|工会|妇联|团委|支部|社区|车间|办公室|[药票泵]房|食堂|后勤|总务|窗口(?![人期])|党委|党组|纪委"
    "|[党纪]工委|学生会|董事会|理事会|监事会|[业村居家]委会|支委会"
    "|[站所村局队镇乡科厂馆校社](?:里(?![的面程外])|上(?=[每今明月年]))"
)
# 所长进村 names no 村.
UNIT_OF_ACTOR = (
    f"(?!(?:(?!的){HAN}){{1,5}}?(?:[长员]|主任|书记|医生|医师|护士|老师|干部|会计)[进下入住包帮驻跟守带])"
    f"(?:{LETTER}{{1,6}}?{UNIT}|{SHORT_UNIT}){FURTHER_UNIT}{{0,2}}"
)
# 养护股的人, 信访室的两位同志: not 财务科的人员名单.
PEOPLE_OF = (
    "的(?:[一二两三四五六七八九十几0-9]+[位名个]|年轻|全体|所有)?"
    "(?:同志们?|年轻人|人(?![员民事心数选为名格])|党员|干部)"
)
# Behind a unit a person of it may stand, 办公室的副主任小杜, 财务科老邱; behind other words one must.
ACTOR = (
    f"(?:{EVERYBODY}|{NO_BEGINNING}{COUNTED}{CHARGED}(?:(?P<familiar>(?:财务|人事|总务|文秘|后厨|{LETTER}{{1,4}}[柜店摊库台厂场铺])?(?:{FAMILIAR}))"
    f"|(?:(?P<unit>{UNIT_OF_ACTOR})|(?:(?![和与]){LETTER}){{0,4}}?)"
    f"(?:(?(unit)的?{FIRST_OF_TITLE}){PERSON}(?:们)?|(?(unit)(?:(?P<behind>的?(?:{KNOWN})"
    f"|(?:[ \u3000]{{1,4}}|(?=[{SURNAME}])){NAME})"
    f"|{PEOPLE_OF})?|(?!)))))"
)
_ACTOR = LazyPattern(ACTOR)
# 三年级的班长小蕊, 城东的网格员小禾.
_OF_PLACE = LazyPattern(f"(?!把|将)(?:(?:新|刚|后)来|{LETTER}{{1,5}})的")
# Where somebody must stand: 小柏, 我小舅子, 党员 that take turns.
_NAME_ALONE = LazyPattern(
    f"{NAME}(?:同志)?|{NO_FAMILIAR}[老小]{ANY_SURNAME}{GOES_ON}"
    f"|(?:我|本人)的?(?:爱人|家属|老伴|妻子|丈夫|儿子|女儿|媳妇|女婿|小舅子|小叔子|姐夫|妹夫|哥哥?|弟弟?|徒弟|师父|搭档|同事|助手)(?:{KNOWN}|{BY_NICKNAME})?"
    f"|(?:党员|干部|职工|委员|学生|村民|代表)(?={SHARED_OUT})"
)
# 由局长办公会定, 由院务会研究.
_MEETING = LazyPattern(
    f"仓库|{LETTER}{{1,6}}?(?:办公|联席|代表|[院校局馆所站社镇村党]务|党[组委]|支委|班子)会议?(?![上的前后])"
)
# 许建国10月底前把: not 白皮书10月底前报, 石料厂10月底前把.
_NAME_AND_DAY = LazyPattern(
    f"{NO_GIVEN_NAME}[{SURNAME}]{HAN}{{2}}(?<![处室股局厅办委组站所队院厂场店社方面卡路桥道渠线表单书本册账款费票证村湾沟坝河湖山街巷库台机员班会水电气肉菜粮长师季节天])"
    "(?=(?:每[周月季年天日晚早半学]|逐[一户个家项]|带(?:人|队|着|[两几])|亲自|盯着|包[到户片]|挨[家户个]|[把将](?!来|要))|(?:今年|本月)?[0-9一二三四五六七八九十]{1,2}月(?:[0-9一二三四五六七八九十]{1,3}[日号]|[底末初]|[上中下]旬)(?:之?前|以前)?"
    "(?:把|将|带|去|对(?!外)|逐))"
)
NO_ACTOR = LazyPattern(
    "^(?:屁股|干部|党员|成员|领导|代表|专家|助理)$|(?:盲|执法|法律|裁判|司法|诉讼|审判|行政|处罚)文书|专人|本人|各级|人人|全体(?:党员|干部|成员)?$|[上下值接交跟早晚加夜白]班$|[个各每]班$|全部|内部|外部|局部|[督承主协查交经]办$"
)


@value
class Actor:
    """Words that name somebody, and whether they are a person (else a unit); `end` is behind them.

    `is_named` if the person is called by name, so that no office or job is meant.
    """

    words: str
    is_person: bool
    end: int
    is_named: bool


def actor_at(text: str, at: int, *, is_certain: bool = False) -> Actor | None:
    """The person, post or unit whose name begins at `at`; None in doubt.

    Where it `is_certain` that somebody stands there, words ahead may describe them: 镇上的水管站.
    """
    of_place = _OF_PLACE.match(text, at)
    if not of_place:
        return _actor_at(text, at)
    found = _actor_at(text, of_place.end())
    if found and is_certain and text[at] not in "我你他她谁":
        return Actor(text[at : found.end], found.is_person, found.end, found.is_named)
    if found and found.is_named:
        # 打更的老崔: who has no post is believed only where a person's act follows.
        return Actor(text[at : found.end], True, found.end, found.words[0] not in "老小阿")
    return _actor_at(text, at)


def _actor_at(text: str, at: int) -> Actor | None:
    found = _ACTOR.match(text, at)
    if not found or NO_ACTOR.search(found[0]):
        return None
    is_person = found["unit"] is None or found.end("unit") < found.end()
    is_named = any(found.group("name", "familiar", "behind"))
    return Actor(found[0], is_person, found.end(), is_named)


def name_at(text: str, at: int) -> Actor | None:
    """The bare name or meeting that the text has from `at` on, where somebody must stand: 由吴长根月底前贴出来."""
    meeting = _MEETING.match(text, at)
    if meeting:
        return Actor(meeting[0], is_person=False, end=meeting.end(), is_named=False)
    return _named(_NAME_ALONE, text, at)


def name_with_day_at(text: str, at: int) -> Actor | None:
    """The bare name that a day follows, and what is done by then: 许建国10月底前把电表换完."""
    return _named(_NAME_AND_DAY, text, at)


def _named(pattern: LazyPattern, text: str, at: int) -> Actor | None:
    found = pattern.match(text, at)
    return Actor(found[0], True, found.end(), True) if found else None
