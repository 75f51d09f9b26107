"""Where the ledger of a batch is shown."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse

from duizhao.web.desk.models import Batch


def ledger_address(batch: Batch, **given: object) -> str:
    """The address of the ledger of a batch, with what its page shows first."""
    address = reverse("desk:ledger", kwargs={"batch": batch.key})
    asked = urlencode({name: value for name, value in given.items() if value})
    return f"{address}?{asked}" if asked else address
