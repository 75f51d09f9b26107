"""Writes the migrations of the site's models, as Django's makemigrations does: make migrations."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from django.core.management import call_command

from duizhao.web.data_folder import DataFolder
from duizhao.web.settings import configure

with tempfile.TemporaryDirectory() as folder:
    data = DataFolder(Path(folder))
    data.make()
    configure(data, is_desk=True)
    call_command("makemigrations", *sys.argv[1:])
