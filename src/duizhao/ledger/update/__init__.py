"""A ledger brought up to date: what people filled in, and what the statements say now."""

from duizhao.ledger.update.loose import Listed, LoosePlan, loose_plan
from duizhao.ledger.update.merge import merged
from duizhao.ledger.update.values import Cells, Change, Conflict, Plan, Returned, Updated

__all__ = [
    "Cells",
    "Change",
    "Conflict",
    "Listed",
    "LoosePlan",
    "Plan",
    "Returned",
    "Updated",
    "loose_plan",
    "merged",
]
