"""Whether a run hides its text, and whether a paragraph has a run that shows something."""

from __future__ import annotations

from lxml import etree

from duizhao.office.wordml import child, is_on, value, word
from duizhao.read.styles import Styles

VANISH = word("vanish")
RUN_PROPERTIES = (*VANISH, *word("rStyle"))
RUN, PROPERTIES = word("r"), frozenset((*word("rPr"), *word("lastRenderedPageBreak")))
UNSHOWN = PROPERTIES.union(
    *map(word, ("delText", "delInstrText", "instrText", "commentReference", "annotationRef"))
)


def hides(properties: etree._Element, styles: Styles, is_paragraph_hidden: bool) -> bool:
    """Does a run with these w:rPr hide its text, in a paragraph that does so or not?"""
    vanish = style = None
    for inner in properties.iterchildren(*RUN_PROPERTIES):
        if inner.tag in VANISH:
            vanish = is_on(inner)
        else:
            style = value(inner)
    if vanish is not None:
        return vanish
    if style is None:
        return is_paragraph_hidden
    # A toggle set by both styles is off again (ISO 29500-1 17.7.3).
    return is_paragraph_hidden != (styles.of_run(style).hidden is True)


def shows_something(paragraph: etree._Element, styles: Styles, is_hidden: bool) -> bool:
    """Has a w:p a run that shows something: words, a break, a picture?"""
    for run in paragraph.iterdescendants(*RUN):
        given = child(run, "rPr")
        hidden = is_hidden if given is None else hides(given, styles, is_hidden)
        if not hidden and any(inner.tag not in UNSHOWN for inner in run):
            return True
    return False
