"""A site in a data folder of its own; three people; a desk that really runs, for the browser."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from duizhao.web.data_folder import DataFolder
from duizhao.web.database import keep_address
from duizhao.web.settings import configure

FOLDER = DataFolder(Path(tempfile.mkdtemp(prefix="duizhao-site-")))
FOLDER.make()
atexit.register(shutil.rmtree, FOLDER.root, ignore_errors=True)
# All tests of pages also run on PostgreSQL: name a server on which databases may be made.
if address := os.environ.get("DUIZHAO_TEST_DATABASE"):
    keep_address(FOLDER, address)
configure(FOLDER, is_desk=False, PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])

from bench.desk.running import RunningDesk, running_desk  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from people import People, logged_in  # noqa: E402

from duizhao.web import worker  # noqa: E402
from duizhao.web.accounts.models import Grant, Person, Unit  # noqa: E402
from duizhao.web.desk.settings_files import SettingsFiles  # noqa: E402
from duizhao.web.person_role import PersonRole  # noqa: E402


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    """PostgreSQL empties tables for tests that commit, which a trigger of the audit refuses."""
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("DROP TRIGGER audit_entries_are_kept ON audit_auditentry")


@pytest.fixture
def people(db: None) -> People:
    whole = Unit.objects.create(name="云溪县")
    office = Unit.objects.create(name="县水务局", parent=whole)
    other = Unit.objects.create(name="县粮食局", parent=whole)
    part = Unit.objects.create(name="河道所", parent=office)
    names = {"张三": office, "李四": office, "王五": other, "赵六": part, "孙七": whole}
    made = []
    for name, unit in names.items():
        person = Person.objects.create(username=name, name=name, unit=unit)
        Grant.objects.create(person=person, role=PersonRole.CLERK, unit=unit)
        made.append(person)
    return People(*made)


@pytest.fixture
def browse(people: People) -> Client:
    """张三 at his browser."""
    return logged_in(people.zhang)


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDesk]:
    data = tmp_path_factory.mktemp("desk")
    with running_desk(data) as running:
        yield running


@pytest.fixture(autouse=True)
def _as_shipped() -> Iterator[None]:
    """The settings of the site lie in files, which no transaction takes back."""
    yield
    if SettingsFiles.from_folder(FOLDER).texts:
        SettingsFiles().write(FOLDER)


@pytest.fixture
def work(transactional_db: None) -> Callable[[], None]:
    """Does all jobs that are ready. The worker closes connections, so the test may not be one transaction."""
    return lambda: worker.work(is_done_when_empty=True)
