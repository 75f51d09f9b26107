"""The folder that holds everything a site keeps: database, files, key."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from duizhao.errors import Unwritable
from duizhao.operating_system import delete, replace, user_data_folder
from duizhao.os_reason import reason_of

PRIVATE_FOLDER, PRIVATE_FILE, OWNER_ALONE = 0o700, 0o600, 0o077
KEY_BYTES = 48


@dataclass(frozen=True, slots=True)
class DataFolder:
    """A data folder. Everything in it belongs to one user of the computer, and nobody else may read it."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "duizhao.sqlite3"

    @property
    def database_address(self) -> Path:
        """Names the server that keeps the records instead of the file, with its password."""
        return self.root / "database.address"

    @property
    def mail_address(self) -> Path:
        """Names the server that takes mail, with its password; without it nothing is sent."""
        return self.root / "mail.address"

    @property
    def site_address(self) -> Path:
        """Where people reach this site from other computers."""
        return self.root / "site.address"

    @property
    def files(self) -> Path:
        """What was put in, and what was made of it, under random names."""
        return self.root / "files"

    @property
    def profiles(self) -> Path:
        """The profiles that the people of this site have made."""
        return self.root / "profiles"

    @property
    def fonts(self) -> Path:
        """Fonts that somebody has put there, which a PDF is set in as well."""
        return self.root / "字体"

    @property
    def configuration(self) -> Path:
        """What the people of this site have set, in the form of any other configuration."""
        return self.root / "duizhao.toml"

    @property
    def copies(self) -> Path:
        """What the records and settings were before updates."""
        return self.root / "更新前的备份"

    @property
    def version(self) -> Path:
        """The version of the program that changed the database last."""
        return self.root / "program.version"

    @property
    def compaction_wanted(self) -> Path:
        """Lies here while pages of what was removed are still in the database."""
        return self.root / "compaction.wanted"

    @property
    def restored(self) -> Path:
        """Stands here from the moment that a backup was put back until the site starts."""
        return self.root / "restored"

    @property
    def running(self) -> Path:
        """Where the running desk can be reached, for a second start."""
        return self.root / "running.json"

    @property
    def opening(self) -> Path:
        """A page that leads a browser to the desk: the link in it is seen by no other user of the computer."""
        return self.root / "open.html"

    @property
    def round_keys(self) -> Path:
        """The keys of open rounds of opinions: never in a backup."""
        return self.root / "keys"

    @property
    def fault(self) -> Path:
        """A page with the reason why there is no desk. Not that above: a browser may still be reading it."""
        return self.root / "fault.html"

    def make(self) -> None:
        """Make the folder and what lies in it. Raises Unwritable."""
        try:
            folders = (self.root, self.files, self.profiles, self.fonts, self.round_keys)
            for folder in folders:
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            self.root.chmod(PRIVATE_FOLDER)
        except OSError as fault:
            raise Unwritable(f"{self.root}：数据文件夹建不起来，{reason_of(fault)}") from None

    def secret_key(self) -> str:
        """The key that signs cookies, made on first use."""
        path = self.root / "secret.key"
        try:
            return path.read_text(encoding="ascii")
        except FileNotFoundError:
            key = secrets.token_urlsafe(KEY_BYTES)
            write_private(path, key)
            return key


def default_data_folder(*, is_demo: bool = False) -> DataFolder:
    """Where the data of this user lie, by the custom of the system, apart from those of a demonstration."""
    return DataFolder(user_data_folder("-demo-desk" if is_demo else ""))


def workspace_data_folder(*, is_demo: bool) -> DataFolder:
    """Where the data of an organisation lie, apart from those of the desk and of a demonstration."""
    return DataFolder(user_data_folder("-demo" if is_demo else "-serve"))


def write_private(path: Path, text: str) -> None:
    """Write a small file that only its owner may read, whole or not at all."""
    made = path.with_name(f"{path.name}.{os.getpid()}.new")
    write_whole(path, text.encode(), made, os.O_TRUNC)


def write_whole(path: Path, data: bytes, made: Path, where_made: int) -> None:
    """Write a file that only its owner may read: as `made`, which takes its place once it has survived a power cut.

    `where_made` is the flag for a `made` that is there already: os.O_TRUNC or os.O_EXCL. Raises OSError.
    """
    try:
        with open(os.open(made, os.O_WRONLY | os.O_CREAT | where_made, PRIVATE_FILE), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        replace(made, path)
    except OSError:
        delete(made)
        raise


def keep_to_owner() -> None:
    """From now on whatever this process writes is its owner's alone: the database and its journal as well."""
    os.umask(OWNER_ALONE)
