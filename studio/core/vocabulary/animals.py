"""Animals that walk, fly and swim over a stage."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table

ANIMALS = table(
    Kind.ANIMAL,
    """
    dog: puppy, hound, mutt, terrier
    cat: kitten, tomcat
    horse: pony, mare, stallion, foal
    cow: bull, ox, cattle
    deer: stag, doe, reindeer, elk, moose
    sheep: lamb, ram, ewe
    goat: kid goat
    pig: hog, boar
    wolf: coyote
    fox: vixen
    bear: grizzly
    rabbit: hare, bunny
    lion: lioness, tiger, panther
    bird: sparrow, pigeon, dove, robin, eagle, hawk, owl
    gull: seagull, albatross
    crow: raven, blackbird
    duck: goose, swan
    hen: chicken, rooster, cockerel
    """,
)
