"""Django's settings, made from the data folder and the kind of site: no module of settings, nothing read at import."""

from __future__ import annotations

from typing import Any

import django
from django.conf import settings

from duizhao.version import __version__
from duizhao.web.data_folder import PRIVATE_FILE, DataFolder

LARGEST_UPLOAD_BYTES = 64_000_000
"""Of one request; waitress refuses more."""
IN_MEMORY_BYTES = 2_500_000
"""Larger files are kept aside on disk while they arrive."""
MAX_FORM_FIELDS = 5_000
DATABASE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 10,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON",
}

APPS = ("audit", "accounts", "desk", "site")
"""Lower ones first: none imports from one that follows."""


def configure(folder: DataFolder, *, is_desk: bool, **others: Any) -> None:
    """Make Django ready for a site. `others` replace settings. Does nothing where it is ready already."""
    if settings.configured:
        return
    settings.configure(**{**_settings(folder, is_desk), **others})
    django.setup()


def _settings(folder: DataFolder, is_desk: bool) -> dict[str, Any]:
    return {
        "DATA_FOLDER": folder,
        "IS_DESK": is_desk,
        "ROOT_URLCONF": "duizhao.web.urls",
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "INSTALLED_APPS": [*OTHERS_APPS, *(f"duizhao.web.{app}" for app in APPS)],
        "MIDDLEWARE": [*_OUTER, *(_DESK if is_desk else _WORKSPACE), *_INNER],
        "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
        "LANGUAGE_CODE": "zh-hans",
        "TIME_ZONE": "Asia/Shanghai",
        "USE_TZ": True,
        "LOGGING_CONFIG": None,
        **_pages(),
        **_database(folder),
        **_safety(folder),
    }


def _pages() -> dict[str, Any]:
    processors = ["django.template.context_processors.request", "duizhao.web.site.context.site"]
    return {
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": processors},
            }
        ],
        # The version is part of the address: a browser may keep what it has for ever.
        "STATIC_URL": f"/static/{__version__}/",
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_MAX_AGE": 31_536_000,
    }


def _database(folder: DataFolder) -> dict[str, Any]:
    return {
        "DATABASES": {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": folder.database,
                "OPTIONS": DATABASE_OPTIONS,
                "CONN_MAX_AGE": None,
            }
        }
    }


def _safety(folder: DataFolder) -> dict[str, Any]:
    return {
        "SECRET_KEY": folder.secret_key(),
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost"],
        "LOGIN_URL": "/login",
        "AUTH_USER_MODEL": "accounts.Person",
        "SESSION_COOKIE_NAME": "duizhao-session",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_NAME": "duizhao-csrf",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_FAILURE_VIEW": "duizhao.web.site.faults.refused_form",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST_UPLOAD_BYTES,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": MAX_FORM_FIELDS,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": IN_MEMORY_BYTES,
        "FILE_UPLOAD_PERMISSIONS": PRIVATE_FILE,
        "X_FRAME_OPTIONS": "DENY",
    }


OTHERS_APPS = (
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
)
_OUTER = ("duizhao.web.headers.SafeHeaders", "whitenoise.middleware.WhiteNoiseMiddleware")
_INNER = ("django_htmx.middleware.HtmxMiddleware",)
_DESK = (
    "duizhao.web.desk_door.DeskDoor",
    "django.middleware.csrf.CsrfViewMiddleware",
)
_WORKSPACE = (
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
)
