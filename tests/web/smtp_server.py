"""A server that takes mail as any other does, on a port of this computer, and keeps it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class SmtpServer:
    """What came in, and what it does: `refused` are recipients that it does not know."""

    port: int
    received: list[EmailMessage] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)
    drops_after_data: bool = False

    @property
    def address(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?from=zg@example.cn&site=http://10.0.0.8:8770"


@contextmanager
def smtp_server() -> Iterator[SmtpServer]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = SmtpServer(listening.getsockname()[1])
        threading.Thread(target=_serve, args=(listening, server), daemon=True).start()
        yield server
        listening.shutdown(socket.SHUT_RDWR)


def _serve(listening: socket.socket, server: SmtpServer) -> None:
    while True:
        try:
            taken, _ = listening.accept()
        except OSError:
            return
        with taken, taken.makefile("rwb") as line:
            _talk(line, server)


def _talk(line, server: SmtpServer) -> None:  # type: ignore[no-untyped-def]
    def say(words: str) -> None:
        line.write(f"{words}\r\n".encode())
        line.flush()

    say("220 here")
    while asked := line.readline().decode().strip():
        verb = asked[:4].upper()
        if verb == "DATA":
            say("354 go on")
            data = b""
            while (each := line.readline()) != b".\r\n":
                data += each.removeprefix(b".") if each.startswith(b"..") else each
            server.received.append(message_from_bytes(data, policy=policy.default))  # type: ignore[arg-type]
            if server.drops_after_data:
                return
            say("250 kept")
        elif verb == "RCPT" and any(each in asked for each in server.refused):
            say("550 nobody of this name")
        elif verb == "QUIT":
            say("221 bye")
            return
        else:
            say("250 fine")
