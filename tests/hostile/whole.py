"""Is a file that the program wrote there to its end?"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO


def is_whole(data: bytes) -> bool:
    """An Office file with its directory and XML that can all be read, or a PDF with its end.

    Pictures are copied as they were, with whatever was wrong with them.
    """
    if data.startswith(b"%PDF-"):
        return data.rstrip().endswith(b"%%EOF")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    package.read(name)
            return True
    except (zipfile.BadZipFile, zlib.error, EOFError):
        return False
