"""Generates statements of about 3,000 characters from our own sentences; the same seed gives the same statement.

python -m bench.check.generate DIR COUNT
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

ASPECTS = ("理论学习", "政治素质", "能力本领", "担当作为", "工作作风", "廉洁自律")
PLACES = ("云溪县", "石桥镇", "柳湾村", "青石街道", "南坪社区", "河东乡", "新集镇", "大塘村")
WORKS = (
    "防汛检查",
    "饮水安全",
    "农田水利",
    "危房改造",
    "项目审批",
    "信访接待",
    "预算执行",
    "档案整理",
)
CLAIMS = (
    "学习抓得不紧", "学用结合不够", "落实部署打了折扣", "对下属过问少", "调查研究浅", "新办法学得慢",
    "碰到难事绕着走", "创新办法少", "检查走过场", "对群众诉求回应慢", "管分管领域不够紧", "节约抓得不实",
)  # fmt: skip
LEADS = (
    "我把这项工作排在最后，忙起来就放下，月底才想起来补。",
    "本人对分管股室的情况掌握得不够细，多数时候只听汇报，没有自己去看。",
    "有时满足于把文件转下去，没有再问一句办得怎么样、群众满意不满意。",
    "自己总觉得干了多年，凭经验就能应付，没有从头去学、去问。",
    "对矛盾往后放，怕得罪人，一定程度上存在多一事不如少一事的想法。",
    "一些工作开了会、发了文就当办完了，跟踪问效还不够。",
    "学习资料领回来放在柜子里，检查前才集中翻一遍，心得体会也是临时写的。",
    "我习惯用老办法处理新问题，遇到没有先例的事先想到的是请示，而不是调查。",
    "开会时我讲得多、听得少，班子其他同志提过的意见没有逐条回应。",
    "下乡调研多是走规划好的路线，见到的人和看到的点都是事先安排的。",
    "对群众来信来访，我更多关注是不是按期办结，很少过问人家服不服气。",
    "我对年轻干部布置任务多、当面指点少，出了差错只批评结果不分析原因。",
    "分管领域的制度订了不少，哪些管用、哪些早就没人执行，我说不清楚。",
    "遇到跨部门的事情，我常常等对方先开口，白白耽误了解决问题的时间。",
    "我对自己要求有所放松，觉得大事不犯、小事难免，对身边人提醒也不勤。",
    "落实上级部署时照搬原文多，结合本地水情民情想办法少，方案读起来像抄的。",
    "数据报表由股室填好我就签字，没有抽查过源头，也没有问过是怎么来的。",
    "我怕担风险，重要事项总想集体定、集体负责，结果一拖再拖错过时机。",
    "对分管单位的廉政风险点，我只在年初过问一次，年中没有再跟进检查。",
    "批评别人时我点到为止，说的多是希望和建议，没有把问题摆到桌面上。",
    "我平时坐在办公室看材料的时间多，到田间地头听农户讲的时间少。",
    "项目现场出了问题，我先问是谁的责任，后问群众受了多大影响。",
    "节约方面我抓大放小，办公室长明灯、半瓶水这样的事看见了也没有管。",
    "对网上反映的情况，我觉得是个别人的牢骚，没有当作线索去核实。",
)
EXAMPLES = (
    "比如，{year}年{month}月在{place}做{work}时，我只看了{n}个点，其余{m}个点是听汇报的，后来有{k}处返工。",
    "比如，{year}年{month}月{day}日收到{place}群众来信{n}件，我批给股室以后没有再问，有{k}件拖了{m}天才答复。",
    "比如，在{work}中，{place}提出{n}条意见，我只采纳了{k}条，没有向提意见的同志说明原因。",
    "比如，{place}的{work}本应{month}月底收尾，我没有到过现场，直到群众打来电话才知道停了工。",
    "比如，{year}年{work}通报的问题里，{place}占了{k}个，我在会上念完通报就散会，没有跟着去整改。",
    "比如：在推动××工作中，思路还不够开阔、办法还不够多，与上级的要求还有差距。",
    "对存在的矛盾和问题，能够旗帜鲜明地指出，但有时方式方法还需要改进，效果还不够好。",
)
CAUSES = (
    "我把{aspect}当成软任务，有空才抓，抓了也没有往分管工作上靠，遇到具体事情还是凭老办法。",
    "对{aspect}的要求理解不深，总觉得管住自己就行，没有把该管的事管起来，该问的事问到底。",
    "平时坐办公室多、到现场少，{aspect}方面的短板没有及时发现，发现了也没有马上改。",
)
ROOTS = (
    "深挖下去，是我把当干部看成一份差事，少了当年刚进水务站时白天黑夜守水库的那股劲头。",
    "说到底，是心里先装着自己的面子和位子，后装着群众吃水用水的难处，轻重摆反了。",
    "年头久了，听的好话多、逆耳的话少，慢慢觉得自己那一套都是对的，不愿再向别人请教。",
    "总拿忙当借口，其实是没有想清楚哪些事该我亲自办、哪些事可以交给别人办。",
    "对照入党时写下的话，我觉得自己在小事上退了步，退一步就有人看见，也有人照着学。",
    "身边的同志提醒过我，我嘴上答应、心里没有当真，直到问题摆出来才觉得脸红。",
)
STEPS = (
    "每月末在支部会上报一次进度，没有做到的当场说明原因，请大家评一评是不是真改了。",
    "请分管的同志和服务对象一起看结果，他们认为没有改好的，我重新来过，不在材料上打转。",
    "把办事的过程贴在一楼公示栏，谁经手、到哪一步、还差什么，来办事的人一看就明白。",
    "对同类问题举一反三，把近三年的台账翻一遍，凡是当时说改、后来又犯的，一件一件补上。",
    "有事先到现场、再回办公室，问清楚了再定，定下来的事不因为换了人就不作数。",
    "每次谈话只谈一件具体的事，说清楚错在哪里、以后怎么办，下次见面先问改得怎么样。",
)
MEASURES = (
    "围绕{aspect}，我每月到{place}{n}天，当场解决{work}中的问题。责任人：本人；完成时限：{year}年{month}月底前；完成标志：台账{m}份。",
    "针对{aspect}方面的问题，制定{work}清单，明确{n}项任务，每季度公布一次进度，接受干部职工监督。",
    "坚持把{aspect}摆在重要位置，深入基层一线，倾听群众呼声，努力为群众办实事、解难题。",
)
NUMERALS = "一二三四五六七八九十"


def statement(seed: int) -> str:
    """One statement of about 3,000 characters."""
    return "\n".join(_lines(random.Random(seed))) + "\n"


def _lines(chance: random.Random) -> Iterator[str]:
    leads = iter(chance.sample(LEADS, len(LEADS)))
    claims = iter(chance.sample(CLAIMS, len(CLAIMS)))
    yield "2023年主题教育专题民主生活会个人对照检查材料"
    yield "按照县委开好主题教育专题民主生活会的部署，我认真学习、听取意见、谈心谈话，围绕六个方面对照检查，现报告如下。"
    yield "一、存在的主要问题"
    for number, aspect in enumerate(ASPECTS):
        yield f"（{NUMERALS[number]}）{aspect}方面"
        for item in range(2):
            body = f"{next(leads)}{_filled(chance, EXAMPLES, '')}{next(leads)}"
            yield f"{NUMERALS[item]}是{next(claims)}。{body}"
    roots, steps = (iter(chance.sample(pool, len(pool))) for pool in (ROOTS, STEPS))
    yield "二、产生问题的原因剖析"
    for number, pair in enumerate(zip(ASPECTS[::2], ASPECTS[1::2], strict=True)):
        bodies = (_filled(chance, CAUSES, aspect) for aspect in pair)
        yield f"（{NUMERALS[number]}）{pair[0]}抓得不紧，{pair[1]}放松要求。{''.join(bodies)}{next(roots)}"
    yield "三、今后的整改措施"
    for number, aspect in enumerate(ASPECTS):
        bodies = (_filled(chance, MEASURES, aspect) for _ in range(2))
        yield f"{NUMERALS[number]}是改进{aspect}。{''.join(bodies)}{next(steps)}"


def _filled(chance: random.Random, templates: tuple[str, ...], aspect: str) -> str:
    return chance.choice(templates).format(
        aspect=aspect, year=chance.choice((2022, 2023)), month=chance.randint(1, 12), day=chance.randint(1, 28),
        place=chance.choice(PLACES), work=chance.choice(WORKS),
        n=chance.randint(3, 30), m=chance.randint(3, 30), k=chance.randint(1, 3),
    )  # fmt: skip


def main(folder: str, count: str) -> None:
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for seed in range(int(count)):
        (target / f"{seed:05}.txt").write_text(statement(seed), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
