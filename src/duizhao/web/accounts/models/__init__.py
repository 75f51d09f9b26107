"""Units, people, their roles, and how they come in."""

from duizhao.web.accounts.models.delegation import DELEGATED_ROLES, Delegation
from duizhao.web.accounts.models.entering import (
    LoginThrottle,
    OpenSession,
    PastPassword,
    RecoveryCode,
    SecondFactor,
)
from duizhao.web.accounts.models.invitation import AccountRequest, Invitation
from duizhao.web.accounts.models.people import (
    ACTS_FOR,
    NAME_CHARACTERS,
    USERNAME_CHARACTERS,
    Grant,
    Person,
    Unit,
)
from duizhao.web.accounts.models.policy import SecurityPolicy

__all__ = [
    "ACTS_FOR",
    "DELEGATED_ROLES",
    "NAME_CHARACTERS",
    "USERNAME_CHARACTERS",
    "AccountRequest",
    "Delegation",
    "Grant",
    "Invitation",
    "LoginThrottle",
    "OpenSession",
    "PastPassword",
    "Person",
    "RecoveryCode",
    "SecondFactor",
    "SecurityPolicy",
    "Unit",
]
