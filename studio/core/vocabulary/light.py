"""Time of day and weather, in a slugline or in the action."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table

TIMES = table(
    Kind.TIME,
    """
    dawn = Dawn: sunrise, daybreak, first light, early morning, break of day
    day = Day: morning, noon, midday, afternoon, daylight, daytime, sunshine, sunlight, sunny, lunchtime
    dusk = Dusk: sunset, evening, twilight, golden hour, magic hour, nightfall, late afternoon, sundown, gloaming
    night = Night: midnight, moonlight, moonlit, moon, starlight, starry, dark, darkness, nighttime
    """,
)

WEATHERS = table(
    Kind.WEATHER,
    """
    clear = Clear: cloudless, fine weather
    fog = Fog: mist, haze, foggy, misty, hazy, smoke, smoky, overcast
    rain = Rain: storm, drizzle, downpour, rainy, stormy, thunderstorm, raining, wet, shower of rain, rainstorm
    snow = Snow: blizzard, snowfall, snowy, snowstorm, winter, snowing, frost, frosty, snowbound
    """,
)
