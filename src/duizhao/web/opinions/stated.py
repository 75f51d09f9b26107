"""The problems of the statements of a meeting, and those of them that may answer an opinion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from duizhao import api
from duizhao.web.desk import checking, reading
from duizhao.web.desk.models import DeskFile, ReadStatus
from duizhao.web.opinions.models import ReceivedOpinion
from duizhao.web.stored_files import load

KEPT_STATEMENTS = 200
TEAM = "班子"


@dataclass(frozen=True, slots=True)
class ProblemChoice:
    """A problem of a statement to which an opinion can be linked; `words` are those that both share."""

    file: DeskFile
    number: int
    claim: str
    words: tuple[str, ...] = ()

    @property
    def value(self) -> str:
        """By what a form names it."""
        return f"{self.file.pk}:{self.number}"


def choices_for(opinion: ReceivedOpinion) -> list[ProblemChoice]:
    """The problems of the statements that may answer an opinion: of that person, or of the team where it has one."""
    found = [
        (ProblemChoice(file, number, problem.claim), problem)
        for file in _statements(opinion)
        for number, problem in enumerate(_problems_of(file))
    ]
    matches = api.matches_of_opinion(opinion.words, [problem for _, problem in found])
    first = [
        ProblemChoice(each.file, each.number, each.claim, match.words)
        for match in matches
        for each in [found[match.number][0]]
    ]
    named = {each.value for each in first}
    return first + [each for each, _ in found if each.value not in named]


def _statements(opinion: ReceivedOpinion) -> Iterable[DeskFile]:
    batch = opinion.dossier.batch
    if batch is None:
        return ()
    files = batch.files.filter(status=ReadStatus.READ).prefetch_related("versions")
    if opinion.is_personal:
        return files.filter(name__contains=opinion.about_name)
    return [file for file in files if TEAM in file.name] or files


def _problems_of(file: DeskFile) -> tuple[api.StatedProblem, ...]:
    *_, version = file.versions.all()
    return _problems(version.content, version.suffix, file.name)


@lru_cache(KEPT_STATEMENTS)
def _problems(content: str, suffix: str, name: str) -> tuple[api.StatedProblem, ...]:
    # A stored file never changes.
    data = load(content)
    try:
        source = reading.source_of_bytes(data, name, suffix)
        return api.stated_problems(source, checking.checker())
    except api.DuizhaoError:
        return ()
