"""Campaign profiles: what a statement of a given campaign must cover, as data with sources."""

from duizhao.profiles.aspects import Aspect, AspectNames, normalised
from duizhao.profiles.chapter_kind import ChapterKind
from duizhao.profiles.choose import ProfileChoice, choose
from duizhao.profiles.draft import ProfileDraft
from duizhao.profiles.draft_preview import DraftPreview, NoticeForm, is_as_drafted
from duizhao.profiles.load import Profiles, shipped
from duizhao.profiles.model import ExpectedPart, Profile, Requirement
from duizhao.profiles.notice import meeting_in
from duizhao.profiles.occasion import (
    MEETINGS,
    matter_of_its_own,
    meetings_of,
    opening_meeting,
    years_of,
)
from duizhao.profiles.paper_kind import ALL_PAPERS, REPORTS, STATEMENTS, PaperKind
from duizhao.status import Status

__all__ = [
    "ALL_PAPERS",
    "MEETINGS",
    "REPORTS",
    "STATEMENTS",
    "Aspect",
    "AspectNames",
    "ChapterKind",
    "DraftPreview",
    "ExpectedPart",
    "NoticeForm",
    "PaperKind",
    "Profile",
    "ProfileChoice",
    "ProfileDraft",
    "Profiles",
    "Requirement",
    "Status",
    "choose",
    "is_as_drafted",
    "matter_of_its_own",
    "meeting_in",
    "meetings_of",
    "normalised",
    "opening_meeting",
    "shipped",
    "years_of",
]
