"""The prompt of a shot: the project's style, the camera, the hour and the action, in that order, as one text."""

from __future__ import annotations

from studio.core.camera import Angle, Camera, Move, Size, TimeOfDay, Weather

SIZE_WORDS = {
    Size.EWS: "Extreme wide shot",
    Size.WS: "Wide shot",
    Size.FS: "Full shot",
    Size.MLS: "Medium long shot",
    Size.MS: "Medium shot",
    Size.MCU: "Medium close-up",
    Size.CU: "Close-up",
    Size.ECU: "Extreme close-up",
    Size.INSERT: "Insert shot",
}
ANGLE_WORDS = {
    Angle.LOW: "low angle",
    Angle.EYE: "eye level",
    Angle.HIGH: "high angle",
    Angle.OVERHEAD: "from directly overhead",
    Angle.DUTCH: "Dutch angle",
    Angle.OTS: "over the shoulder",
    Angle.POV: "point of view",
}
MOVE_WORDS = {
    Move.STATIC: "static camera",
    Move.PAN: "slow pan",
    Move.TILT: "slow tilt",
    Move.PUSH_IN: "slow push in",
    Move.PULL_OUT: "slow pull out",
    Move.TRUCK: "trucking sideways",
    Move.PEDESTAL: "pedestal up",
    Move.CRANE: "crane up",
    Move.ORBIT: "orbiting the subject",
    Move.HANDHELD: "handheld",
    Move.ZOOM: "slow zoom in",
    Move.DOLLY_ZOOM: "dolly zoom",
}
HOUR_WORDS = {
    TimeOfDay.DAWN: "Dawn",
    TimeOfDay.DAY: "Day",
    TimeOfDay.DUSK: "Dusk",
    TimeOfDay.NIGHT: "Night",
}
WEATHER_WORDS = {Weather.FOG: "fog", Weather.RAIN: "rain", Weather.SNOW: "snow"}


def camera_sentence(camera: Camera) -> str:
    """The camera as a prompt says it: `Wide shot, eye level, 27 mm, slow push in.`; "" when nothing is known."""
    parts = [
        SIZE_WORDS[camera.size] if camera.size else "",
        ANGLE_WORDS[camera.angle] if camera.angle else "",
        f"{camera.lens_mm:g} mm" if camera.lens_mm else "",
        MOVE_WORDS[camera.move] if camera.move else "",
    ]
    return ", ".join(part for part in parts if part) + "." if any(parts) else ""


def compose_prompt(
    *, style: str, camera: Camera, time_of_day: TimeOfDay | None, weather: Weather | None, slugline: str, action: str
) -> str:
    """The whole prompt. Empty parts are left out; the action is kept word for word."""
    hour = ", ".join(
        part
        for part in (HOUR_WORDS[time_of_day] if time_of_day else "", WEATHER_WORDS.get(weather, "") if weather else "")
        if part
    )
    sentences = (style.strip(), camera_sentence(camera), f"{hour}." if hour else "", slugline.strip(), action.strip())
    return " ".join(part if part.endswith((".", "!", "?")) else f"{part}." for part in sentences if part)
