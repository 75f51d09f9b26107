"""Where a site keeps its records."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder
from duizhao.web.database import database_settings, keep_address


def test_records_lie_in_the_data_folder(tmp_path: Path) -> None:
    settings = database_settings(DataFolder(tmp_path))
    assert settings["NAME"] == tmp_path / "duizhao.sqlite3"
    assert "synchronous=FULL" in settings["OPTIONS"]["init_command"]


def test_address_of_a_server_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    keep_address(folder, "postgresql://duizhao:a%40b@127.0.0.1:5433/%E5%AF%B9%E7%85%A7")
    settings = database_settings(folder)
    assert (settings["NAME"], settings["USER"], settings["PASSWORD"]) == ("对照", "duizhao", "a@b")
    assert (settings["HOST"], settings["PORT"]) == ("127.0.0.1", 5433)
    assert folder.database_address.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("address", ["", "mysql://a/b", "postgresql://a", "postgresql:///", "对照"])
def test_address_of_anything_else_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(DuizhaoError, match="postgresql://"):
        keep_address(DataFolder(tmp_path), address)
    assert not DataFolder(tmp_path).database_address.exists()
