"""How the engine's inner loops become machine code: compiled once, kept on disk where a folder for
it can be written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Function = TypeVar("Function", bound=Callable[..., object])


def kernel(function: Function) -> Function:
    """`function` compiled without the interpreter lock, cached beside its file, else in the user's cache folder.

    numba looks only at the file of the kernel itself to see whether a cached one is stale, so helpers that a kernel
    calls
    live in the kernel's own file. Where no folder can be written the code is compiled anew by every process.
    """
    try:
        compiled = njit(cache=True, nogil=True, fastmath=True, error_model="numpy")(function)
    except RuntimeError:
        compiled = njit(nogil=True, fastmath=True, error_model="numpy")(function)
    return cast("Function", compiled)


def step(function: Function) -> Function:
    """`function` as a part of the kernels that call it, written out in each, for inner loops that a call would slow."""
    return cast("Function", njit(inline="always", fastmath=True, error_model="numpy")(function))
