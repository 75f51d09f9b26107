"""What changes in rounds and opinions, a module for each thing. Each action is one transaction."""

from duizhao.web.opinions.actions.answering import (
    OpinionOvertaken,
    draft_reply,
    link_to_problem,
    publish_replies,
    say_whether_content,
)
from duizhao.web.opinions.actions.closing import close_round
from duizhao.web.opinions.actions.entering import (
    TypedOpinion,
    enter_opinions,
    mend_opinion,
    remove_opinion,
)
from duizhao.web.opinions.actions.rounds import (
    begin_round,
    change_round,
    draw_codes,
    drop_round,
    start_closing,
    void_codes,
)
from duizhao.web.opinions.actions.sending import RefusedCode, SentItem, round_of_code, send_opinions

__all__ = [
    "OpinionOvertaken",
    "RefusedCode",
    "SentItem",
    "TypedOpinion",
    "begin_round",
    "change_round",
    "close_round",
    "draft_reply",
    "draw_codes",
    "drop_round",
    "enter_opinions",
    "link_to_problem",
    "mend_opinion",
    "publish_replies",
    "remove_opinion",
    "round_of_code",
    "say_whether_content",
    "send_opinions",
    "start_closing",
    "void_codes",
]
