"""Settings of a run, and profiles of campaigns."""

from duizhao.api.catalogue import load_profiles, preview_notice, profile_from_draft
from duizhao.config import (
    EVERY_FILE,
    Config,
    LedgerSettings,
    Screening,
    find_config,
    is_excluded,
    load_config,
)
from duizhao.profiles import (
    MEETINGS,
    DraftPreview,
    NoticeForm,
    Profile,
    ProfileDraft,
    Status,
    is_as_drafted,
    meeting_in,
    years_of,
)
