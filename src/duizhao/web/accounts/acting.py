"""Under which delegation a session acts: looked up anew for each request, so that it ends on its day."""

from __future__ import annotations

from django.http import HttpRequest

from duizhao.web.accounts.models import Delegation, Person

ACTING = "acting"
"""In the session of somebody who acts for another."""


def is_taken_up(request: HttpRequest, person: Person) -> bool:
    """Let a request act under the delegation of its session. False where that has just ended."""
    asked = request.session.get(ACTING)
    if asked is None:
        return True
    person.delegation = Delegation.objects.running(person).filter(pk=asked).first()
    if person.delegation is None:
        del request.session[ACTING]
    return person.delegation is not None
