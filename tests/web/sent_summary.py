"""A summary that another installation has sent."""

from __future__ import annotations

from typing import Any

from duizhao.web.accounts.models import Person
from duizhao.web.supervision.actions import keep_summary
from duizhao.web.supervision.models import ReceivedSummary
from duizhao.web.supervision.summary import DossierSummary


def summary(number: int = 1, **changed: Any) -> DossierSummary:
    """The summary of a unit, with three of its rows open: late, near and far."""
    given: dict[str, Any] = {
        "unit": f"第{number}镇",
        "dossier": f"{number:016x}",
        "name": "2026年度民主生活会",
        "kind": "democratic-life",
        "year": 2026,
        "held_on": "2026-12-20",
        "is_closed": False,
        "made_on": "2026-12-25",
        "expected": 7,
        "statements": {"accepted": 4, "returned": 1, "draft": 2},
        "returned": 3,
        "opinions": 12,
        "answered": 9,
        "talks": 10,
        "held": 8,
        "rows": {"整改中": 3, "已销号": 2},
        "due": ("2000-01-01", "2099-01-01"),
        "themes": {"联系群众": 3, f"第{number % 7}个方面": 2},
    }
    return DossierSummary(**{**given, **changed})


def summary_sent_to(owner: Person) -> ReceivedSummary:
    """One that was sent to the unit of a person."""
    return keep_summary(unit=owner.unit, summary=summary(), by=owner)
