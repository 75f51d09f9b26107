"""Lines of a web page around a statement: source, byline, counters, greeting, breadcrumbs, disclaimers."""

from __future__ import annotations

from duizhao.document.people import PERSON_LABELS, POST_LABELS, UNIT_LABELS
from duizhao.text.pattern import LazyPattern

LONGEST_WEB_LINE = 90

# Fields that only pages have. A day alone (时间：2024年1月5日) is a line of a statement as well.
FIELDS = (
    "来源", "文章来源", "本文来源", "信息来源", "稿件来源", "作者", "编辑", "责任编辑", "网络编辑", "发布时间",
    "发布日期", "更新时间", "上传时间", "点击", "点击数", "点击次数", "浏览", "浏览量", "浏览数", "浏览次数", "阅读",
    "阅读量", "阅读数", "阅读次数", "热度", "人气", "字体", "字体大小", "字号", "栏目", "所属栏目", "上传者", "发布者",
    "下载次数", "下载量", "分享到", "收藏数", "评论数", "点赞数",
)  # fmt: skip
PLAIN_FIELDS = ("时间", "日期", "分类", "标签", "关键词", "大小", "格式")
BUTTONS = frozenset(
    ("网友", "收藏", "分享", "打印", "打印本页", "关闭", "举报", "纠错", "评论", "点赞", "复制链接", "微信", "微博",
     "QQ空间", "朋友圈", "加入收藏", "关闭窗口", "关闭本页", "收藏本文", "分享本文",
     "发布于", "字体", "浏览", "阅读", "点击")
)  # fmt: skip
PLAIN_WORDS = frozenset(("大", "中", "小", "次", "admin", "佚名", "匿名", "A", "A+", "A-"))
GREETINGS = (
    "祝您", "祝你", "欢迎您的到来", "欢迎光临", "欢迎访问", "欢迎来到", "欢迎阅读", "欢迎下载", "欢迎收藏", "欢迎使用",
    "感谢您的阅读", "感谢您的下载", "感谢您的支持", "感谢您的关注", "感谢阅读", "感谢浏览", "感谢下载", "希望对您",
    "希望对你", "对您有所帮助",
)  # fmt: skip
# Words of a page about itself. Alone they prove nothing: a line with them is foreign only above a title.
DISCLAIMERS = (
    "本站不", "本站所", "本站仅", "本站内容", "本站资料", "本站文档", "本站提供", "本站收集", "本网站", "预览", "下载",
    "付费", "联系客服", "版权声明", "版权归", "内容负责", "扣除积分", "退款", "供大家参考", "供您参考", "一起来看看",
    "给大家分享", "为大家整理", "为您整理",
)  # fmt: skip
CRUMBS = ("首页", "您的位置", "当前位置", "所在位置")
CRUMB_SIGNS = (">", "＞", "»", "›")
ANCHORS = tuple(dict.fromkeys((*FIELDS, *BUTTONS, *GREETINGS, *DISCLAIMERS, *CRUMBS, *CRUMB_SIGNS)))

SEPARATORS = str.maketrans(dict.fromkeys("【】[]（）()|｜/·", " "))
_FIELD = LazyPattern(f"({'|'.join(sorted((*FIELDS, *PLAIN_FIELDS), key=len, reverse=True))})[:：]")
_FIGURES = LazyPattern("[0-9][0-9:：./年月日次-]*")
_COUNT = LazyPattern("[0-9]{1,8}[次人条]?(?:阅读|浏览|点击|收藏|分享|评论|点赞)")
_OWN_FIELD = LazyPattern(f"(?:{'|'.join((*PERSON_LABELS, *UNIT_LABELS, *POST_LABELS))})[:：]")
# Where an office has a problem or a sum from: 来源：巡察反馈, 来源：财政拨款.
_OWN_SOURCE = LazyPattern(
    "来源[:：].{0,20}(?:巡[察视]|反馈|征求|意见|谈话|审计|检查|考核|督[查导]|信访|自查|拨款|资金|预算)"
)
_CRUMBS = LazyPattern(
    "(?:(?:您的|你的|您现在的|当前|所在)位置[:：])?[^>＞»›。，；]{1,20}(?:[>＞»›]+[^>＞»›。，；]{0,40})+"
)
_SITE = LazyPattern(
    f"(?:{'|'.join(CRUMBS)}|您现在的位置|[^>＞»›]{{1,20}}(?:网|文库))[^>＞»›]{{0,20}}[>＞»›]"
)
_GREETING = LazyPattern("|".join(GREETINGS))
_DISCLAIMER = LazyPattern("|".join(DISCLAIMERS))
TWICE_NUMBERED = LazyPattern("[0-9]{1,2}[.．、][ 　\t]*[0-9]{1,2}[.．、]")


def is_information(line: str) -> bool:
    """Whether a line holds nothing but fields and buttons of a page, and at least one that statements never have."""
    if "。" in line or "；" in line:
        return False
    is_field = is_foreign = False
    for word in line.translate(SEPARATORS).split():
        if _OWN_SOURCE.match(word):
            return False
        if found := _FIELD.match(word):
            is_field = True
            is_foreign = is_foreign or found[1] in FIELDS
        elif _OWN_FIELD.match(word):
            return False
        elif word in BUTTONS or _COUNT.fullmatch(word):
            is_foreign = True
        elif not (is_field or word in PLAIN_WORDS or _FIGURES.fullmatch(word)):
            return False
    return is_foreign


def is_crumbs(line: str) -> bool:
    """Whether a line is the way to a page: 首页 > 党建 > 材料."""
    return any(sign in line for sign in CRUMB_SIGNS) and _CRUMBS.fullmatch(line) is not None


def names_site(line: str) -> bool:
    """Whether the way to a page begins with its site: 首页 > 党建, 青禾文档网 > 党建."""
    return _SITE.match(line) is not None


def is_of_page(line: str) -> bool:
    """Whether a line describes a web page, or greets its reader."""
    return is_information(line) or _GREETING.search(line) is not None


def disclaims(line: str) -> bool:
    """Whether a line above a title describes the web page, not the writer."""
    return _DISCLAIMER.search(line) is not None
