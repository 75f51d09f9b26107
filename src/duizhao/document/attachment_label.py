"""The two lines at the head of an attachment: its label (附件, 附件1) and its title."""

from __future__ import annotations

from collections.abc import Sequence

from duizhao.text.pattern import LazyPattern

NUMBER = "[0-9０-９一二三四五六七八九十]{0,2}"
LABEL = LazyPattern(f"附[ 　]*件[ 　]*{NUMBER}")
ENTRY = LazyPattern("[0-9０-９]{1,2}[.．、][ 　]*")
LONGEST_TITLE = 60
NO_TITLE = frozenset("。；，：:;！!？?")


def is_attachment_label(text: str, following: Sequence[str]) -> bool:
    """Whether a line labels an attachment. `following` are the lines below it that matter: one, or none.

    “附件” above “1.…” is a note of attachments without its colon.
    """
    return bool(LABEL.fullmatch(text)) and not any(map(ENTRY.match, following))


def may_be_attachment_title(text: str) -> bool:
    """Whether a line of body text below a label may be the attachment's title."""
    return 0 < len(text) <= LONGEST_TITLE and text[-1] not in NO_TITLE and not LABEL.fullmatch(text)
