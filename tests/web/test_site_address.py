"""A site that other computers reach: its address, behind a proxy that encrypts, or without one."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.processes import free_port
from test_serve import program

from duizhao.errors import DuizhaoError
from duizhao.web.data_folder import DataFolder
from duizhao.web.site_address import SiteAddress, keep_site, site_of

ROOT = Path(__file__).resolve().parents[2]
SITE = "https://duizhao.yunxi.test"
CHECK = """
from pathlib import Path
from duizhao.web.data_folder import DataFolder
from duizhao.web.serve import prepare
prepare(DataFolder(Path({folder!r})), print, is_desk=False)
from django.core.management import call_command
call_command("check", deploy=True, fail_level="WARNING")
"""


def test_address_is_kept_until_it_is_taken_back(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    assert site_of(folder) == SiteAddress()
    assert keep_site(folder, f"{SITE}/", None).origin == SITE
    assert site_of(folder).has_proxy
    assert keep_site(folder, None, None).settings["ALLOWED_HOSTS"][0] == "duizhao.yunxi.test"
    assert keep_site(folder, "", None) == SiteAddress() == site_of(folder)


def test_site_without_a_proxy_trusts_nobody_who_says_for_whom_he_asks(tmp_path: Path) -> None:
    site = keep_site(DataFolder(tmp_path), "http://10.2.3.4:8770", "0.0.0.0")
    assert not site.has_proxy
    assert "trusted_proxy" not in site.server_options
    assert site.settings["CSRF_TRUSTED_ORIGINS"] == ["http://10.2.3.4:8770"]


@pytest.mark.parametrize(
    ("origin", "listens_on", "why"),
    [
        ("duizhao.yunxi.test", None, "不是网址"),
        ("ftp://a.test", None, "不是网址"),
        ("https://a.test/对照", None, "不带路径"),
        ("https://a.test:x", None, "不是网址"),
        (None, "0.0.0.0", "请同时用 --site"),
        (SITE, "0.0.0.0", "请不要写 --listen"),
        ("http://a.test", "电脑", "不是本机的地址"),
    ],
)
def test_address_that_cannot_be_one_is_refused(
    tmp_path: Path, origin: str | None, listens_on: str | None, why: str
) -> None:
    with pytest.raises(DuizhaoError, match=why):
        keep_site(DataFolder(tmp_path), origin, listens_on)
    assert site_of(DataFolder(tmp_path)) == SiteAddress()


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A site that is reached by https, through a proxy that these tests play."""
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    command = program("serve", "--data", str(folder), "--port", str(port), "--site", SITE)
    running = subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8")
    assert running.stderr
    said = running.stderr.readline()
    while "http" not in said:
        said = running.stderr.readline()
    assert f"{SITE}/set-up" in said
    yield port
    running.terminate()
    assert running.wait(60) == 0
    running.stderr.close()


def asked(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    for _ in range(60):
        connection = http.client.HTTPConnection("127.0.0.1", port)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", path, headers=named)
            return connection.getresponse()
        except ConnectionRefusedError:
            time.sleep(0.2)
    raise AssertionError("the site does not answer")


def test_page_through_the_proxy_is_safe_and_stays_encrypted(port: int) -> None:
    answer = asked(
        port,
        "/set-up",
        Host="duizhao.yunxi.test",
        X_Forwarded_Proto="https",
        X_Forwarded_For="10.1.1.7",
    )
    assert answer.status == 200
    assert "Secure" in str(answer.headers["Set-Cookie"])
    assert "max-age=31536000" in str(answer.headers["Strict-Transport-Security"])


def test_page_without_encryption_leads_to_the_address(port: int) -> None:
    answer = asked(port, "/login?next=/todo/", Host="duizhao.yunxi.test")
    assert (answer.status, answer.headers["Location"]) == (301, f"{SITE}/login?next=/todo/")


def test_page_for_another_name_is_refused(port: int) -> None:
    answer = asked(port, "/login", Host="other.test", X_Forwarded_Proto="https")
    assert answer.status == 400
    said = answer.read().decode()
    assert "请用管理员给的网址打开" in said
    assert "other.test" not in said


def test_settings_of_an_encrypted_site_pass_the_checks_of_django(tmp_path: Path) -> None:
    keep_site(DataFolder(tmp_path), SITE, None)
    done = subprocess.run(
        [sys.executable, "-c", CHECK.format(folder=str(tmp_path))],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr


def test_proxy_leads_to_the_name_of_the_site_whatever_the_browser_says() -> None:
    written = (ROOT / "packaging" / "server" / "nginx.conf").read_text(encoding="utf-8")
    (led,) = re.findall(r"return 301 (\S+);", written)
    assert led == "https://$server_name$request_uri"


def test_service_has_no_privilege_and_leaves_no_memory_on_disk() -> None:
    written = (ROOT / "packaging" / "server" / "duizhao.service").read_text(encoding="utf-8")
    lines = written.splitlines()
    assert {"NoNewPrivileges=yes", "CapabilityBoundingSet=", "LimitCORE=0", "UMask=0077"} <= {
        *lines
    }
