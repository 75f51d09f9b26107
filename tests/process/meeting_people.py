"""A leading group and a branch, as tests of talks share them."""

from __future__ import annotations

from duizhao.process import Participant, Standing

GROUP = (
    Participant("1", "张书记", Standing.HEAD, branch="一支部"),
    Participant("2", "李副局长", Standing.MEMBER, branch="一支部"),
    Participant("3", "王副局长", Standing.MEMBER, branch="二支部"),
    Participant("4", "赵科长", Standing.DEPARTMENT_HEAD, overseer="2"),
    Participant("5", "钱党员", Standing.PARTY_MEMBER, branch="二支部"),
    Participant("6", "孙党员", Standing.PARTY_MEMBER),
)
BRANCH = (
    Participant("1", "周书记", Standing.SECRETARY),
    Participant("2", "吴委员", Standing.COMMITTEE_MEMBER),
    Participant("3", "郑党员", Standing.PARTY_MEMBER),
    Participant("4", "冯党员", Standing.PARTY_MEMBER),
)
