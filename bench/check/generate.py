"""Makes statements of about 3,000 characters out of our own sentences: the same ones for the same seed.

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
)
EXAMPLES = (
    "比如，{year}年{month}月在{place}做{work}时，我只看了{n}个点，其余{m}个点是听汇报的，后来有{k}处返工。",
    "比如，{year}年{month}月{day}日收到{place}群众来信{n}件，我批给股室以后没有再问，有{k}件拖了{m}天才答复。",
    "比如，在{work}中，{place}提出{n}条意见，我只采纳了{k}条，没有向提意见的同志说明原因。",
    "比如：在推动××工作中，思路还不够开阔、办法还不够多，与上级的要求还有差距。",
    "对存在的矛盾和问题，能够旗帜鲜明地指出，但有时方式方法还需要改进，效果还不够好。",
)
CAUSES = (
    "我把{aspect}当成软任务，有空才抓，抓了也没有往分管工作上靠，遇到具体事情还是凭老办法。",
    "对{aspect}的要求理解不深，总觉得管住自己就行，没有把该管的事管起来，该问的事问到底。",
    "平时坐办公室多、到现场少，{aspect}方面的短板没有及时发现，发现了也没有马上改。",
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
    yield "2023年主题教育专题民主生活会个人对照检查材料"
    yield "按照县委开好主题教育专题民主生活会的部署，我认真学习、听取意见、谈心谈话，围绕六个方面对照检查，现报告如下。"
    yield "一、存在的主要问题"
    for number, aspect in enumerate(ASPECTS):
        yield f"（{NUMERALS[number]}）{aspect}方面"
        for item in range(3):
            yield f"{NUMERALS[item]}是{chance.choice(CLAIMS)}。{_body(chance)}"
    yield "二、产生问题的原因剖析"
    for number, pair in enumerate(zip(ASPECTS[::2], ASPECTS[1::2], strict=True)):
        first, second = (_filled(chance, CAUSES, aspect) for aspect in pair)
        yield f"（{NUMERALS[number]}）{pair[0]}抓得不紧，{pair[1]}放松要求。{first}{second}"
    yield "三、今后的整改措施"
    for number, aspect in enumerate(ASPECTS):
        body = _filled(chance, MEASURES, aspect) + _filled(chance, MEASURES, aspect)
        yield f"{NUMERALS[number]}是改进{aspect}。{body}"


def _body(chance: random.Random) -> str:
    return "".join(chance.sample(LEADS, 2)) + _filled(chance, EXAMPLES, "")


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
