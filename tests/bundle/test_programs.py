"""The programs of the folder for Windows and the library in the place of OpenBLAS, as far as they can be seen here."""

from __future__ import annotations

import ctypes
import re
import shutil
import struct
import subprocess
from pathlib import Path

import pytest
from tools.bundle.archive import digest
from tools.bundle.launcher import build_programs
from tools.bundle.launcher.icon import SIZES, icon
from tools.bundle.mingw import COMPILER, compiled
from tools.bundle.target import ROOT

np = pytest.importorskip("numpy")
has_mingw = pytest.mark.skipif(not shutil.which(COMPILER), reason=f"needs {COMPILER}")
BLAS = ROOT / "tools" / "bundle" / "plain_blas" / "plain_blas.c"
ROWS, UNCHANGED, TRANSPOSED, CONJUGATED, UPPER = 101, 111, 112, 113, 121
KINDS = {"s": "float32", "d": "float64", "c": "complex64", "z": "complex128"}


@has_mingw
def test_programs_built_twice_are_the_same(tmp_path: Path) -> None:
    for place in ("1", "2"):
        (tmp_path / place / "work").mkdir(parents=True)
        build_programs(tmp_path / place, "0.1.0", tmp_path / place / "work")
    for name in ("对照.exe", "duizhao.exe"):
        assert digest(tmp_path / "1" / name) == digest(tmp_path / "2" / name)
    assert "对照".encode("utf-16-le") in (tmp_path / "1" / "对照.exe").read_bytes()


@has_mingw
def test_library_does_not_follow_the_folder_that_it_is_built_in(tmp_path: Path) -> None:
    for place in ("1", "2/deeper"):
        (tmp_path / place).mkdir(parents=True)
        compiled(tmp_path / place / "blas.dll", [BLAS], "-shared", "-O2")
    assert digest(tmp_path / "1" / "blas.dll") == digest(tmp_path / "2/deeper" / "blas.dll")


def test_icon_has_a_picture_of_each_size() -> None:
    data = icon()
    assert struct.unpack("<HHH", data[:6]) == (0, 1, len(SIZES))
    for number, size in enumerate(SIZES):
        edge, length, place = struct.unpack_from("<BxxxxxxxII", data, 6 + 16 * number)
        assert edge == size % 256
        assert data[place : place + 4] == b"\x89PNG"
        assert struct.unpack(">II", data[place + 16 : place + 24]) == (size, size)
        assert place + length <= len(data)


@pytest.fixture(scope="module")
def blas(tmp_path_factory):
    compiler = shutil.which("cc") or shutil.which("gcc")
    if not compiler:
        pytest.skip("needs a C compiler")
    made = tmp_path_factory.mktemp("blas") / "blas.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O2", "-o", made, BLAS, "-lm"], check=True)
    return ctypes.CDLL(made)


def matrix(rows: int, columns: int, kind: str, seed: int):
    numbers = np.random.default_rng(seed)
    made = numbers.random((rows, columns)) - 0.5
    if kind in "cz":
        made = made + 1j * numbers.random((rows, columns))
    return np.ascontiguousarray(made.astype(KINDS[kind]))


def given(value, kind: str):
    """A number as CBLAS is handed it: itself, or the address of a complex one."""
    if kind in "cz":
        held = np.array([value], KINDS[kind])
        given.kept.append(held)
        return address(held)
    return (ctypes.c_float if kind == "s" else ctypes.c_double)(value)


given.kept = []


def address(array):
    return ctypes.c_void_p(array.ctypes.data)


def size(number: int):
    return ctypes.c_int64(number)


def op(array, trans: int):
    return {UNCHANGED: array, TRANSPOSED: array.T, CONJUGATED: array.conj().T}[trans]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("trans_a", [UNCHANGED, TRANSPOSED, CONJUGATED])
@pytest.mark.parametrize("trans_b", [UNCHANGED, TRANSPOSED, CONJUGATED])
def test_product_of_matrices(blas, kind: str, trans_a: int, trans_b: int) -> None:
    m, n, depth = 4, 3, 5
    a = matrix(*((m, depth) if trans_a == UNCHANGED else (depth, m)), kind, 1)
    b = matrix(*((depth, n) if trans_b == UNCHANGED else (n, depth)), kind, 2)
    c = matrix(m, n, kind, 3)
    expected = 2 * op(a, trans_a) @ op(b, trans_b) + 3 * c
    blas[f"scipy_cblas_{kind}gemm64_"](
        ROWS, trans_a, trans_b, size(m), size(n), size(depth), given(2, kind), address(a), size(a.shape[1]),
        address(b), size(b.shape[1]), given(3, kind), address(c), size(n),
    )  # fmt: skip
    assert np.allclose(c, expected, atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("trans", [UNCHANGED, TRANSPOSED, CONJUGATED])
def test_product_of_matrix_and_vector_that_is_read_backwards(blas, kind: str, trans: int) -> None:
    a = matrix(4, 6, kind, 1)
    columns = op(a, trans).shape[1]
    x, y = matrix(1, columns, kind, 2)[0], matrix(1, op(a, trans).shape[0], kind, 3)[0]
    expected = op(a, trans) @ x[::-1]
    blas[f"scipy_cblas_{kind}gemv64_"](
        ROWS, trans, size(4), size(6), given(1, kind), address(a), size(6), address(x), size(-1),
        given(0, kind), address(y), size(1),
    )  # fmt: skip
    assert np.allclose(y, expected, atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_product_of_a_matrix_with_itself_fills_one_triangle(blas, kind: str) -> None:
    a, c = matrix(3, 5, kind, 1), np.zeros((3, 3), KINDS[kind])
    blas[f"scipy_cblas_{kind}syrk64_"](
        ROWS, UPPER, UNCHANGED, size(3), size(5), given(1, kind), address(a), size(5), given(0, kind),
        address(c), size(3),
    )  # fmt: skip
    assert np.allclose(c, np.triu(a @ a.T), atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_sums_of_vectors(blas, kind: str) -> None:
    x, y = matrix(1, 6, kind, 1)[0], matrix(1, 6, kind, 2)[0]
    expected = y + 2 * x
    blas[f"scipy_cblas_{kind}axpy64_"](
        size(6), given(2, kind), address(x), size(1), address(y), size(1)
    )
    assert np.allclose(y, expected, atol=1e-5)


@pytest.mark.parametrize("kind", KINDS)
def test_products_of_vectors(blas, kind: str) -> None:
    x, y = matrix(1, 6, kind, 1)[0], matrix(1, 6, kind, 2)[0]
    if kind in "sd":
        dot = blas[f"scipy_cblas_{kind}dot64_"]
        dot.restype = ctypes.c_float if kind == "s" else ctypes.c_double
        assert np.isclose(dot(size(6), address(x), size(1), address(y), size(1)), x @ y, atol=1e-5)
        return
    for name, first in (("dotu", x), ("dotc", x.conj())):
        sum_ = np.zeros(1, KINDS[kind])
        blas[f"scipy_cblas_{kind}{name}_sub64_"](
            size(6), address(x), size(1), address(y), size(1), address(sum_)
        )
        assert np.isclose(sum_[0], first @ y, atol=1e-5)


def test_program_does_no_linear_algebra() -> None:
    asked = re.compile(r"np\.(linalg|dot|matmul|vdot|inner|einsum|tensordot)|numpy\.linalg")
    places = [
        path
        for path in (ROOT / "src").rglob("*.py")
        if asked.search(path.read_text(encoding="utf-8"))
    ]
    assert not places
