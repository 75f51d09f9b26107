"""Words of the audit: what the acts and notes are called on a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from duizhao.web.person_role import PersonRole

NOTES = {"": "", **dict(PersonRole.choices)}
"""The closed list of notes, each with what a page shows for it."""

ACTS = {
    "desk.clear": "清空一批",
    "desk.put_in": "放入会议的材料",
    "desk.add_version": "会议的材料有了新的一稿",
    "desk.mark": "标会议的材料看到哪一步",
    "desk.put_aside": "把会议材料的一处问题放到一边",
    "desk.take_back": "取回放到一边的问题",
    "desk.remove_files": "移除选中的材料",
    "desk.put_back": "放回移除的材料",
    "desk.change_rows": "改台账",
    "desk.map_heads": "对台账的列名",
    "desk.change_settings": "改设置",
    "desk.drop_screening": "删除一次查重",
    "roster.take_in": "放入或改名册",
    "roster.leave": "登记离开",
    "roster.come_back": "放回名册",
    "roster.give_account": "给名册上的人连账号",
    "roster.link_accounts": "按姓名连账号",
    "submissions.bind": "把材料对到人",
    "submissions.renew": "放入新的一稿",
    "submissions.take_from": "把材料从人名下取下",
    "submissions.hand_in": "送审",
    "submissions.accept": "审核通过",
    "submissions.return_statement": "退回材料",
    "submissions.judge_reason": "核对退回理由",
    "submissions.add_comment": "批注",
    "submissions.answer_comment": "答复批注",
    "submissions.resolve_comment": "批注处理完，或者重新打开",
    "submissions.answer_point": "标明在哪里回应",
    "submissions.open_point": "撤回回应的标注",
    "submissions.screen": "给送审的材料查重",
    "submissions.see_opinions": "看材料旁边的意见",
    "meetings.begin": "开始准备一次会议",
    "overview.end_demo": "移除演示",
    "overview.search": "在意见或者谈话记录里找",
    "papers.put_template": "换成本单位的文书格式",
    "papers.remove_template": "用回自带的文书格式",
    "announcements.begin": "起草通报",
    "announcements.edit": "改通报",
    "announcements.publish": "发布通报",
    "announcements.withdraw": "撤下通报",
    "announcements.remove": "删掉通报",
    "announcements.paper": "下载通报",
    "announcements.begin_survey": "开始满意度测评",
    "opinions.begin_round": "开一轮征求意见",
    "opinions.change_round": "改一轮征求意见",
    "opinions.print_codes": "印发征求意见的码",
    "opinions.void_codes": "作废没用过的码",
    "opinions.close_round": "结束征求、汇总意见",
    "opinions.drop_round": "作废一轮征求意见",
    "opinions.enter": "录入意见",
    "opinions.mend": "改录错的意见",
    "opinions.remove": "删掉录错的意见",
    "opinions.see": "看意见",
    "opinions.see_about": "看对个人的意见",
    "opinions.out": "导出意见",
    "opinions.link": "把意见对应到材料的问题",
    "opinions.reply": "拟意见的答复",
    "opinions.publish": "反馈意见的答复",
    "talks.mark": "记下谈过了",
    "talks.unmark": "改成还没谈",
    "talks.add": "加一次谈心谈话",
    "talks.edit": "改谈话的时间地点",
    "talks.read": "看谈话记录",
    "talks.write": "写谈话记录",
    "talks.agree": "把约定列入台账",
    "talks.withdraw": "从台账撤回约定",
    "minutes.attend": "登记到会",
    "minutes.absent": "放入缺席人员的书面发言",
    "minutes.passed_on": "登记转告缺席人员",
    "minutes.details": "改会议记录的表头",
    "minutes.agenda": "改议程",
    "minutes.add": "记下发言",
    "minutes.edit": "改一条发言",
    "minutes.move": "调换发言次序",
    "minutes.remove": "删去一条发言",
    "minutes.restore": "放回一条发言",
    "minutes.rectify": "把批评意见列入台账",
    "minutes.read": "看会议记录",
    "minutes.end": "会议结束",
    "minutes.reopen": "重新打开会议记录",
    "rectification.remind": "发整改提醒的邮件",
    "rectification.choose_reminders": "定怎样提醒整改",
    "rectification.keep_addresses": "改各人的邮箱",
    "rectification.judge_recurrence": "认定是不是往年的同一问题",
    "rectification.start": "启动整改",
    "rectification.submit": "提请验收",
    "rectification.close": "销号",
    "rectification.return": "验收退回",
    "rectification.keep_up": "转为长期坚持",
    "rectification.hand_over": "移交一行台账",
    "rectification.postpone": "延期",
    "rectification.reopen": "重新打开一行台账",
    "rectification.ask_postponement": "申请延期",
    "rectification.answer_postponement": "答复延期申请",
    "rectification.undo_move": "撤销点错的办理",
    "rectification.report": "报整改进展",
    "rectification.review": "登记长期坚持的检查",
    "rectification.mend": "改一条整改进展",
    "rectification.add_source": "加一行台账的出处",
    "rectification.drop_source": "删一行台账的出处",
    "rectification.add": "把会外指出的问题列入台账",
    "rectification.carry": "转入上年没改完的行",
    "rectification.drop_file": "撤下佐证材料",
    "rectification.people": "定责任人、验收人、时限",
    "meetings.edit_plan": "改会议方案",
    "meetings.people": "改参加人员",
    "meetings.notice": "改上级通知",
    "meetings.step": "记日程",
    "meetings.close": "归档",
    "meetings.reopen": "重新打开",
    "meetings.attach": "放入会议文件",
    "meetings.attached": "看会议文件",
    "meetings.detach": "删掉会议文件",
    "meetings.add_study": "登记学习",
    "meetings.edit_study": "改学习登记",
    "meetings.remove_study": "删掉学习登记",
    "meetings.appraisal": "看民主评议结果",
    "meetings.edit_appraisal": "改民主评议结果",
    "meetings.begin_intake": "放入上年度的文件夹",
    "meetings.drop_intake": "处理完放入的文件夹",
    "archive.put_in": "放入档案包",
    "archive.take_in": "由档案包建成会议",
    "archive.drop_intake": "删掉放入的档案包",
    "supervision.give_out": "下载给上级的汇总",
    "supervision.take_in": "收下单位的汇总",
    "supervision.remove_summary": "删掉收到的汇总",
    "archive.keep_periods": "改保管期限",
    "archive.propose": "提出销毁",
    "archive.decline": "不销毁了",
    "archive.remove_dossier": "销毁",
    "archive.make": "做档案包",
    "archive.download": "下载档案包",
    "archive.remove": "删掉档案包",
    "accounts.set_up": "第一次设置",
    "accounts.login": "登录",
    "accounts.logout": "退出",
    "accounts.password": "改自己的密码",
    "accounts.confirm_factor": "开手机验证码",
    "accounts.renew_codes": "重印恢复码",
    "accounts.reset_factor": "重设手机验证码",
    "accounts.end_sessions": "结束登录",
    "accounts.unlock": "给账号解锁",
    "accounts.unlock_address": "给网络地址解锁",
    "accounts.delegate": "请人代办",
    "accounts.end_delegation": "结束代办",
    "accounts.act_for": "开始代办",
    "accounts.save_policy": "改登录的规矩",
    "accounts.add_unit": "加单位",
    "accounts.rename_unit": "改单位名称",
    "accounts.remove_unit": "删除单位",
    "accounts.add_person": "加人员",
    "accounts.invite": "印邀请条",
    "accounts.accept_invitation": "凭邀请条进来",
    "accounts.revoke_invitation": "作废邀请条",
    "accounts.request_accounts": "请管理员开账号",
    "accounts.edit_person": "改姓名",
    "accounts.reset_password": "重设密码",
    "accounts.move_person": "调到别的单位",
    "accounts.set_last_day": "定用到哪天",
    "accounts.left": "到期自动停用",
    "accounts.let_in_again": "在服务器上重设密码和手机验证码",
    "accounts.deactivate": "停用",
    "accounts.activate": "恢复使用",
    "accounts.add_grant": "给角色",
    "accounts.end_grant": "收回角色",
}
"""What a page shows for an act."""

KINDS = {
    "batch": "批次",
    "ledger": "台账",
    "ledger-row": "台账的一行",
    "screening": "查重",
    "settings": "设置",
    "archive": "档案包",
    "summary": "汇总",
    "dossier": "会议",
    "announcement": "通报",
    "dossier-file": "会议文件",
    "study": "学习",
    "intake": "文件夹",
    "roster": "名册",
    "staff": "名册上的人",
    "template": "文书格式",
    "search": "搜索",
    "round": "一轮征求意见",
    "opinion": "意见",
    "attendee": "参加会议的人",
    "talk": "谈心谈话",
    "submission": "对照检查材料",
    "file": "材料",
    "entry": "会议记录的一条",
    "unit": "单位",
    "person": "人员",
    "delegation": "代办",
    "policy": "登录的规矩",
    "address": "网络地址",
    "grant": "角色",
}
"""What a page shows for the kind of a thing."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """An entry as a page shows it."""

    number: int
    at: datetime
    actor: str
    act: str
    thing: str
    note: str
    hash: str

    @classmethod
    def from_entry(cls, entry: Any) -> AuditRow:
        return cls(
            entry.number,
            entry.at,
            entry.actor,
            ACTS.get(entry.act, entry.act),
            _thing(entry.kind, entry.key),
            NOTES.get(entry.note, entry.note),
            entry.hash,
        )


def _thing(kind: str, key: str) -> str:
    """What an act was done to. A grant is that of a person in a unit."""
    if kind == "grant":
        person, _, unit = key.rpartition("@")
        return f"{KINDS['person']} {person}，{KINDS['unit']} {unit}"
    return f"{KINDS.get(kind, kind)} {key}"


def content_differs(number: int) -> str:
    return f"第 {number} 条的内容和校验码不符：这一条被改过"


def not_joined(number: int) -> str:
    return f"第 {number} 条接不上前一条：它或前一条被换过"


def missing(first: int, last: int) -> str:
    which = f"第 {first} 条" if first == last else f"第 {first} 至 {last} 条"
    return f"缺{which}"


def head_differs(number: int) -> str:
    return f"第 {number} 条和留存的校验码不同：整条链被重新算过"


def cut_off(first: int, last: int) -> str:
    return f"末尾{missing(first, last)}：留存的校验码是第 {last} 条的"


def state_in_words(count: int, head: str, faults: Sequence[str]) -> str:
    """What a look through the chain has found, a line each."""
    found = [
        f"操作记录共 {count} 条，{f'有 {len(faults)} 处问题：' if faults else '完好'}",
        *faults,
    ]
    if head:
        found.append(f"最后一条的校验码（请抄在别处，下次核对用）：{head}")
    return "".join(f"{line}\n" for line in found)
