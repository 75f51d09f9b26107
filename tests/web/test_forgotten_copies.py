"""What is removed for good stands in no copy either."""

from __future__ import annotations

from django.conf import settings

from duizhao.web.data_copy import data_copies, keep_copy
from duizhao.web.database import forget_journal


def test_what_empties_the_journal_removes_the_copies(db) -> None:
    keep_copy(settings.DATA_FOLDER)
    assert data_copies(settings.DATA_FOLDER)
    forget_journal()
    assert not settings.DATA_FOLDER.copies.exists()
