"""What somebody typed is not lost where the session ended, a token no longer counts, or an act is refused."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import People, logged_in
from test_second_factor import NOW, code_of, with_factor

from duizhao.web.accounts import time_codes
from duizhao.web.accounts.models import OpenSession, Person
from duizhao.web.desk.models import Batch
from duizhao.web.unsent_form import UnsentForm

PASSWORD = "xue-hua-piao-2"
TYPED = "谈了三件事：村里的水压、夜里的施工，还有新来的检测员没有人带。"
SEALED = re.compile(r'name="unsent" value="([^"]+)"')
LOGIN, BEGIN = "/login", "/begin"


@pytest.fixture
def typing(people: People) -> Client:
    """张三, whose session ends while he types."""
    people.zhang.set_password(PASSWORD)
    people.zhang.save()
    client = Client()
    client.post(LOGIN, {"username": "张三", "password": PASSWORD})
    assert client.get("/").status_code == 200
    return client


def end_sessions() -> None:
    OpenSession.objects.all().delete()


def idle_sessions() -> None:
    OpenSession.objects.update(seen_at=timezone.now() - timedelta(hours=3))


def log_in(client: Client, sealed: str, username: str = "张三"):
    return client.post(LOGIN, {"username": username, "password": PASSWORD, "unsent": sealed})


def sealed_in(answer) -> str:
    found = SEALED.search(answer.content.decode())
    assert found, answer.content.decode()
    return found[1]


@pytest.mark.parametrize("end", [end_sessions, idle_sessions])
def test_typed_form_is_given_back_after_the_login_and_sent_again(typing: Client, end) -> None:
    end()
    refused = typing.post(BEGIN, {"name": "谈话", "text": TYPED})
    assert refused.status_code == 403
    assert "刚才填的没有丢" in refused.content.decode()
    assert TYPED not in refused.content.decode()
    assert not Batch.objects.exists()
    page = log_in(typing, sealed_in(refused)).content.decode()
    assert TYPED in page
    assert f'action="{BEGIN}"' in page
    assert typing.post(BEGIN, {"name": "谈话", "text": TYPED}).status_code == 302
    assert Batch.objects.get().name == "谈话"


def test_wrong_password_and_the_code_of_the_app_carry_it_on(
    typing: Client, people: People, monkeypatch
) -> None:
    monkeypatch.setattr(time_codes, "step_at", lambda _: NOW)
    end_sessions()
    sealed = sealed_in(typing.post(BEGIN, {"text": TYPED}))
    wrong = typing.post(LOGIN, {"username": "张三", "password": "x", "unsent": sealed})
    assert sealed_in(wrong) == sealed
    with_factor(people.zhang)
    people.zhang.set_password(PASSWORD)
    people.zhang.save()
    asked = log_in(typing, sealed)
    assert sealed_in(asked) == sealed
    given = {"code": code_of(people.zhang), "unsent": sealed}
    page = typing.post(reverse("accounts:login_code"), given)
    assert TYPED in page.content.decode()


def test_nobody_else_gets_what_was_typed(typing: Client, people: People) -> None:
    people.wang.set_password(PASSWORD)
    people.wang.save()
    idle_sessions()
    answer = log_in(typing, sealed_in(typing.post(BEGIN, {"text": TYPED})), "王五")
    assert answer.status_code == 302


@pytest.mark.parametrize("sealed", ["", "x", "eyJhIjoxfQ:1:abc"])
def test_what_we_have_not_sealed_is_no_form(typing: Client, sealed: str) -> None:
    assert log_in(typing, sealed).status_code == 302


def test_form_with_a_password_is_not_kept(typing: Client) -> None:
    end_sessions()
    answer = typing.post(reverse("accounts:password"), {"current": PASSWORD, "password": "neu"})
    assert answer.status_code == 302


def test_script_is_told_and_the_page_stays(typing: Client) -> None:
    end_sessions()
    answer = typing.post(BEGIN, {"text": TYPED}, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer["HX-Reswap"] == "none"
    assert "HX-Redirect" not in answer
    assert "填的还在这一页" in answer.content.decode()


def token_of(client: Client) -> str:
    page = client.get("/mine/").content.decode()
    return re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[0]


@pytest.mark.parametrize(
    ("origin", "is_shown"),
    [("http://testserver", True), ("https://evil.test", False), ("null", False), (None, False)],
)
def test_form_of_an_older_login_is_shown_again_only_to_our_own_page(
    people: People, origin: str | None, is_shown: bool
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.zhang)
    client.get("/mine/")
    headers = {"Origin": origin} if origin else {}
    given = {"text": TYPED, "csrfmiddlewaretoken": "a" * 64}
    answer = client.post(BEGIN, given, headers=headers)
    assert answer.status_code == 403
    assert (TYPED in answer.content.decode()) == is_shown
    assert ("再交一次" in answer.content.decode()) == is_shown


def test_what_is_shown_again_can_be_sent(people: People) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.zhang)
    client.get("/mine/")
    own = {"Origin": "http://testserver"}
    answer = client.post(BEGIN, {"text": TYPED, "csrfmiddlewaretoken": "a" * 64}, headers=own)
    token = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', answer.content.decode())[-1]
    again = {"text": TYPED, "csrfmiddlewaretoken": token}
    assert client.post(BEGIN, again, headers=own).status_code == 302
    assert Batch.objects.exists()


def test_files_have_to_be_chosen_anew(rf, people: People) -> None:
    asked = rf.post("/report", {"text": TYPED, "file": SimpleUploadedFile("甲.txt", b"1")})
    form = UnsentForm.from_request(asked, people.zhang.pk)
    assert form
    assert form.has_files
    assert UnsentForm.from_sealed(form.sealed, people.zhang.pk) == form
    assert UnsentForm.from_sealed(form.sealed, people.li.pk) is None


def test_session_of_a_reader_still_leads_to_the_login(people: People) -> None:
    client = logged_in(Person.objects.get(pk=people.zhang.pk))
    end_sessions()
    assert client.get("/").status_code == 302
