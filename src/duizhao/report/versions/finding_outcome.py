"""What became of a finding in the second version."""

from __future__ import annotations

from enum import Enum


class FindingOutcome(Enum):
    """What became of a finding in the second version."""

    NEW = "新出现"
    LEFT = "还在"
    MENDED = "已改"

    @property
    def is_mended(self) -> bool:
        """Is it gone, so that its place is in the first version?"""
        return self is FindingOutcome.MENDED
