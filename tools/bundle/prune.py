"""What is left out of the packages, because nothing in a bundle needs it, and why."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path

LEFT_OUT = {
    "tests of the packages": ("*/tests/*", "*/testing/*", "*/conftest.py"),
    "types, for those who write programs": ("*.pyi", "*/py.typed", "*/mypy_plugin.py"),
    "what C compilers need": ("*.h", "*.c", "*.cpp", "*.lib", "*.a", "*.def", "*.hpp", "*.ini"),
    "sources of what is compiled": ("*.pyx", "*.pxd", "*.pxi", "*.pyf"),
    "records of the installer": (
        "*.dist-info/RECORD",
        "*.dist-info/WHEEL",
        "*.dist-info/INSTALLER",
        "*.dist-info/REQUESTED",
        "*.dist-info/direct_url.json",
        "*.dist-info/top_level.txt",
        "*.dist-info/entry_points.txt",
        "*.dist-info/sboms/*",
        "*.pth",
    ),
    "parts of Django that the site has not": (
        "django/contrib/admin/locale/*",
        "django/contrib/admin/forms.py",
        "django/contrib/admin/migrations/*",
        "django/contrib/admin/models.py",
        "django/contrib/admin/static/*",
        "django/contrib/admin/templates/*",
        "django/contrib/admin/templatetags/admin_[!u]*.py",
        "django/contrib/admin/templatetags/base.py",
        "django/contrib/admin/templatetags/log.py",
        "django/contrib/admin/tests.py",
        "django/contrib/admin/views/decorators.py",
        "django/contrib/admin/views/main.py",
        "django/contrib/admindocs/*",
        "django/contrib/flatpages/*",
        "django/contrib/gis/*",
        "django/contrib/humanize/*",
        "django/contrib/postgres/*",
        "django/contrib/redirects/*",
        "django/contrib/sitemaps/templates/*",
        "django/contrib/sitemaps/views.py",
        "django/conf/*_template/*",
        "django/db/backends/mysql/*",
        "django/db/backends/oracle/*",
        "django/test/*",
    ),
    "commands of Django for those who write programs": tuple(
        f"django/core/management/commands/{name}.py*"
        for name in (
            "compilemessages",
            "createcachetable",
            "dbshell",
            "diffsettings",
            "dumpdata",
            "inspectdb",
            "loaddata",
            "make*",
            "optimizemigration",
            "runserver",
            "sendtestemail",
            "shell",
            "sql*",
            "squashmigrations",
            "start*",
            "test*",
        )
    ),
    "parts of NumPy that screening does not use": (
        "numpy/_core/_*_tests.*",
        "numpy/_core/_simd.*",
        "numpy/_core/include/*",
        "numpy/_core/lib/*",
        "numpy/_pyinstaller/*",
        "numpy/ctypeslib/*",
        "numpy/distutils/*",
        "numpy/doc/*",
        "numpy/f2py/*",
        "numpy/fft/*",
        "numpy/linalg/lapack_lite.*",
        "numpy/lib/recfunctions.*",
        "numpy/polynomial/*",
        "numpy/random/*",
    ),
    "programs and demonstrations of the packages": (
        "pypdfium2_cli/*",
        "win32com/makegw/*",
        "win32com/servers/*",
        "win32com/test/*",
        "*/demos/*",
        "*/Demos/*",
        "django_htmx/static/django_htmx/htm*-4*",
        "django_htmx/static/django_htmx/htmx-2.js",
        "django_htmx/static/django_htmx/ext/*",
    ),
    "what only building a foreign function needs": ("cffi/*", "pycparser/*"),
}
"""Patterns of paths below the folder of the packages, by the reason."""

KEPT_ALONE = {
    "Cryptodome": (
        "Cryptodome/__init__.py",
        "Cryptodome/Cipher/__init__.py",
        "Cryptodome/Cipher/AES.py",
        "Cryptodome/Cipher/_mode_*.py",
        "Cryptodome/Cipher/_raw_aes*",
        "Cryptodome/Cipher/_raw_ctr.*",
        "Cryptodome/Cipher/_raw_ecb.*",
        "Cryptodome/Hash/__init__.py",
        "Cryptodome/Hash/BLAKE2s.py",
        "Cryptodome/Hash/_BLAKE2s.*",
        "Cryptodome/Hash/_ghash*",
        "Cryptodome/Random/*",
        "Cryptodome/Util/*",
    ),
    "lxml": ("lxml/__init__.py", "lxml/etree.*", "lxml/_elementpath.*"),
    "tzdata": ("tzdata/__init__.py", "tzdata/zoneinfo/__init__.py", "tzdata/zoneinfo/Asia/*"),
}
"""Packages of which few files are used: these."""

LANGUAGES = frozenset({"en", "zh_Hans"})
PYWIN32_ROOTS = (
    "PyWin32.chm",
    "adodbapi",
    "isapi",
    "pythonwin",
    "pywin32.version.txt",
    "pywin32_system32",
    "win32",
    "win32com",
    "win32comext",
)
PYWIN32_KEPT = (
    "win32/_win32sysloader.pyd",
    "win32/win32api.pyd",
    "win32/win32event.pyd",
    "win32/lib/pywintypes.py",
    "win32/lib/winerror.py",
    "win32com/*.py",
    "win32com/client/*",
    "win32com/server/*",
)
"""As much of pywin32 as asks Word or WPS for something."""

PYTHON_LEFT_OUT = (
    "LICENSE.txt",
    "_elementtree.pyd",
    "_hashlib.pyd",
    "_msi.pyd",
    "_ssl.pyd",
    "libcrypto-3.dll",
    "libssl-3.dll",
    "python.cat",
    "pythonw.exe",
    "winsound.pyd",
)
"""Encrypted connections and installers, which a program that makes no connection needs not; digests are built in, and
ElementTree, with which nothing of ours parses, is there in Python too.
"""


def prune(folder: Path) -> int:
    """Remove from a folder of unpacked packages what is left out. Returns how many bytes that were.

    Of the fields that name a package, the page that describes it in an index is cut off.
    """
    removed = 0
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif is_left_out(path.relative_to(folder).as_posix()):
            removed += path.stat().st_size
            path.unlink()
        elif path.name == "METADATA" and path.parent.suffix == ".dist-info":
            fields, _, page = path.read_bytes().replace(b"\r\n", b"\n").partition(b"\n\n")
            path.write_bytes(fields + b"\n")
            removed += len(page)
    return removed


def is_left_out(name: str) -> bool:
    """Is this file, a path below the folder of the packages, left out?"""
    top = name.partition("/")[0]
    if top in PYWIN32_ROOTS and not _matches(name, PYWIN32_KEPT):
        return True
    if top in KEPT_ALONE and not _matches(name, KEPT_ALONE[top]):
        return True
    return _is_foreign_locale(name) or any(
        _matches(name, patterns) for patterns in LEFT_OUT.values()
    )


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _is_foreign_locale(name: str) -> bool:
    """Words of a package in a language that its user does not read, or the sources of such words."""
    folders = name.split("/")[:-1]
    for before, language in pairwise(folders):
        if before == "locale" and language != "__pycache__":
            return language not in LANGUAGES or name.endswith(".po")
    return False
