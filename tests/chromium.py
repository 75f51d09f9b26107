"""Drives a real Chromium over its debugging pipe: no driver, no port, no network."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any

CHROMIUM = which("chromium") or which("chromium-browser") or which("google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules='MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'", "--remote-debugging-pipe",
)  # fmt: skip


class Page:
    """One open page. `requests` holds the address of everything it asked for, `errors` what its console said."""

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back = to, back
        self._left = b""
        self._count = 0
        self._session = ""
        self.requests: list[str] = []
        self.errors: list[str] = []

    def attach(self) -> None:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = session
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next()
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                return dict(answer["result"])
            self._note(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._left:
            piece = os.read(self._back, 1 << 16)
            assert piece, "Chromium has gone"
            self._left += piece
        message, _, self._left = self._left.partition(b"\0")
        return dict(json.loads(message))

    def _note(self, event: dict[str, Any]) -> None:
        if event["method"] == "Network.requestWillBeSent":
            self.requests.append(event["params"]["request"]["url"])
        if event["method"] in ("Runtime.exceptionThrown", "Log.entryAdded"):
            self.errors.append(json.dumps(event["params"], ensure_ascii=False))

    def open(self, address: str) -> None:
        self.call("Page.navigate", url=address)
        ends = time.monotonic() + 120
        loaded = ("completefile:", "completehttp:")
        while self.ask("document.readyState + location.protocol") not in loaded:
            assert time.monotonic() < ends, "the page did not load"
            time.sleep(0.02)

    def wait(self, expression: str, seconds: float = 120) -> Any:
        """Ask until the value is true, and return it: of a page that is there to its end, not of its first half."""
        ends = time.monotonic() + seconds
        while not (value := self.ask(f"document.readyState !== 'loading' && ({expression})")):
            assert time.monotonic() < ends, f"never true: {expression}"
            time.sleep(0.02)
        return value

    def choose(self, selector: str, files: Iterable[Path]) -> None:
        """Choose files as a person does in the dialog of an input."""
        root = self.call("DOM.getDocument")["root"]["nodeId"]
        node = self.call("DOM.querySelector", nodeId=root, selector=selector)["nodeId"]
        self.call("DOM.setFileInputFiles", nodeId=node, files=[str(file) for file in files])

    def ask(self, expression: str) -> Any:
        """The value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        self.settle()
        # A key with a name (ArrowRight) types no text, except Enter, without which nothing is clicked.
        text = "\r" if key == "Enter" else key
        typed = {"type": "keyDown", "text": text} if len(text) == 1 else {"type": "rawKeyDown"}
        self.call("Input.dispatchKeyEvent", key=key, **typed)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)

    def size(self, width: int, height: int) -> None:
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=False,
        )  # fmt: skip

    def settle(self) -> None:
        """Wait until scripts have bound the page, and what htmx swapped in: before that a button sends its form."""
        self.wait(
            "document.readyState === 'complete' && "
            "document.querySelector('.htmx-settling, .htmx-swapping, .htmx-request') === null"
        )

    def click(self, selector: str) -> None:
        """Click with the mouse in the middle of an element, as a person does: what lies over it gets the click."""
        self.settle()
        x, y = self.ask(
            f"(() => {{ const r = document.querySelector({json.dumps(selector)}).getClientRects()[0];"
            " return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def drop(self, files: Iterable[Path]) -> None:
        """Drop files or folders in the middle of the page, as from a window of the system."""
        data = {"items": [], "files": [str(file) for file in files], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            self.call("Input.dispatchDragEvent", type=kind, x=400, y=300, data=data)

    def shot(self) -> bytes:
        return base64.b64decode(self.call("Page.captureScreenshot")["data"])

    def pdf(self) -> bytes:
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True)["data"])


@contextmanager
def chromium(folder: Path) -> Iterator[Page]:
    """A fresh browser with one empty page; `folder` holds its profile."""
    theirs_in, ours_out = os.pipe()
    ours_in, theirs_out = os.pipe()
    command = f"exec {CHROMIUM} {' '.join(FLAGS)} --user-data-dir='{folder}' 3<&{theirs_in} 4>&{theirs_out}"
    process = subprocess.Popen(
        ["bash", "-c", command],
        pass_fds=(theirs_in, theirs_out),
        stderr=subprocess.DEVNULL,
    )
    os.close(theirs_in)
    os.close(theirs_out)
    page = Page(ours_out, ours_in)
    try:
        page.attach()
        yield page
    finally:
        os.close(ours_out)
        os.close(ours_in)
        process.kill()
        process.wait()
