"""How people without an e-mail address come to their account: asked for from a roster, invited by a printed slip."""

from __future__ import annotations

from django.db import models
from django.utils import timezone

from duizhao.web.accounts.models.people import NAME_CHARACTERS, Person, Unit

CODE_HASH_CHARACTERS, REFERENCE_CHARACTERS = 64, 40


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, of which each opens an account once."""

    def open(self) -> InvitationQuerySet:
        """Those whose code still lets somebody in."""
        unused = self.filter(used_at=None, revoked_at=None, expires_at__gt=timezone.now())
        return unused.filter(person__is_active=True).select_related("person__unit")


class Invitation(models.Model):
    """A code on a slip with which a person sets the first password. The code itself is kept nowhere."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    hash = models.CharField(max_length=CODE_HASH_CHARACTERS, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()


class AccountRequest(models.Model):
    """Somebody on a roster who should get an account. `reference` is the key there: nobody is asked for twice."""

    unit = models.ForeignKey(Unit, models.CASCADE, related_name="account_requests")
    reference = models.CharField(max_length=REFERENCE_CHARACTERS, unique=True)
    name = models.CharField("姓名", max_length=NAME_CHARACTERS)
    asked_at = models.DateTimeField(auto_now_add=True)
    done_at = models.DateTimeField(null=True)
