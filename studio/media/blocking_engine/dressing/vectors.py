"""Small vectors as the meshes hold them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from studio.media.blocking_engine.mesh import FloatArray


def vec(values: Sequence[float]) -> FloatArray:
    """A float32 vector."""
    return np.asarray(values, np.float32)
