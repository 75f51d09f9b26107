"""Who there is."""

from __future__ import annotations

from django.db import transaction

from duizhao.web.accounts.models import Grant, Person
from duizhao.web.person_role import PersonRole

DESK_USERNAME = "desk"


def desk_person() -> Person:
    """The one person of a desk, made on first use."""
    found = Person.objects.filter(username=DESK_USERNAME).first()
    return found or _make_desk_person()


@transaction.atomic
def _make_desk_person() -> Person:
    person, is_new = Person.objects.get_or_create(username=DESK_USERNAME, defaults={"name": "本机"})
    if is_new:
        person.set_unusable_password()
        person.save()
        Grant.objects.create(person=person, role=PersonRole.CLERK)
    return person
