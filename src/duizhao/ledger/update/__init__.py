"""A ledger brought up to date: what people filled in, and what the statements say now."""

from duizhao.ledger.update.loose import LooseLine, LoosePlan, loose_plan
from duizhao.ledger.update.merge import merged
from duizhao.ledger.update.values import (
    CellChange,
    Cells,
    FilledLedger,
    UpdateConflict,
    UpdatedLedger,
    UpdatePlan,
)

__all__ = [
    "CellChange",
    "Cells",
    "FilledLedger",
    "LooseLine",
    "LoosePlan",
    "UpdateConflict",
    "UpdatePlan",
    "UpdatedLedger",
    "loose_plan",
    "merged",
]
