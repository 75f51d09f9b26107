"""The client of bench.desk: a desk that dies in the middle of a reply is an error of the connection."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from threading import Thread

import pytest
from bench.desk.client import DeskClient

HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"HTTP/1.",
        HEAD + b"Content-Length: 500\r\n\r\nhalf",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nha",
    ],
)
def test_reply_cut_short_is_a_connection_error(tmp_path: Path, sent: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        base = f"http://127.0.0.1:{server.getsockname()[1]}"
        running = json.dumps({"base": base, "cookie": "c"})
        (tmp_path / "running.json").write_text(running, encoding="utf-8")
        answering = Thread(target=_send_and_die, args=(server, sent))
        answering.start()
        with pytest.raises(ConnectionError):
            DeskClient(tmp_path)
        answering.join()


def _send_and_die(server: socket.socket, sent: bytes) -> None:
    connection, _ = server.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(sent)
