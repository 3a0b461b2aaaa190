"""Words that carry no picture of their own: never staged, never listed as unread."""

from __future__ import annotations

from studio.core.vocabulary.entry import words

STOP = words(
    """
    a an the this that these those such same other another each every either neither both all any some no none
    not only just and or but nor so yet as if then than when while where who whom whose which what why how
    because until since though although unless of in on at to from by for with without within into onto upon
    over under above below between among through across along around about against behind before after beside
    besides beyond near next toward towards off out up down away back inside outside past per via ahead apart
    together opposite amid amidst atop aboard during despite like is are was were be been being am do does did
    doing done has have had having will would shall should can could may might must there here now again once
    ever never always still already soon later meanwhile suddenly slowly also too very quite rather almost even
    perhaps maybe more most less least much many few several first last one's own else instead ago yes oh ok
    okay left right front side end edge top bottom middle centre center corner far deep way part bit kind sort
    lot thing things something nothing anything everything moment moments time second seconds minute minutes
    hour hours today tonight tomorrow yesterday continuous begin begins start starts started starting keep keeps
    kept seem seems let lets get gets got getting make makes made making try tries int ext est i/e intercut
    cont'd contd fade cut dissolve camera shot frame angle view scene screen background foreground distance sky
    horizon air ground floor light world place line shadow shadows sound silence noise voice name word words
    couple pair dozen set sets young old new big small little large tall long short s t shoulder shoulders head
    body arm arms leg legs foot feet heads bodies em'd hers ones yet onto
    """
)

PRONOUNS = words(
    """
    i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our
    ours ourselves they them their theirs themselves
    """
)
HER = frozenset({"she", "her", "hers", "herself"})
HIM = frozenset({"he", "him", "his", "himself"})
THEM = frozenset({"they", "them", "their", "theirs", "themselves", "we", "us", "our"})

COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
    "couple": 2,
    "pair": 2,
    "both": 2,
    "several": 4,
    "some": 3,
    "few": 3,
    "many": 6,
    "dozens": 16,
    "twenty": 20,
    "hundred": 24,
    "hundreds": 24,
}
