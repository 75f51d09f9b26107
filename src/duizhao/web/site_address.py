"""The address at which people reach a site that runs behind a proxy, or that answers other computers itself."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder, write_private

HOST = "127.0.0.1"
OWN_NAMES = (HOST, "localhost")
SCHEMES = ("https", "http")
KNOWN_AS_SAFE_FOR = 365 * 24 * 60 * 60
"""Seconds for which a browser asks for this site by https alone."""

ANSWERED_CHECKS = {
    "security.W002": "SafeHeaders says it, on every answer",
    "security.W005": "other sites of the office, below the same name, are not ours to bind",
    "security.W021": "no browser maker knows a name inside an office",
}
"""The checks of Django that do not hold here, and why."""


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """Where people find the site, and on which address of this computer it listens."""

    origin: str = ""
    listens_on: str = HOST

    @property
    def host(self) -> str:
        return urlsplit(self.origin).hostname or ""

    @property
    def is_encrypted(self) -> bool:
        return self.origin.startswith("https:")

    @property
    def has_proxy(self) -> bool:
        """Whether requests come from a proxy on this computer, which names the client."""
        return bool(self.origin) and self.listens_on == HOST

    @property
    def settings(self) -> dict[str, Any]:
        """Django's settings for this address."""
        if not self.origin:
            return {"ALLOWED_HOSTS": [*OWN_NAMES]}
        named = {"ALLOWED_HOSTS": [self.host, *OWN_NAMES], "CSRF_TRUSTED_ORIGINS": [self.origin]}
        if not self.is_encrypted:
            return named
        return named | {
            "SESSION_COOKIE_SECURE": True,
            "CSRF_COOKIE_SECURE": True,
            "SECURE_SSL_REDIRECT": True,
            "SECURE_SSL_HOST": urlsplit(self.origin).netloc,
            "SECURE_HSTS_SECONDS": KNOWN_AS_SAFE_FOR,
            "SILENCED_SYSTEM_CHECKS": list(ANSWERED_CHECKS),
        }

    @property
    def middleware(self) -> tuple[str, ...]:
        """What asks under which name a page was asked for: a site without an address has whatever name its door has."""
        return ("django.middleware.common.CommonMiddleware",) if self.origin else ()

    @property
    def server_options(self) -> dict[str, Any]:
        """What waitress has to know: only a proxy on this computer may say for whom it asks."""
        if not self.has_proxy:
            return {"clear_untrusted_proxy_headers": True}
        return {
            "trusted_proxy": HOST,
            "trusted_proxy_count": 1,
            "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
            "clear_untrusted_proxy_headers": True,
        }


def keep_site(folder: DataFolder, origin: str | None, listens_on: str | None) -> SiteAddress:
    """The address that a data folder has; what is given replaces it and is kept. Raises DuizhaoError."""
    known = site_of(folder)
    if origin is None and listens_on is None:
        return known
    site = SiteAddress(
        known.origin if origin is None else _origin(origin),
        known.listens_on if listens_on is None else _own_address(listens_on),
    )
    if site.listens_on != HOST and not site.origin:
        raise DuizhaoError("要给别的电脑用，请同时用 --site 写明大家打开的网址")
    if site.listens_on != HOST and site.is_encrypted:
        raise DuizhaoError("https 由本机的反向代理来做：请不要写 --listen（见 docs/deploy.md）")
    folder.make()
    write_private(folder.site_address, f"{site.origin}\n{site.listens_on}\n")
    return site


def site_of(folder: DataFolder) -> SiteAddress:
    """The address that a data folder has; that of this computer alone where none was given."""
    try:
        origin, listens_on = folder.site_address.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return SiteAddress()
    return SiteAddress(origin, listens_on)


def _origin(given: str) -> str:
    """Scheme, host and port of an address; empty for an empty one, which takes back what was given."""
    if not given:
        return ""
    parts = urlsplit(given.strip())
    try:
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        port = "?"
    is_bare = not (parts.path.strip("/") or parts.query or parts.username)
    if parts.scheme not in SCHEMES or not parts.hostname or port == "?" or not is_bare:
        raise DuizhaoError(
            f"--site “{given}”不是网址；要写成 https://duizhao.example.gov.cn 这样，后面不带路径"
        )
    return f"{parts.scheme}://{parts.hostname}{port}"


def _own_address(given: str) -> str:
    try:
        return str(ipaddress.IPv4Address(given or HOST))
    except ValueError:
        raise DuizhaoError(
            f"--listen “{given}”不是本机的地址；写本机的 IP，或 0.0.0.0 表示全部"
        ) from None
