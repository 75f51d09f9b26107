"""Where the desk keeps what it keeps, for whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from duizhao.web.data_copy import data_copies


def places() -> Mapping[str, Any]:
    """The data folder and the copies kept in it; nothing for an organisation, whose server is not the reader's."""
    if not settings.IS_DESK:
        return {}
    folder = settings.DATA_FOLDER
    return {"data_folder": folder.root, "copies": data_copies(folder)}
