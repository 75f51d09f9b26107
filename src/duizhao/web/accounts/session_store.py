"""Django's sessions in the database, each in a row that knows whose it is and when it was used."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

BEGUN, PLACE = "begun", "place"


class SessionStore(DatabaseStore):
    """Keeps sessions as `OpenSession`; `row` is the one that was read for this request."""

    row: Any = None

    @classmethod
    def get_model_class(cls) -> Any:
        from duizhao.web.accounts.models import OpenSession

        return OpenSession

    def _get_session_from_db(self) -> Any:
        self.row = super()._get_session_from_db()
        return self.row

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        now = timezone.now()
        if SESSION_KEY in data:
            data.setdefault(BEGUN, now.isoformat())
        made = super().create_model_instance(data)
        made.person_id, made.seen_at = data.get(SESSION_KEY), now
        return made
