"""A browser without pages: it asks a running desk over HTTP, with the cookie and the token of a form."""

from __future__ import annotations

import http.client
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

TIMEOUT_SECONDS = 120
BOUNDARY = "-----duizhao"
FORM = f"multipart/form-data; boundary={BOUNDARY}"
TOKEN = re.compile('name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    text: str
    location: str


class SiteClient:
    """Asks a site at `base`; one that dies meanwhile is a ConnectionError."""

    def __init__(self, base: str, cookies: str = "") -> None:
        self.base, self._cookies, self._token = base, [cookies] if cookies else [], ""

    def come(self, path: str) -> None:
        """Ask for a page with a form, whose token is good from then on."""
        found = TOKEN.search(self._ask("GET", path).text)
        assert found
        self._token = found[1]

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, **fields: str | bytes) -> Answer:
        body = _form({"csrfmiddlewaretoken": self._token, **fields})
        return self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: bytes | None = None, kind: str = FORM) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.base).netloc, timeout=TIMEOUT_SECONDS)
        headers = {
            "Cookie": "; ".join(self._cookies),
            "Origin": self.base,
            "Content-Type": kind,
        }
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            given = response.headers.get_all("Set-Cookie") or []
            self._cookies += [each.partition(";")[0].strip() for each in given]
            return _answer(response)
        except http.client.HTTPException as fault:
            # A reply cut in half (IncompleteRead, BadStatusLine) is no OSError to http.client.
            raise ConnectionError(repr(fault)) from fault
        finally:
            connection.close()


class DeskClient(SiteClient):
    """Asks the desk whose data lie in a folder."""

    def __init__(self, data: Path) -> None:
        running = json.loads((data / "running.json").read_text(encoding="utf-8"))
        super().__init__(running["base"], f"duizhao-desk={running['cookie']}")
        self.come("/")

    def link(self, path: str = "/") -> str:
        """A link that lets a browser in, once, at a page."""
        answer = self._ask("POST", "/link", b"[]", "application/json")
        assert answer.status == 200, answer.text
        return f"{self.base}{path}?key={answer.text.rpartition('=')[2]}"

    def begin(self) -> str:
        """The address of a new batch."""
        return self.post("/begin", name="一批").location

    def put_in(self, batch: str, name: str, data: bytes) -> Answer:
        return self.post(f"{batch}put-in", file=data, name=name)


def _answer(response: http.client.HTTPResponse) -> Answer:
    text = response.read().decode("utf-8", "replace")
    headers = response.headers
    return Answer(response.status, text, headers.get("Location", ""))


def _form(fields: Mapping[str, str | bytes]) -> bytes:
    """The fields as a browser sends them; bytes are a file."""
    parts = []
    for name, value in fields.items():
        file = '; filename="file"' if isinstance(value, bytes) else ""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{file}\r\n\r\n'
        data = value if isinstance(value, bytes) else value.encode()
        parts.append(head.encode() + data + b"\r\n")
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()
