"""People, and first names whose bearers are women or men."""

from __future__ import annotations

from studio.core.vocabulary.entry import Kind, table, words

FIGURES = table(
    Kind.FIGURE,
    """
    man: guy, gentleman, husband, father, dad, brother, son, uncle, sailor, fisherman, soldier, policeman, cop, \
    officer, guard, \
 worker, farmer, driver, waiter, barman, bartender, priest, king, captain, keeper, boss, detective, thief, \
    butcher, postman, fellow, businessman, \
    boxer, blacksmith, carpenter, monk, cowboy, fireman, lighthouse keeper
    woman: lady, wife, mother, mom, mum, sister, daughter, aunt, nurse, waitress, actress, policewoman, queen, \
    bride, widow, \
 girlfriend, businesswoman, witch, barmaid, nun, ballerina, barista, hostess
    boy: lad, schoolboy
    girl: schoolgirl
    child: kid, toddler
    baby: infant, newborn
    teenager: teen, youth, student, pupil
    old man: elderly man, grandfather, grandpa, old fisherman, old sailor
    old woman: elderly woman, old lady, grandmother, grandma, granny
    person: figure, stranger, someone, somebody, friend, passenger, passer-by, customer, guest, patient, doctor, \
    teacher, neighbour, \
 neighbor, neighborhood kid, hero, heroine, rider, runner, walker, traveller, traveler, colleague, partner, \
    villager, dancer, artist, \
 scientist, astronaut, pilot, chef, cook, musician, singer, assistant, clerk, lawyer, judge, lover, enemy, human, \
    character, cyclist, hiker, \
 refugee, athlete, gardener, inventor, prisoner, reporter, photographer, swimmer, player, tourist, lookalike
    crowd: audience, mob, onlooker, bystander, family, group, gang, army, queue, congregation, procession
    """,
)

WOMEN = words(
    """
    ada agnes alice alma amy ana anna anne astrid barbara beth carla carmen cate chloe clara claire diana dora
    edith elena eleanor elin elise eliza elizabeth ella ellen emily emma erin esther eva eve fatima fiona freya
    grace greta hanna hannah harriet hazel helen helga holly ida ines ingrid irene iris isabel jane jean jenny
    jo joan judith julia june karen kate katherine kim lara laura lea lena leila lily linda lisa liv lola lotte
    louise lucy lydia mae maggie maren margaret maria marie marta martha mary maya mei mia mira miriam molly
    mona nadia naomi nell nina nora olga olive olivia paula rachel rita rosa rose ruth sally sara sarah signe
    sigrid sofia sonja sophie stella susan sylvia tess tilda vera victoria yuki zoe
    """
)
MEN = words(
    """
    adam ahmed alan albert alec alex anders anton arthur axel ben bill bjorn bob boris brian carl carlos charles
    charlie chris daniel dave david dean diego dylan ed eddie edgar edward einar elias emil eric erik ernst
    felix finn frank fred gabriel george gustav hans harald harry henrik henry hugo ian igor ivan jack jacob
    jakob james jan jim joe joel john johan jonas joseph juan karl kenji knut lars leo leon lewis liam louis
    lucas luke magnus marc marco mark martin mateo matt max michael miguel mike milo nick nils noah olaf ole
    oliver omar oscar otto owen pablo patrick paul pedro per peter philip ralph ray richard robert rolf roman
    ryan sam samuel sean sebastian simon stefan stephen sven theo thomas tim tom tomas tommy tony victor viktor
    walter will william yusuf
    """
)


def body_of(name: str) -> str:
    """`woman` or `man` for a cast member's name, the same in every shot; else guessed by its ending."""
    first = name.casefold().split()[0] if name.split() else ""
    if first in WOMEN:
        return "woman"
    if first in MEN:
        return "man"
    return "woman" if first.endswith(("a", "ah", "ie", "ine", "elle", "ette", "y", "is")) else "man"
