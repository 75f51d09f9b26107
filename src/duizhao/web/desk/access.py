"""Who may do what on the desk: everything with one's own batches, and nothing with those of others."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q

from duizhao.web.access import EVERYBODYS, AccessTable, Scope
from duizhao.web.person_role import WORKERS, PersonRole

OWN = Scope("本人的批次", frozenset({"own"}), lambda person: Q(owner=person))
OWN_FILES = Scope("本人批次里的文件", frozenset({"own"}), lambda person: Q(batch__owner=person))
OWN_OUTPUTS = Scope("由本人批次做成的", frozenset({"own"}), lambda person: Q(batch__owner=person))
SITE = Scope("全站", EVERYBODYS, lambda person: Q())
OWN_ROWS = Scope("本人批次的台账", frozenset({"own"}), lambda person: Q(batch__owner=person))
_CLERK: Mapping[str, Scope] = {str(PersonRole.CLERK): SITE}

OWN_SCREENINGS = Scope(
    "本人批次里的查重", frozenset({"own"}), lambda person: Q(batch__owner=person)
)


def _workers(scope: Scope) -> Mapping[str, Scope]:
    """The roles that work with statements; the three administrators do not."""
    return {str(role): scope for role in WORKERS}


TABLE = AccessTable(
    "desk",
    {
        "home": _workers(OWN),
        "begin": _workers(OWN),
        "batch": _workers(OWN),
        "put_in": _workers(OWN),
        "clear": _workers(OWN),
        "file": _workers(OWN_FILES),
        "chain": _workers(OWN_FILES),
        "questions": _workers(OWN_FILES),
        "questions_of_chosen": _workers(OWN),
        "original": _workers(OWN_FILES),
        "screen": _workers(OWN),
        "screening": _workers(OWN_SCREENINGS),
        "pair": _workers(OWN_SCREENINGS),
        "screening_file": _workers(OWN_SCREENINGS),
        "drop_screening": _workers(OWN_SCREENINGS),
        "example": _workers(OWN),
        "row": _workers(OWN_FILES),
        "link": _workers(OWN),
        "end": _workers(OWN),
        "read_again": _workers(OWN_FILES),
        "stop": _workers(OWN),
        "rename": _workers(OWN),
        "progress": _workers(OWN),
        "read_chosen": _workers(OWN),
        "mark_chosen": _workers(OWN),
        "remove_chosen": _workers(OWN),
        "put_back": _workers(OWN),
        "make": _workers(OWN),
        "made": _workers(OWN),
        "download": _workers(OWN_OUTPUTS),
        "stop_making": _workers(OWN_OUTPUTS),
        "remove_output": _workers(OWN_OUTPUTS),
        "mark": _workers(OWN_FILES),
        "put_aside": _workers(OWN_FILES),
        "take_back": _workers(OWN_FILES),
        "ledger": _workers(OWN),
        "take_rows": _workers(OWN),
        "add_row": _workers(OWN),
        "ledger_out": _workers(OWN),
        "ledger_in": _workers(OWN),
        "ledger_row": _workers(OWN_ROWS),
        "edit_row": _workers(OWN_ROWS),
        "settle_row": _workers(OWN_ROWS),
        "remove_row": _workers(OWN_ROWS),
        "undo_change": _workers(OWN_ROWS),
        "see_return": _workers(OWN_ROWS),
        "apply_return": _workers(OWN_ROWS),
        "drop_return": _workers(OWN_ROWS),
        "aspects": _CLERK,
        "preview_aspects": _CLERK,
        "save_aspects": _CLERK,
        "edit_aspects": _CLERK,
        "remove_aspects": _CLERK,
        "undo_settings": _CLERK,
        "settings": _CLERK,
        "fonts": _CLERK,
        "save_settings": _CLERK,
        "reset_settings": _CLERK,
        "download_settings": _CLERK,
        "recheck": _workers(OWN),
        "fix": _workers(OWN_FILES),
        "fix_all": _workers(OWN_FILES),
        "undo": _workers(OWN_FILES),
        "new_version": _workers(OWN_FILES),
        "compare": _workers(OWN_FILES),
        "restore": _workers(OWN_FILES),
        "edit": _workers(OWN_FILES),
        "keep_draft": _workers(OWN_FILES),
        "drop_draft": _workers(OWN_FILES),
        "save": _workers(OWN_FILES),
    },
)
