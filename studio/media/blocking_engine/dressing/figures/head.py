"""The head: skull, jaw, brow, nose, sockets, lips and ears in one soft form, and the hair or hat on it."""

from __future__ import annotations

from enum import StrEnum

import numpy as np

from studio.media.blocking_engine.dressing.fields import ball, carved, egg, kept, limb, melted
from studio.media.blocking_engine.dressing.vectors import vec
from studio.media.blocking_engine.mesh import FloatArray

# Head space: 1 is chin to crown, the chin at y 0, the ears at z 0, the face toward +z.
SKULL_CENTRE, SKULL_RADII = (0.0, 0.635, -0.055), (0.318, 0.365, 0.405)


class Hair(StrEnum):
    """What covers a head."""

    SHORT = "short"
    BUN = "bun"
    BOB = "bob"
    LONG = "long"
    BEANIE = "beanie"
    CAP = "cap"
    HOOD = "hood"
    THIN = "thin"


def face(points: FloatArray) -> FloatArray:
    """Head and neck without hair; the neck runs down far enough to end inside a collar."""
    mirrored = points * vec([0, 1, 1]) + np.abs(points) * vec([1, 0, 0])
    form = egg(points, SKULL_CENTRE, SKULL_RADII)
    form = melted(form, egg(points, (0, 0.36, 0.10), (0.262, 0.32, 0.282)), 0.14)
    form = melted(form, limb(points, (0, 0.24, 0.20), (0, 0.085, 0.245), 0.15, 0.088), 0.10)
    form = melted(form, limb(mirrored, (0.17, 0.27, -0.02), (0.055, 0.09, 0.225), 0.10, 0.07), 0.09)
    form = melted(form, ball(mirrored, (0.165, 0.405, 0.215), 0.105), 0.10)
    form = melted(form, egg(points, (0, 0.255, 0.205), (0.145, 0.135, 0.148)), 0.09)
    form = carved(form, egg(mirrored, (0.135, 0.50, 0.405), (0.10, 0.068, 0.088)), 0.075)
    form = melted(form, limb(mirrored, (0.03, 0.588, 0.338), (0.19, 0.578, 0.262), 0.028, 0.022), 0.075)
    form = melted(form, egg(mirrored, (0.132, 0.502, 0.272), (0.064, 0.05, 0.052)), 0.03)
    form = melted(form, limb(points, (0, 0.575, 0.335), (0, 0.395, 0.438), 0.026, 0.042), 0.055)
    form = melted(form, ball(mirrored, (0.042, 0.372, 0.392), 0.030), 0.03)
    form = melted(form, egg(points, (0, 0.270, 0.364), (0.094, 0.025, 0.034)), 0.024)
    form = melted(form, egg(points, (0, 0.212, 0.358), (0.082, 0.027, 0.036)), 0.024)
    form = melted(form, egg(mirrored, (0.318, 0.46, -0.03), (0.034, 0.105, 0.062)), 0.025)
    return melted(form, limb(points, (0, 0.30, -0.10), (0, -0.42, -0.17), 0.215, 0.262), 0.10)


def hair(points: FloatArray, style: Hair) -> FloatArray:
    """The form that covers the head, open around the face."""
    if style is Hair.BEANIE:
        return _beanie(points)
    if style is Hair.CAP:
        return _cap(points)
    thick = {Hair.SHORT: 0.042, Hair.THIN: 0.024, Hair.BOB: 0.055, Hair.LONG: 0.055, Hair.HOOD: 0.10}.get(style, 0.044)
    shell = egg(points, SKULL_CENTRE, np.asarray(SKULL_RADII) + thick)
    nape = 0.20
    if style in (Hair.BOB, Hair.LONG, Hair.HOOD):
        fall = {Hair.BOB: 0.14, Hair.LONG: -0.30, Hair.HOOD: -0.12}[style]
        shell = melted(shell, limb(points, (0, 0.50, -0.16), (0, fall, -0.20), 0.33 + thick * 0.4, 0.27), 0.12)
        lock = np.abs(points) * vec([1, 0, 0]) + points * vec([0, 1, 1])
        shell = melted(shell, limb(lock, (0.27, 0.60, -0.10), (0.24, fall + 0.12, -0.12), 0.115, 0.09), 0.10)
        nape = fall - 0.15
    else:
        shell = melted(shell, egg(points, (0, 0.36, -0.22), (0.255 + thick, 0.26, 0.215 + thick)), 0.08)
    hairline = {Hair.SHORT: 0.80, Hair.THIN: 0.92, Hair.HOOD: 0.84}.get(style, 0.82)
    opening = egg(points, (0, hairline - 0.49, 0.43), (0.285, 0.50, 0.36))
    shell = carved(shell, opening, 0.055)
    if style in (Hair.SHORT, Hair.THIN, Hair.BUN):
        shell = carved(
            shell,
            egg(
                np.abs(points) * vec([1, 1, 0]) + points * vec([0, 0, 1]),
                (0.34, 0.38, 0.02),
                (0.14, 0.17, 0.10),
            ),
            0.03,
        )
    shell = kept(shell, np.float32(nape) - points[:, 1] + 0.35 * (points[:, 2] + 0.3), 0.04)
    if style is Hair.BUN:
        shell = melted(shell, ball(points, (0, 0.80, -0.47), 0.135), 0.05)
    return shell


def _beanie(points: FloatArray) -> FloatArray:
    crown = egg(points, (0, 0.66, -0.055), (0.355, 0.40, 0.44))
    edge = np.float32(0.70) - points[:, 1] + 0.30 * points[:, 2]
    cuff = egg(points, (0, 0.66, -0.055), (0.385, 0.42, 0.47))
    band = np.maximum(edge, -edge - 0.13)
    back = egg(points, (0, 0.45, -0.18), (0.285, 0.28, 0.26))
    back = kept(carved(back, egg(points, (0, 0.3, 0.43), (0.30, 0.5, 0.44)), 0.03), 0.22 - points[:, 1], 0.04)
    return melted(melted(kept(crown, edge, 0.05), kept(cuff, band, 0.04), 0.02), back, 0.02)


def _cap(points: FloatArray) -> FloatArray:
    crown = egg(points, (0, 0.80, 0.0), (0.395, 0.205, 0.49))
    crown = kept(crown, np.float32(0.745) - points[:, 1] + 0.10 * points[:, 2], 0.05)
    brim = egg(points, (0, 0.715, 0.33), (0.27, 0.032, 0.24))
    back = egg(points, (0, 0.60, -0.10), (0.338, 0.36, 0.395))
    back = carved(back, egg(points, (0, 0.3, 0.40), (0.30, 0.62, 0.42)), 0.03)
    back = kept(back, 0.26 - points[:, 1] + 0.35 * (points[:, 2] + 0.3), 0.04)
    return melted(melted(crown, brim, 0.04), back, 0.02)
