"""The published schema of archives: docs/archive.schema.json."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure


def archive_schema() -> str:
    """The schema as the site has it now."""
    with tempfile.TemporaryDirectory() as folder:
        data = DataFolder(Path(folder))
        data.make()
        configure(data, is_desk=False)
        from duizhao.web.archive.schema import rows_schema

        return json.dumps(rows_schema(), ensure_ascii=False, indent=1) + "\n"
