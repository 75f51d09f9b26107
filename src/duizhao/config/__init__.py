"""The configuration: duizhao.toml, the rules that it chooses, and the baseline of known findings."""

from duizhao.config.baseline import Known, baseline_text, new_findings, read_baseline
from duizhao.config.choose import choose, rule_named
from duizhao.config.key import keys_of
from duizhao.config.ledger import LedgerSettings
from duizhao.config.load import find_config, load_config
from duizhao.config.model import Config, keys
from duizhao.config.per_file import EVERY_FILE, PerFile, is_excluded, is_given
from duizhao.config.screening import Screening
from duizhao.text.nearest import hint

__all__ = [
    "EVERY_FILE",
    "Config",
    "Known",
    "LedgerSettings",
    "PerFile",
    "Screening",
    "baseline_text",
    "choose",
    "find_config",
    "hint",
    "is_excluded",
    "is_given",
    "keys",
    "keys_of",
    "load_config",
    "new_findings",
    "read_baseline",
    "rule_named",
]
