"""What somebody typed into a form that could not be taken: shown again, to be sent again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core import signing
from django.http import HttpRequest

SALT = "duizhao.unsent-form"
KEPT_SECONDS = 60 * 60
LONGEST_SHOWN_INLINE = 12
"""A value with more characters than this is shown, a shorter one is only sent again."""


@dataclass(frozen=True, slots=True)
class UnsentForm:
    """A form: where it was sent, from which page, its fields, and who sent it, as far as that is known.

    Nothing of it is stored here: between two requests it travels in the page, signed.
    """

    address: str
    page: str
    fields: tuple[tuple[str, str], ...]
    has_files: bool
    person: int | None

    @classmethod
    def from_request(cls, request: HttpRequest, person: int | None = None) -> UnsentForm | None:
        """The form that was sent. None where none was, or where a password was in it."""
        if request.method != "POST":
            return None
        fields = [(name, each) for name, values in request.POST.lists() for each in values]
        if any("password" in name for name, _ in fields):
            return None
        kept = tuple((name, each) for name, each in fields if name != "csrfmiddlewaretoken")
        page = urlsplit(request.headers.get("Referer", "")).path
        return cls(request.get_full_path(), page, kept, bool(request.FILES), person)

    @classmethod
    def from_sealed(cls, sealed: str, person: int) -> UnsentForm | None:
        """The form of `sealed`. None where it is not ours, too old, or somebody else's."""
        try:
            kept: Any = signing.loads(sealed, salt=SALT, max_age=KEPT_SECONDS)
        except signing.BadSignature:
            return None
        fields = tuple((name, value) for name, value in kept["fields"])
        found = cls(kept["address"], kept["page"], fields, kept["has_files"], kept["person"])
        return found if found.person in (None, person) else None

    @property
    def sealed(self) -> str:
        """The form in letters, to be carried by the page of the login."""
        kept = {name: getattr(self, name) for name in self.__slots__}
        return signing.dumps(kept, salt=SALT, compress=True)

    @property
    def has_typed(self) -> bool:
        """Whether there is something that would have to be typed anew."""
        return any(is_long for _, _, is_long in self.shown)

    @property
    def shown(self) -> list[tuple[str, str, bool]]:
        """The fields, and whether their value is long enough to have been typed."""
        return [(name, each, len(each) > LONGEST_SHOWN_INLINE) for name, each in self.fields]
