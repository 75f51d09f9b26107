"""The mail server that a site may send through: named by its address in the data folder, or in the environment.

Without one nothing is ever sent.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder
from duizhao.web.site_address import site_of

PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
IN_ENVIRONMENT = "DUIZHAO_MAIL"
GIVE_UP_SECONDS = 20
EXAMPLE = "smtps://zhenggai:password@mail.example.cn:465?from=zhenggai@example.cn&site=http://10.0.0.8:8770"


@dataclass(frozen=True, slots=True)
class MailServer:
    """A server that takes mail, the sender's address, and the address that mails lead to: else that of the site."""

    scheme: str
    host: str
    port: int
    user: str
    password: str
    sender: str
    site: str

    @classmethod
    def from_address(cls, address: str) -> MailServer:
        """The server at an address like smtps://user:password@host:465?from=…&site=…. Raises DuizhaoError."""
        wrong = DuizhaoError(f"邮件服务器的地址要写成 {EXAMPLE} 这样")
        try:
            parts = urlsplit(address.strip())
            port = parts.port
        except ValueError:
            raise wrong from None
        given = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        sender = given.get("from", "")
        if parts.scheme not in PORTS or not parts.hostname or "@" not in sender:
            raise wrong
        return cls(
            parts.scheme,
            parts.hostname,
            port or PORTS[parts.scheme],
            unquote(parts.username or ""),
            unquote(parts.password or ""),
            sender,
            given.get("site", "").rstrip("/"),
        )

    def connection(self) -> Any:
        """A connection of Django's, not yet open."""
        # Imported here: settings are made from this module.
        from django.core.mail import get_connection

        return get_connection(
            "django.core.mail.backends.smtp.EmailBackend",
            host=self.host,
            port=self.port,
            username=self.user,
            password=self.password,
            use_ssl=self.scheme == "smtps",
            use_tls=self.scheme == "smtp+starttls",
            timeout=GIVE_UP_SECONDS,
        )


def mail_server(folder: DataFolder) -> MailServer | None:
    """The server of a site; None where none is named. Raises DuizhaoError."""
    address = os.environ.get(IN_ENVIRONMENT, "")
    if not address:
        try:
            address = folder.mail_address.read_text(encoding="utf-8")
        except FileNotFoundError:
            return None
    if not address.strip():
        return None
    found = MailServer.from_address(address)
    return found if found.site else replace(found, site=site_of(folder).origin)
