"""Finds the words of time by which something is to be done, or how often: 6月底前, 每月逢五, 暑假前, 提前七天."""

from __future__ import annotations

from duizhao.text.pattern import LazyPattern

NUMBER = "[0-9０-９一二三四五六七八九十两半几]{1,3}"
UNTIL = "(?:之前|以前|前|之内|以内|内|底前|底|末|起(?!不?来)|开始)"
YEAR = "(?:20[0-9]{2} ?年|二[〇○零][一二三四五六七八九〇○零]{2}年|今年|明年|本年度?|当年)"
PART_OF_YEAR = "(?:[上下]半年|第?[一二三四1-4]季度|年底|年末|年终|年中|年内|年前|全年)"
EVENT = (
    f"(?:(?:{YEAR} ?|来年|(?<![绘书课账样])本|下一?个?|每年)?"
    "(?:主?汛期|春运|毕业季?|春节|国庆节?|中秋节?|端午节?|清明节?|元旦|元宵节?|五一|七一|十一|节|开学|放假|学期|期[中末]|"
    "换届|入[冬夏汛]|供暖季?|采暖季|雨季|台风季|防火期|冬季|春耕|春播|秋收|收秋|秋种|三夏|霜降|立冬|冬至|"
    "[暑寒]假|[开休]渔|[高中会]考|开工|竣工|开[园馆庭考]|麦收|双抢|收购|"
    "下[次一](?:次|年度)?(?:民主生活会|组织生活会|会议|检查))(?:到来|来临|开始|结束|期)?(?:前后|之前|以前|前|期间|期?内))"
)
DAY = f"{YEAR}? ?{NUMBER} ?月(?:份|{NUMBER} ?[日号]|[上中下]旬|[底末初])?"
RANGE = f"{DAY}(?:起)? ?(?:至|到|—{{1,2}}|－|-|~|～) ?(?:{DAY}|{NUMBER} ?[日号]){UNTIL}?"
"""10月15日至11月30日, 6月—9月, 3月1日至20日."""
CLOCK = f"(?:{NUMBER}点(?:半|钟)?)?"
WEEKDAY = "(?:周|星期)[一二三四五六日天]"
PART_OF_DAY = "早上|[上中下]午|晚上?|夜里|午休"
TIME_WORDS = LazyPattern(
    f"{RANGE}|"
    # 每季度第一个周日夜里, 每月逢五
    f"每个?(?:周|月|季度?|学期|年)的?(?:第{NUMBER}个|最后一个|头一个|首个)(?:{WEEKDAY}|工作日|周末|天)(?:{PART_OF_DAY})?"
    f"|每个?(?:月|季度?|学期|年)的?第{NUMBER}(?:周|天|个?星期)"
    f"|每月逢{NUMBER}(?:[、逢]+{NUMBER})*"
    # 6月30日前, 2024年3月起, 三月份, 12月底前; not 3月 alone.
    f"|{YEAR}? ?{NUMBER} ?月(?:份|{NUMBER} ?[日号]|[上中下]旬|[底末])?{UNTIL}"
    f"|{YEAR}? ?{NUMBER} ?月(?:份|{NUMBER} ?[日号]|[上中下]旬|[底末])(?!的)"
    r"|20[0-9]{2} ?[-./] ?[0-9]{1,2}(?: ?[-./] ?[0-9]{1,2})?(?:日|前|之前|底前)?"
    f"|{YEAR}? ?{PART_OF_YEAR}{UNTIL}?"
    f"|{YEAR}{UNTIL}|明年 ?{NUMBER} ?月|今晚"
    f"|(?:[本当这次下]个?|每个?)月(?:[上中下]旬|{NUMBER} ?[日号]|月?[底末初])?{UNTIL}?(?:{NUMBER}次)?"
    f"|(?:学期?|月)[底末]{UNTIL}?|{NUMBER} ?个?(?:小时|天|周|月)一[次换轮检趟回遍查]"
    f"|{EVENT}"
    # 2月，在院周会上说开: what a plan by months begins with.
    f"|(?:^|(?<=[。；\n])){NUMBER} ?月(?=[，,])"
    f"|[这本下]个?(?:星期|礼拜)[一二三四五六日天]?{UNTIL}?"
    f"|{NUMBER} ?(?:分钟|个?小时|[天日])(?=必|就[办答回退]|到账|见效|办结|发出|到[场位岗])"
    f"|{NUMBER} ?个?(?:小时|钟头|天|周|月)[^，。；0-9]{{1,3}}一[次回遍趟]"
    "|(?:^|(?<=[，。；\n]))(?:清明|端午|中秋|国庆|元旦|五一|七一|元宵)节?(?![前期里中的安慰活文精假后])"
    "|(?:国庆|春节|中秋|五一|元旦|清明|端午|[暑寒])假期?(?:之内|以内|期间|内|里|中)?(?!作业|工|前|安排)"
    "|(?:[今明]年)?(?:开春|入秋|入伏)(?:之?前|以前|后)?|(?:[今明]年?)[春夏秋冬](?:天|季)?(?:之?前|以前)?|[这本下]个?学期[内末里]?"
    "|(?:腊月|正月|农历[一二三四五六七八九十冬腊]+月)(?:[初廿]?[一二三四五六七八九十]{1,3})?(?:之?前|以前|底前|内)"
    # 三个工作日内, 两个月内, 一周内, 半小时内.
    f"|(?:[会节假汛考]后|开[学春工]后|整改期)?"
    f"{NUMBER} ?个?(?:工作日|小时|分钟|天|日|周|星期|月|季度|学期|年)(?:之内|以内|内|之前)"
    "|(?:集中)?整改期(?:限)?(?:之内|以内|内|结束前|间)"
    # 每周一, 每季度末, 每半年一次; 每周一次 names no Monday.
    f"|[每隔](?:个|隔)?{WEEKDAY}(?![次回遍个篇场])(?:[、和]?{WEEKDAY})*(?:{PART_OF_DAY})?"
    f"|{WEEKDAY}(?:[、和]?{WEEKDAY})+(?:{PART_OF_DAY})?"
    f"|[每隔](?:{NUMBER} ?个?)?(?:个|半)?(?:工作日|小时|天|日|周|星期|月|季度?|学期|年度?)"
    f"(?:[底末初]|头{NUMBER}天)?(?:{NUMBER}[次回遍])?"
    "|一[天周月季年]一[议评查报结清测练会](?![次下])"
    f"|每[晚早天日]{CLOCK}|月月|天天|逐月|按[月季](?:度)?"
    f"|(?:即日|今日|今天|当[天日]|明天|下[周月]|年初){UNTIL}"
    "|当[天日晚场]|今天|明天|次日|[本这下]周(?:[一二三四五六日末]|之?内)?|即刻|立刻|立即(?!整改)|马上"
    "|立行立改|立查立改|即知即改|立改立行|即行即改|立即整改|分阶段|长期坚持|并长期(?:整改|执行|推进)|持续坚持|常抓不懈"
)
LAPSE = f"{NUMBER}个?(?:工作日|小时|分钟|[天日周月])"
LETTER = "(?:(?![把将的在对向由请给是为从被让我])[\u4e00-\u9fff])"
# Words that end in 前 or 后 and are no occasion: 目前, 面前, 今后, 落后, 善后.
BEFORE = "(?<![目当以之面眼提向往超靠跟身门屋村楼站台空窗床车芽])(?:前|之前|以前)(?![会往去来后期者面台沿提段线门])"
AFTER = "(?<![今以之落善先背身随往前向最滞幕门屋村楼然稍而此日])后(?![勤面台期续来备进果])"
OCCASION = (
    f"(?:(?:(?<=[，。；：、\\n 在])|^)(?:{YEAR} ?)?{LETTER}{{1,6}}?{BEFORE}(?:{LAPSE})?"
    f"|[会行课班工车岗]前{LAPSE}|提前{LAPSE}"
    f"|[每当][晚天日次场班]{LETTER}{{1,4}}?{AFTER})"
)
"""Clauses may begin with one; 提前七天 stands anywhere."""
_OCCASION = LazyPattern(OCCASION)


def time_words(text: str) -> tuple[str, ...]:
    """The words of time by which something is to be done, or how often, each once, in their order."""
    places = {found.start(): found[0] for found in TIME_WORDS.finditer(text)}
    # 女厕的门开学前换好: the clause that ends in 前 begins with what is acted on.
    for found in _OCCASION.finditer(text):
        start = found.start()
        if not any(start < at < found.end() for at in places) and len(places.get(start, "")) < len(
            found[0]
        ):
            places[start] = found[0]
    return tuple(dict.fromkeys(places[at].strip() for at in sorted(places)))
