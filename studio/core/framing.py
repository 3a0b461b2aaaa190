"""Where film custom cuts the frame: which part of a standing subject each size shows."""

from __future__ import annotations

from dataclasses import dataclass

from studio.core.camera import Size


@dataclass(frozen=True, slots=True)
class Cut:
    """The frame's lower and upper edge as shares of the subject's standing height above its feet (0 feet, 1 crown)."""

    bottom: float
    top: float

    @property
    def share(self) -> float:
        """What share of the frame's height the subject's whole standing height takes (over 1 when the
        frame cuts it).
        """
        return 1 / (self.top - self.bottom)


CUTS = {
    Size.EWS: Cut(-2.05, 4.20),
    Size.WS: Cut(-0.62, 1.76),
    Size.FS: Cut(-0.13, 1.15),
    Size.MLS: Cut(0.26, 1.09),
    Size.MS: Cut(0.55, 1.06),
    Size.MCU: Cut(0.70, 1.045),
    Size.CU: Cut(0.785, 1.03),
    Size.ECU: Cut(0.862, 0.966),
    Size.INSERT: Cut(0.46, 0.69),
}
"""EWS a sixth of the frame, feet a third up · WS 0.42 · FS 0.78, air at feet and head · MLS knees · MS waist · MCU
chest · CU shoulders · ECU chin to brow · Insert the hands.
"""

FACE = 0.93
"""Middle of a standing figure's face, as a share of its height."""
