"""Names of files that any system can keep, and that show what they are: an ending cannot be turned around or hidden."""

from __future__ import annotations

import re

from duizhao.text.visible import UNSEEN

FORBIDDEN = str.maketrans({
    ":": "：", "?": "？", '"': "”", "<": "〈", ">": "〉", "|": "｜", "*": "＊", "\\": "－", "/": "－",
})  # fmt: skip
"""What Windows keeps in no name, and what stands in its place."""
DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)", re.IGNORECASE)
"""What Windows takes for a device, whatever the ending."""
NAMELESS = "文件"


def kept_anywhere(name: str, otherwise: str = NAMELESS) -> str:
    """The name of one file, without folders; `otherwise` where nothing is left of it."""
    seen = UNSEEN.sub("", " ".join(name.split())).translate(FORBIDDEN).strip(" ").rstrip(" .")
    return f"_{seen}" if DEVICE.match(seen) else seen or otherwise
