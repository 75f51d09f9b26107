"""The mail server of a site: none unless somebody names one."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder
from duizhao.web.mail_server import EXAMPLE, IN_ENVIRONMENT, MailServer, mail_server
from duizhao.web.site_address import keep_site


def test_site_without_a_server_sends_nothing(tmp_path: Path) -> None:
    assert mail_server(DataFolder(tmp_path)) is None


def test_server_is_named_in_the_data_folder(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.mail_address.write_text(EXAMPLE + "\n", encoding="utf-8")
    server = mail_server(folder)
    assert server is not None
    assert (server.host, server.port, server.user) == ("mail.example.cn", 465, "zhenggai")
    assert (server.sender, server.site) == ("zhenggai@example.cn", "http://10.0.0.8:8770")


def test_environment_comes_before_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = DataFolder(tmp_path)
    folder.mail_address.write_text(EXAMPLE, encoding="utf-8")
    monkeypatch.setenv(IN_ENVIRONMENT, "smtp://127.0.0.1?from=a@b.cn")
    server = mail_server(folder)
    assert server is not None
    assert (server.host, server.port) == ("127.0.0.1", 25)


def test_mails_lead_to_the_address_of_the_site(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    keep_site(folder, "https://duizhao.yunxi.test", None)
    folder.mail_address.write_text("smtp://127.0.0.1?from=a@b.cn", encoding="utf-8")
    server = mail_server(folder)
    assert server is not None
    assert server.site == "https://duizhao.yunxi.test"


@pytest.mark.parametrize(
    "address",
    [
        "mail.example.cn",
        "http://mail.example.cn?from=a@b.cn",
        "smtp://mail.example.cn",
        "smtp://?from=a@b.cn",
        "smtp://host:port?from=a@b.cn",
        "smtp://[::1?from=a@b.cn",
    ],
)
def test_wrong_address_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(DuizhaoError, match="smtps://"):
        MailServer.from_address(address)


def test_password_may_have_any_character() -> None:
    server = MailServer.from_address("smtp://a%40b:p%3A%2F%40@host?from=a@b.cn")
    assert (server.user, server.password) == ("a@b", "p:/@")
