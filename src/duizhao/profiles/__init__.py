"""Campaign profiles: what a statement of a given campaign must cover, as data with sources."""

from duizhao.profiles.aspect_names import find, names, normalised
from duizhao.profiles.choose import Choice, choose
from duizhao.profiles.load import Profiles, shipped
from duizhao.profiles.model import Aspect, Profile, Requirement
from duizhao.status import Status

__all__ = [
    "Aspect",
    "Choice",
    "Profile",
    "Profiles",
    "Requirement",
    "Status",
    "choose",
    "find",
    "names",
    "normalised",
    "shipped",
]
