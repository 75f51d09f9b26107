"""Who promises: the name and the office of the person that a statement's role lines and signature name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from duizhao.document import Document
from duizhao.document.frame.role_line import parse_role_line
from duizhao.document.people import OFFICES, UNFILLED, alternatives

SELF_WORDS = re.compile("本人|我")
SELF_ALONE = re.compile("(?:由|请)?(?:本人|我自己|我)")
POST_FIELD = re.compile(r"(?:单位及)?职务[：:][ \u3000\t]*([^：:\s]+)")
OFFICE = re.compile(alternatives(OFFICES))
LONGEST_POST = 24
BLANKS = "（()） \u3000\t"


@dataclass(frozen=True, slots=True)
class Signatory:
    """The person who signs a statement. An empty field is not known for certain."""

    name: str = ""
    post: str = ""
    unit: str = ""

    @classmethod
    def of_document(cls, document: Document) -> Signatory:
        """The signatory of a document; empty if two lines name different persons, or no line names one."""
        lines = [document.of(span) for span in (*document.roles, document.signature) if span]
        named = [parse_role_line(line) for line in lines]
        units = dict.fromkeys(each.unit for each in named if each.unit)
        unit = next(iter(units)) if len(units) == 1 else ""
        names = dict.fromkeys(each.person for each in named if each.person)
        if len(names) != 1:
            return cls(unit=unit)
        name = next(iter(names))
        return cls(name, next(filter(None, (_post(line, name) for line in lines)), ""), unit)

    @property
    def label(self) -> str:
        """周明远（党组书记、局长）."""
        return f"{self.name}（{self.post}）" if self.name and self.post else self.name

    def named_in(self, words: str) -> str:
        """The words of an owner, with the name in place of 本人 or a lone 我."""
        if not self.name:
            return words
        if SELF_ALONE.fullmatch(words):
            return self.name
        return words.replace("本人", self.name)


def _post(line: str, name: str) -> str:
    """The offices that a line names, without the unit they are held in."""
    words = line.strip(BLANKS)
    field = POST_FIELD.search(words)
    rest = field[1] if field else _without_name(words, name)
    post = rest.strip(BLANKS + "：:，、").removeprefix("中共")
    post = post.removeprefix(parse_role_line(line).unit.removeprefix("中共"))
    is_post = OFFICE.search(post) and not UNFILLED.search(post) and len(post) <= LONGEST_POST
    return post if is_post else ""


def _without_name(words: str, name: str) -> str:
    """The words with nothing in place of the name, which blanks may spread out."""
    return re.sub(r"[ \u3000\t]*".join(map(re.escape, name)), "", words, count=1)
