"""A short proof that two texts have the same words."""

from __future__ import annotations

LENGTH = 16


def digest(text: str) -> str:
    """The first 16 hex digits of SHA-256 over all characters of `text` that are not blanks (`str.isspace`).

    Blanks and line breaks move when a text goes into another format; words and punctuation may not.
    """
    # Imported here: a mere check does not wait for it.
    from hashlib import sha256

    # Half of a surrogate pair counts like any other character.
    solid = "".join(text.split()).encode("utf-8", "surrogatepass")
    return sha256(solid).hexdigest()[:LENGTH]
