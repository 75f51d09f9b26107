"""w:drawing, w:pict and w:object → the picture they show, or the kind of object that cannot be kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from duizhao.typeset.original.lost import Lost
from duizhao.typeset.original.shapes import Crop, PictureShape

EMU = 36_000
"""English Metric Units in a millimetre (ISO 29500-1 20.1.2.1)."""

MAX_MM = 10_000
LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)(pt|in|mm|cm|px)?\s*(?=;|$)")
UNITS = {"pt": 25.4 / 72, "in": 25.4, "mm": 1.0, "cm": 10.0, "px": 25.4 / 96, "": 25.4 / 72}
PICTURE = "/picture"
KINDS = (("/chart", Lost.CHART), ("/diagram", Lost.DIAGRAM))


def lost_kind(element: etree._Element) -> Lost | None:
    """The kind of an object without a text box that is no picture; None for a picture."""
    name = etree.QName(element).localname
    if name == "object" and _first(element, "OLEObject") is not None:
        return Lost.EMBEDDED
    if name != "drawing":
        return None if _first(element, "imagedata") is not None else Lost.DRAWN
    data = _first(element, "graphicData")
    uri = "" if data is None else data.get("uri") or ""
    if uri.endswith(PICTURE):
        return None
    return next((kind for end, kind in KINDS if uri.endswith(end)), Lost.DRAWN)


def is_group(element: etree._Element) -> bool:
    """Whether an object is a group of several, of which only the words are kept."""
    return any(_first(element, name) is not None for name in ("wgp", "wpc", "group"))


def picture_shape(
    element: etree._Element, targets: Mapping[str, str], place: tuple[int, int, bool]
) -> PictureShape | None:
    """The picture that `element` shows; None if it lies outside of the file. `targets` are parts by relationship."""
    is_drawing = etree.QName(element).localname == "drawing"
    shown = _first(element, "blip" if is_drawing else "imagedata")
    key = "" if shown is None else _attribute(shown, "embed" if is_drawing else "id")
    part = targets.get(key, "")
    if not part:
        return None
    return _drawn(element, part, place) if is_drawing else _vml(element, part, place)


def _drawn(element: etree._Element, part: str, place: tuple[int, int, bool]) -> PictureShape:
    extent, frame = _first(element, "extent"), _first(element, "xfrm")
    described, cut = _first(element, "docPr"), _first(element, "srcRect")
    paragraph, run, is_after = place
    return PictureShape(
        part,
        paragraph,
        run,
        width=_millimetres(extent, "cx"),
        height=_millimetres(extent, "cy"),
        is_floating=_first(element, "anchor") is not None,
        is_after_text=is_after,
        crop=Crop() if cut is None else _crop(cut),
        turn=0 if frame is None else _number(frame.get("rot")) / 60_000 % 360,
        flips="" if frame is None else _flips(frame),
        description="" if described is None else (described.get("descr") or "")[:500],
    )


def _vml(element: etree._Element, part: str, place: tuple[int, int, bool]) -> PictureShape:
    shape = _first(element, "shape")
    style = "" if shape is None else shape.get("style") or ""
    found = {name: float(_number(size)) * UNITS[unit] for name, size, unit in LENGTH.findall(style)}
    paragraph, run, is_after = place
    return PictureShape(
        part,
        paragraph,
        run,
        width=min(found.get("width", 0), MAX_MM),
        height=min(found.get("height", 0), MAX_MM),
        is_floating="absolute" in style,
        is_after_text=is_after,
    )


def _crop(element: etree._Element) -> Crop:
    left, top, right, bottom = (
        min(max(_number(element.get(side)) / 100_000, 0), 0.99) for side in "ltrb"
    )
    if left + right >= 1 or top + bottom >= 1:
        return Crop()
    return Crop(left, top, right, bottom)


def _flips(frame: etree._Element) -> str:
    return "".join(
        letter for letter in "HV" if (frame.get(f"flip{letter}") or "") in ("1", "true", "on")
    )


def _millimetres(element: etree._Element | None, name: str) -> float:
    return 0 if element is None else min(max(_number(element.get(name)) / EMU, 0), MAX_MM)


def _number(text: str | None) -> float:
    try:
        return float((text or "0")[:20])
    except ValueError:
        return 0


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next(element.iterdescendants(f"{{*}}{name}"), None)


def _attribute(element: etree._Element, name: str) -> str:
    """The attribute `name` of the namespace of relationships, Transitional or Strict."""
    for key, each in element.attrib.items():
        if str(key).endswith(f"/relationships}}{name}"):
            return str(each)
    return ""
