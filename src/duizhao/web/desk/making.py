"""What is made of the files of a batch: reviewed copies, opinion sheets, typeset copies, a ledger, a report."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TypeVar

from duizhao import api
from duizhao.web.desk import actions, checking, queries, reading
from duizhao.web.desk.models import BatchOutput, DeskFile, OutputForm, ReadStatus, Version
from duizhao.web.desk.output_names import OutputNames, stem_of, with_ending
from duizhao.web.desk.words import no_rows
from duizhao.web.stored_files import load

NO_COMMENTS_IN_PDF = "PDF 里放不了批注，请把原来的 Word 文件放进来"
NOT_WANTED = "这些文件已经不在这一批里"


@dataclass(frozen=True, slots=True)
class StatementFile:
    """A file of a batch with its last version, which something is made of."""

    file: DeskFile
    version: Version

    def opened(self) -> tuple[api.Source, bytes | None]:
        """Its text and its package. Raises DuizhaoError."""
        name, suffix = self.file.name, self.version.suffix
        return api.read_bytes_with_package(self.data, name, suffix.removeprefix("."))

    @property
    def data(self) -> bytes:
        return load(self.version.content)

    @property
    def fault(self) -> str:
        """Why nothing can be made of it; empty if something can."""
        if self.file.status == ReadStatus.REFUSED:
            return self.file.reason
        return "" if self.file.status == ReadStatus.READ else "还没有读"


T = TypeVar("T")
Maker = Callable[[StatementFile], bytes]
Files = Iterator[StatementFile]
Failures = list[tuple[str, str]]
"""Names of files of which nothing could be made, with the reasons."""


class NoLongerWanted(Exception):
    """Somebody has stopped it, or removed the batch."""


def make(output: BatchOutput) -> None:
    """Make an output, and keep it with the failures of single files. May be done twice: it begins anew."""
    failures: Failures = []
    try:
        name, data = _made(output, failures)
    except NoLongerWanted:
        return
    except api.DuizhaoError as fault:
        actions.fail_output(output=output, failures=[("", str(fault)), *failures])
        return
    if data:
        actions.finish_output(output=output, name=name, data=data, failures=failures)
    else:
        actions.fail_output(output=output, failures=failures or [("", NOT_WANTED)])


def _made(output: BatchOutput, failures: Failures) -> tuple[str, bytes]:
    together = TOGETHER.get(output.form)
    if together:
        named = f"{stem_of(output.batch.name)} {together.words}{together.suffix}"
        return named, together.render(output, _files(output), failures)
    maker, ending = _maker(output)
    return _each(output, maker, ending, failures)


def _files(output: BatchOutput) -> Files:
    """The files in the order in which they were chosen, counted as they are done. Raises NoLongerWanted."""
    keys = [key for key, _ in output.files]
    found = {file.pk: file for file in output.batch.files.prefetch_related("versions")}
    for done, key in enumerate(keys):
        if not actions.count_made(output=output, done=done):
            raise NoLongerWanted
        if file := found.get(key):
            yield StatementFile(file, list(file.versions.all())[-1])


def _each(output: BatchOutput, maker: Maker, ending: str, failures: Failures) -> tuple[str, bytes]:
    """A file for each: the one, or an archive of them. Their names are those of the originals."""
    names = OutputNames()
    with tempfile.TemporaryFile() as kept:
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:
            last = ("", b"")
            for each in _files(output):
                data = _tried(maker, each, failures)
                if isinstance(data, api.Failure):
                    continue
                last = (names.free(with_ending(each.file.name, ending)), data)
                archive.writestr(_entry(last[0]), data)
        if len(names) <= 1:
            return last[0].rpartition("/")[2], last[1]
        kept.seek(0)
        words = OutputForm(output.form).label.partition("（")[0]
        return f"{stem_of(output.batch.name)} {words} {len(names)}份.zip", kept.read()


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, datetime.now().timetuple()[:6])


def _tried(
    work: Callable[[StatementFile], T], each: StatementFile, failures: Failures
) -> T | api.Failure:
    """What is made of a file; a failure, which is also kept, if nothing can be made of it."""
    reason = each.fault
    if not reason:
        try:
            return work(each)
        except api.UnreadableDocument as fault:
            reason = fault.reason
        except api.DuizhaoError as fault:
            reason = str(fault).removeprefix(f"{each.file.name}：")
    failures.append((each.file.name, reason))
    return api.Failure(each.file.name, reason)


def _maker(output: BatchOutput) -> tuple[Maker, str]:
    """What makes a file of one statement, and how its name ends."""
    if output.form == OutputForm.REVIEW:
        return partial(_review, output=output), "（审阅稿）.docx"
    if output.form == OutputForm.OPINIONS:
        return partial(_opinion, author=output.author), "（意见单）.docx"
    kind = "pdf" if output.form == OutputForm.PDF else "docx"
    config = checking.checker().config
    setter = api.Typesetter(kind, config.layout, config.fonts)
    return partial(_typeset, setter=setter), f"（排版稿）.{kind}"


def _review(each: StatementFile, output: BatchOutput) -> bytes:
    if each.version.suffix == ".pdf":
        raise api.UnreadableDocument(each.file.name, NO_COMMENTS_IN_PDF)
    source, package = each.opened()
    return api.review_source(
        source,
        checking.checker(),
        package=package,
        fix=output.has_fixes,
        author=output.author or None,
        aside=queries.keys_aside(each.file),
    ).data


def _typeset(each: StatementFile, setter: api.Typesetter) -> bytes:
    kind = each.version.suffix.removeprefix(".")
    return setter.typeset_bytes(each.data, each.file.name, kind, checking.checker()).data


def _sheets(each: StatementFile) -> tuple[api.OpinionSheet, ...]:
    checked = reading.checked(each.file, each.version)
    sheets = api.OpinionSheet.from_checked(checked, reading.rules())
    if not sheets:
        raise api.UnreadableDocument(
            each.file.name, "不像对照检查材料，没有写意见单；确是的，打开它点“是对照检查材料”"
        )
    return sheets


def _opinion(each: StatementFile, author: str) -> bytes:
    return api.render_opinion_sheets(_sheets(each), author)


def _opinions(output: BatchOutput, files: Files, failures: Failures) -> bytes:
    made = [_tried(_sheets, each, failures) for each in files]
    sheets = [sheet for each in made if not isinstance(each, api.Failure) for sheet in each]
    return api.render_opinion_sheets(sheets, output.author) if sheets else b""


def _extract(each: StatementFile) -> api.FileExtract:
    return api.extract_rows(reading.source_of(each.file, each.version), checking.checker())


def _ledger(output: BatchOutput, files: Files, failures: Failures) -> bytes:
    extracts = [_tried(_extract, each, failures) for each in files]
    made = [each for each in extracts if isinstance(each, api.FileExtract)]
    failures += [(each.name, no_rows(each)) for each in made if no_rows(each)]
    look = checking.checker().config.ledger
    return api.render_ledger(api.assemble_ledger(extracts), settings=look) if made else b""


def _report(output: BatchOutput, files: Files, failures: Failures) -> bytes:
    work = partial(_tried, lambda each: reading.checked(each.file, each.version))
    outcomes = [work(each, failures) for each in files]
    made = api.FORMATS["xlsx"].render(api.make_report(outcomes, checking.checker().rules))
    assert isinstance(made, bytes)
    return made


@dataclass(frozen=True, slots=True)
class OneOutput:
    """An output that is one file whatever it is made of."""

    words: str
    suffix: str
    render: Callable[[BatchOutput, Files, Failures], bytes]


TOGETHER: Mapping[str, OneOutput] = {
    str(OutputForm.OPINION): OneOutput("意见单", ".docx", _opinions),
    str(OutputForm.LEDGER): OneOutput("整改台账", ".xlsx", _ledger),
    str(OutputForm.REPORT): OneOutput("汇总表", ".xlsx", _report),
}
