"""Who may do what on the desk: everything with one's own batches, and nothing with those of others."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Q

from duizhao.web.access import EVERYBODYS, AccessTable, Scope
from duizhao.web.person_role import WORKERS, PersonRole

OWN = Scope("本人的批次", frozenset({"own"}), lambda person: Q(owner=person))
OWN_FILES = Scope("本人批次里的文件", frozenset({"own"}), lambda person: Q(batch__owner=person))

SITE = Scope("全站", EVERYBODYS, lambda person: Q())
_CLERK: Mapping[str, Scope] = {str(PersonRole.CLERK): SITE}


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
        "original": _workers(OWN_FILES),
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
        "mark": _workers(OWN_FILES),
        "put_aside": _workers(OWN_FILES),
        "take_back": _workers(OWN_FILES),
        "aspects": _CLERK,
        "preview_aspects": _CLERK,
        "save_aspects": _CLERK,
        "edit_aspects": _CLERK,
        "remove_aspects": _CLERK,
        "undo_settings": _CLERK,
        "recheck": _workers(OWN),
        "fix": _workers(OWN_FILES),
        "fix_all": _workers(OWN_FILES),
        "undo": _workers(OWN_FILES),
        "new_version": _workers(OWN_FILES),
        "compare": _workers(OWN_FILES),
        "restore": _workers(OWN_FILES),
    },
)
