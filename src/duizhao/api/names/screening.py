"""Screening: passages that texts share, the index that they are filed in, ledger rows that come again."""

from duizhao.api.comparing import compare_all, compare_text, screen_source
from duizhao.api.filing import file_paths, outdated_entries, remove_outdated
from duizhao.api.fingerprinted_texts import SharedPrints, shared_prints, text_prints
from duizhao.api.label_table import label_list
from duizhao.api.labelling import Labeller, label_of
from duizhao.api.screen_index import open_index, unit_wording
from duizhao.api.screening_at_once import screen_files
from duizhao.api.screening_of_sources import screen_sources
from duizhao.reuse.index import Index as ScreenIndex
from duizhao.reuse.labels import label_of_readings
from duizhao.reuse.model import (
    DocumentKind,
    DocumentLabel,
    Entry,
    FilingResult,
    JoinResult,
    Match,
    Pair,
    ScreenResult,
)
from duizhao.reuse.prepare import Filing
from duizhao.reuse.recurring_rows import RowOfYear, recurring_rows
from duizhao.reuse.view import (
    FORMATS as SCREENING_FORMATS,
)
from duizhao.reuse.view import (
    ShownCheck,
    ShownJoin,
)
from duizhao.reuse.view import (
    write as write_shown,
)
from duizhao.reuse.view.html.fragment import ScreeningFragment, screening_look, screening_script
from duizhao.reuse.view.html.matrix import matrix_html
