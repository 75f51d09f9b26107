"""`duizhao serve` as a program: the first start, the first administrator, its end; the audit checked from outside."""

from __future__ import annotations

import http.cookiejar
import re
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

from bench.processes import free_port

from duizhao.web.data_folder import default_data_folder, workspace_data_folder

TOKEN = re.compile('name="csrfmiddlewaretoken" value="([^"]+)"')
GOOD = "xue-hua-piao-2"


def program(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "duizhao", *arguments]


class Browser:
    """Keeps cookies and goes where it is led."""

    def __init__(self, base: str) -> None:
        self._base = base
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), cookies)

    def get(self, path: str) -> str:
        with self._opener.open(self._base + path) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **given: str) -> str:
        found = TOKEN.search(self.get(path))
        assert found
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": found[1], **given}).encode()
        asked = urllib.request.Request(self._base + path, data, {"Origin": self._base})
        with self._opener.open(asked) as answer:
            return str(answer.read().decode())


def test_first_start_leads_to_the_first_administrator_and_ends_well(tmp_path: Path) -> None:
    port = str(free_port())
    running = subprocess.Popen(
        program("serve", "--data", str(tmp_path), "--port", port),
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        assert running.stderr
        said = "".join(running.stderr.readline() for _ in range(3))
        code = said[said.index("设置码：") + 4 :].partition("（")[0]
        browser = Browser(f"http://127.0.0.1:{port}")
        assert "第一次设置" in browser.get("/")
        given = {"unit": "云溪县", "name": "周管理", "username": "zhou", "password": GOOD}
        page = browser.post("/set-up", code=code, again=GOOD, **given)
        assert "云溪县" in page
        assert "退出" in page
        busy = subprocess.run(
            program("serve", "--data", str(tmp_path), "--port", port),
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        assert f"端口 {port} 被占用" in busy.stderr
    finally:
        running.terminate()
        assert running.wait(60) == 0
        assert running.stderr
        running.stderr.close()
    checked = audit(tmp_path)
    assert (checked.returncode, "共 2 条，完好" in checked.stdout) == (0, True)
    kept = audit(tmp_path, "--head", f"3:{'0' * 64}")
    assert (kept.returncode, "末尾缺第 3 条" in kept.stdout) == (1, True)


def audit(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        program("audit", "verify", "--data", str(data), *arguments),
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_audit_of_a_folder_without_data_is_said(tmp_path: Path) -> None:
    done = audit(tmp_path / "没有")
    assert done.returncode == 2
    assert "这里没有对照的数据" in done.stderr


def test_data_of_an_organisation_lie_apart_from_those_of_the_desk() -> None:
    folders = [
        default_data_folder(),
        workspace_data_folder(is_demo=False),
        workspace_data_folder(is_demo=True),
    ]
    assert len({folder.root for folder in folders}) == len(folders)
