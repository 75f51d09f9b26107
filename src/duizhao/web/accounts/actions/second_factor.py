"""The second factor of a person: set up, used once, printed codes, taken away."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from duizhao.web.accounts import time_codes
from duizhao.web.accounts.actions.administered import refuse_beyond_reach
from duizhao.web.accounts.actions.sessions import end_all
from duizhao.web.accounts.models import Person, RecoveryCode, SecondFactor
from duizhao.web.audit.actions import record
from duizhao.web.refused_act import RefusedAct

LARGEST_SHOWN_DRIFT = 20


def begin(*, person: Person) -> bytes:
    """The secret of an app that is being set up: the same until it is confirmed."""
    known = SecondFactor.objects.filter(person=person).first()
    if known and (opened := _secret_of(known)):
        return opened
    secret = time_codes.new_secret()
    sealed = time_codes.seal_secret(secret, person.pk)
    SecondFactor.objects.update_or_create(person=person, defaults={"sealed_secret": sealed})
    return secret


def _secret_of(factor: SecondFactor) -> bytes | None:
    """The secret; None where the key of the site is another one now, as after a restored database alone."""
    try:
        return time_codes.open_secret(bytes(factor.sealed_secret), factor.person_id)
    except ValueError:
        return None


@transaction.atomic
def confirm(*, person: Person, code: str) -> list[str]:
    """Begin to ask for codes, once one is right. Returns recovery codes, which are shown once. Raises RefusedAct."""
    factor = SecondFactor.objects.select_for_update().get(person=person)
    if factor.confirmed_at:
        raise RefusedAct("手机验证码已经开着")
    secret = time_codes.open_secret(bytes(factor.sealed_secret), person.pk)
    now = time_codes.step_at(timezone.now())
    step = time_codes.matching_step(secret, code, now)
    if step is None:
        far = time_codes.matching_step(secret, code, now, drift=LARGEST_SHOWN_DRIFT)
        raise RefusedAct(_wrong_in_words(far - now if far else 0))
    factor.last_step, factor.confirmed_at = step, timezone.now()
    factor.save(update_fields=["last_step", "confirmed_at"])
    record(actor=person, act="accounts.confirm_factor", kind="person", key=person.username)
    return _new_codes(person)


def _wrong_in_words(steps: int) -> str:
    if not steps:
        return "验证码不对；每 30 秒换一个，请输入手机上正显示的那个"
    minutes = max(1, round(abs(steps) * time_codes.STEP_SECONDS / 60))
    which = "快" if steps > 0 else "慢"
    return f"手机的时间比这里{which}了约 {minutes} 分钟：请把手机设成自动对时，再输入新的验证码"


def take_code(*, person: Person, code: str) -> bool:
    """Whether a code is right: each is good once, one of the app only while it is shown or half a minute around."""
    factor = SecondFactor.objects.get(person=person)
    secret = _secret_of(factor)
    now = time_codes.step_at(timezone.now())
    step = time_codes.matching_step(secret, code, now) if secret else None
    if step is not None:
        # One statement, so that of two requests with the same code only one gets in.
        unused = SecondFactor.objects.filter(pk=factor.pk, last_step__lt=step)
        return unused.update(last_step=step) == 1
    unused_codes = person.recovery_codes.filter(hash=time_codes.hash_of(code), used_at=None)
    return unused_codes.update(used_at=timezone.now()) == 1


@transaction.atomic
def renew_codes(*, person: Person, code: str) -> list[str]:
    """New recovery codes instead of all earlier ones. Raises RefusedAct."""
    if not take_code(person=person, code=code):
        raise RefusedAct("验证码不对，或者刚用过；等手机上换一个再输入")
    record(actor=person, act="accounts.renew_codes", kind="person", key=person.username)
    return _new_codes(person)


def _new_codes(person: Person) -> list[str]:
    person.recovery_codes.all().delete()
    codes = time_codes.new_recovery_codes()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(person=person, hash=time_codes.hash_of(code)) for code in codes
    )
    return codes


@transaction.atomic
def reset_factor(*, person: Person, by: Person) -> None:
    """Take the second factor of somebody who has lost it away; the sessions end. Raises RefusedAct."""
    if person == by:
        raise RefusedAct("不能重设自己的，请另一位安全管理员重设")
    refuse_beyond_reach(person, by)
    SecondFactor.objects.filter(person=person).delete()
    person.recovery_codes.all().delete()
    end_all(person)
    record(actor=by, act="accounts.reset_factor", kind="person", key=person.username)
