"""Django's settings, made from the data folder and the kind of site: no module of settings, nothing read at import."""

from __future__ import annotations

import os
from typing import Any

import django
from django.conf import settings

from duizhao.version import __version__
from duizhao.web.data_folder import PRIVATE_FILE, DataFolder
from duizhao.web.database import database_settings
from duizhao.web.site_address import site_of

LARGEST_UPLOAD_BYTES = 64_000_000
"""Of one request; waitress refuses more."""
IN_MEMORY_BYTES = 2_500_000
"""Larger files are kept aside on disk while they arrive."""
LONGEST_SESSION_SECONDS = 24 * 60 * 60
"""After it a session ends whatever the security administrator has set."""
MAX_FORM_FIELDS, MAX_UPLOADED_FILES = 5_000, 300

APPS = (
    "audit",
    "accounts",
    "desk",
    "roster",
    "meetings",
    "opinions",
    "talks",
    "submissions",
    "minutes",
    "rectification",
    "announcements",
    "papers",
    "overview",
    "archive",
    "supervision",
    "site",
)
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
        # Only for whoever makes the pages: it adds /_components, and shows a fault of the program with its place.
        "DEBUG": bool(os.environ.get("DUIZHAO_DEBUG")),
        "ROOT_URLCONF": "duizhao.web.urls",
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "INSTALLED_APPS": [
            *OTHERS_APPS,
            *(f"duizhao.web.{app}" for app in APPS),
        ],
        "MIDDLEWARE": [
            *_OUTER,
            *site_of(folder).middleware,
            *(_DESK if is_desk else _WORKSPACE),
            *_INNER,
        ],
        "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}},
        "LANGUAGE_CODE": "zh-hans",
        "TIME_ZONE": "Asia/Shanghai",
        "USE_TZ": True,
        "LOGGING_CONFIG": None,
        **_pages(),
        "DATABASES": {"default": database_settings(folder)},
        **_safety(folder),
        **({} if is_desk else _accounts()),
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


def _safety(folder: DataFolder) -> dict[str, Any]:
    return {
        "SECRET_KEY": folder.secret_key(),
        **site_of(folder).settings,
        "LOGIN_URL": "/login",
        "AUTH_USER_MODEL": "accounts.Person",
        "SESSION_COOKIE_NAME": "duizhao-session",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_NAME": "duizhao-csrf",
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_FAILURE_VIEW": "duizhao.web.site.faults.refused_form",
        "DATA_UPLOAD_MAX_MEMORY_SIZE": LARGEST_UPLOAD_BYTES,
        "DATA_UPLOAD_MAX_NUMBER_FILES": MAX_UPLOADED_FILES,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": MAX_FORM_FIELDS,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": IN_MEMORY_BYTES,
        "FILE_UPLOAD_PERMISSIONS": PRIVATE_FILE,
        "X_FRAME_OPTIONS": "DENY",
        "APPEND_SLASH": False,
    }


def _accounts() -> dict[str, Any]:
    """How people log in, and for how long."""
    return {
        "PASSWORD_HASHERS": ["duizhao.web.accounts.hashers.OfficeArgon2"],
        "AUTH_PASSWORD_VALIDATORS": [{"NAME": "duizhao.web.accounts.password_rules.PasswordRules"}],
        "SESSION_ENGINE": "duizhao.web.accounts.session_store",
        "SESSION_COOKIE_AGE": LONGEST_SESSION_SECONDS,
        "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
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
_INNER = (
    "duizhao.web.seen_fields.SeenFields",
    "django_htmx.middleware.HtmxMiddleware",
    "duizhao.web.refused_page.RefusedPage",
)
_DESK = (
    "duizhao.web.desk_door.DeskDoor",
    "django.middleware.csrf.CsrfViewMiddleware",
)
_WORKSPACE = (
    "django.middleware.security.SecurityMiddleware",
    "duizhao.web.opinions.no_trace.NoTrace",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "duizhao.web.accounts.login_needed.LoginNeeded",
)
