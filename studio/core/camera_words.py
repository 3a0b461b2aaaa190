"""The camera in words, as a card shows it."""

from __future__ import annotations

from studio.core.camera import Angle, Camera

# Abbreviations keep their capitals.
_ANGLES = {Angle.OTS: "OTS", Angle.POV: "POV"}


def camera_line(effective: Camera) -> str:
    """`EWS · eye · 27 mm · push in`: size, angle, lens and move, those that are known."""
    words = (
        effective.size.value if effective.size else "",
        _ANGLES.get(effective.angle, effective.angle.value.lower()) if effective.angle else "",
        f"{effective.lens_mm:.4g} mm" if effective.lens_mm else "",
        effective.move.value.lower() if effective.move else "",
    )
    return " · ".join(word for word in words if word)
