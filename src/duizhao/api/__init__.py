"""What the command line, the language server, the site and other programs call.

    from pathlib import Path
    from duizhao import api

    for outcome in api.check_paths([Path("材料")]):
        if isinstance(outcome, api.Failure):
            print(outcome.name, outcome.reason)
        else:
            for finding in outcome.findings:
                print(outcome.source.name, outcome.source.position(finding.span.start), finding.full_message)

Arguments and results are values. Only functions and methods called `write…` write to disk; nothing leaves the
machine. All offsets are characters of `Source.text`; faults of the world are `DuizhaoError`s.

The names stand by subject in `duizhao.api.names`. What a check of a text needs is imported at once, a further subject
when one of its names is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from duizhao.api.names import checks, documents, outputs, reports, settings
from duizhao.api.names.checks import *
from duizhao.api.names.documents import *
from duizhao.api.names.late import SUBJECT_OF
from duizhao.api.names.outputs import *
from duizhao.api.names.reports import *
from duizhao.api.names.settings import *

if TYPE_CHECKING:
    from duizhao.api.names.ledgers import *
    from duizhao.api.names.opinions import *
    from duizhao.api.names.pages import *
    from duizhao.api.names.papers import *
    from duizhao.api.names.reviews import *
    from duizhao.api.names.screening import *
    from duizhao.api.names.tables import *
    from duizhao.api.names.typesetting import *
    from duizhao.api.names.unit_settings import *
    from duizhao.api.names.versions import *

__all__ = sorted(
    {
        *(
            name
            for subject in (checks, documents, outputs, reports, settings)
            for name in vars(subject)
            if not name.startswith("_")
        ),
        *SUBJECT_OF,
    }
)

if not TYPE_CHECKING:
    # A type checker reads the imports above, so that a name which does not exist is an error.
    def __getattr__(name: str) -> Any:
        if name not in SUBJECT_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        subject = import_module(f"{__name__}.names.{SUBJECT_OF[name]}")
        globals()[name] = found = getattr(subject, name)
        return found
