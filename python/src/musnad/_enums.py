"""The enums of the contract.

Every member is also a string, the contract's name without its prefix: ``EventType.ASSAULT == "ASSAULT"``.

Generated from proto/musnad/v1 by scripts/generate_proto.py; do not edit.
"""

import sys

if sys.version_info >= (3, 11):
    from enum import StrEnum
else:
    from enum import Enum

    class StrEnum(str, Enum):
        """What the standard library has from 3.11 on."""

        __str__ = str.__str__


__all__ = [
    "ArgumentRole",
    "Calendar",
    "EntityType",
    "EventContext",
    "EventMode",
    "EventStatus",
    "EventType",
    "Layer",
    "MentionForm",
    "NumberKind",
    "PlaceResolution",
    "QuadClass",
    "QuantityKind",
    "Quotation",
    "SectionKind",
    "SourceKind",
    "Stance",
    "TimeKind",
    "TimeModifier",
    "WarningCode",
]


class SectionKind(StrEnum):
    """What part of an article a section is."""

    TITLE = "TITLE"
    """The first line, where it is a headline."""

    DATELINE = "DATELINE"
    """Place, day and agency before the first sentence: «هراري 15-7 (اف ب) -»."""

    HEADING = "HEADING"
    """A line between paragraphs that heads what follows."""

    PARAGRAPH = "PARAGRAPH"

    CREDITS = "CREDITS"
    """The line that names where the article comes from: «المصدر : الجزيرة + وكالات»."""


class EntityType(StrEnum):
    """What kind of thing a name names. See docs/ontology.md for the borders."""

    PERSON = "PERSON"
    """A person, without titles."""

    ORGANIZATION = "ORGANIZATION"
    """Government, ministry, army, armed group, party, company, media outlet, mission, court."""

    GEOPOLITICAL = "GEOPOLITICAL"
    """Country, province, city, town, village, camp."""

    LOCATION = "LOCATION"
    """Continent, sea, river, mountain, named region."""

    FACILITY = "FACILITY"
    """Air base, airport, port, crossing, road, square, building, field."""

    MISCELLANEOUS = "MISCELLANEOUS"
    """Named agreement, conference, operation, law, weapon model."""


class MentionForm(StrEnum):
    """How a mention refers."""

    NAME = "NAME"
    """By a proper name: «خليفة حفتر»."""

    NOMINAL = "NOMINAL"
    """By a common noun: «البعثة», «مصدر عسكري»."""

    PRONOUN = "PRONOUN"
    """By a pronoun: «هو», «-ها»."""


class PlaceResolution(StrEnum):
    """How finely a place is known."""

    COUNTRY = "COUNTRY"

    PROVINCE = "PROVINCE"
    """Province, governorate, state; also a region that is no division, such as Darfur."""

    DISTRICT = "DISTRICT"

    TOWN = "TOWN"
    """City, town, village, camp."""

    SITE = "SITE"
    """Airport, crossing, building."""

    AREA = "AREA"
    """Sea, river, mountains, continent."""

    OFFSET = "OFFSET"
    """Worked out from a distance and a direction: «450 كيلومترا شرق طرابلس»."""


class TimeKind(StrEnum):
    """The TIMEX3 kinds."""

    DATE = "DATE"
    """A day or any longer stretch of the calendar."""

    TIME = "TIME"
    """A time of the day."""

    DURATION = "DURATION"
    """A length of time."""

    SET = "SET"
    """A recurrence."""


class TimeModifier(StrEnum):
    """The TIMEX3 modifiers."""

    BEFORE = "BEFORE"

    AFTER = "AFTER"

    ON_OR_BEFORE = "ON_OR_BEFORE"

    ON_OR_AFTER = "ON_OR_AFTER"

    LESS_THAN = "LESS_THAN"

    MORE_THAN = "MORE_THAN"

    EQUAL_OR_LESS = "EQUAL_OR_LESS"

    EQUAL_OR_MORE = "EQUAL_OR_MORE"

    START = "START"

    MID = "MID"

    END = "END"

    APPROX = "APPROX"


class Calendar(StrEnum):
    """The calendar in which an expression is written; days are always given in the Gregorian one."""

    GREGORIAN = "GREGORIAN"

    HIJRI = "HIJRI"
    """Umm al-Qura."""


class EventType(StrEnum):
    """The event types of the PLOVER ontology."""

    AGREE = "AGREE"
    """Promise, offer or signal willingness to cooperate; any future-tense CONSULT/SUPPORT/COOPERATE/AID is
    coded here (future RETREAT/CONCEDE are not).
    """

    CONSULT = "CONSULT"
    """Meetings, visits, calls, talks and negotiations that take place. Symmetric meetings list all parties
    as actor; visitor=actor and host=recipient where that is clear.
    """

    SUPPORT = "SUPPORT"
    """Verbal, diplomatic, non-material backing: praise, endorsement, recognition, opening ties, signing or
    ratifying an agreement.
    """

    CONCEDE = "CONCEDE"
    """Verbal concessions without immediate material effect: promising to ease restrictions, declaring (not
    implementing) a ceasefire or withdrawal, pardons, apologies, dropping a demand.
    """

    COOPERATE = "COOPERATE"
    """Mutual material exchange that benefits both sides: trade, joint exercises, judicial cooperation,
    intelligence sharing.
    """

    AID = "AID"
    """Material help that mainly benefits the recipient: money, arms, humanitarian relief, asylum, debt
    forgiveness, hostage rescue, disaster-relief deployment.
    """

    RETREAT = "RETREAT"
    """Material yielding: withdrawing, releasing captives, returning property, admitting observers or aid,
    disarming, observing a ceasefire, resigning.
    """

    REQUEST = "REQUEST"
    """Verbal requests, demands and orders, weaker than threats. (Calls by a conflict party to end that
    conflict are AGREE; demands made by demonstrating are PROTEST.)
    """

    ACCUSE = "ACCUSE"
    """Criticise, condemn, complain, allege, charge, sue or investigate."""

    REJECT = "REJECT"
    """Refuse or turn down; bar a group from entering; cancel a meeting."""

    THREATEN = "THREATEN"
    """Threats and forceful warnings; mode is the content of the threat. In-absentia arrest warrants are
    THREATEN/arrest.
    """

    PROTEST = "PROTEST"
    """Civilian demonstrations and other physical collective action against a recipient."""

    SANCTION = "SANCTION"
    """Reduce existing, routine or cooperative relations (wider than formal sanctions). Causing people to
    flee is SANCTION/expel with the causing party as actor.
    """

    MOBILIZE = "MOBILIZE"
    """Military or police moves short of force, incl. single-country exercises. Not coded separately when
    part of an ASSAULT.
    """

    COERCE = "COERCE"
    """Repression, limits on rights, coercive power short of violence."""

    ASSAULT = "ASSAULT"
    """Deliberate acts able to cause substantial physical harm. Two-sided fighting: all parties in actor
    (unless side A/B can be told apart: extra mode sideAB). One-sided: perpetrator=actor,
    victim=recipient. Captured combatants are ASSAULT/abduct.
    """


class EventMode(StrEnum):
    """The modes of the PLOVER ontology. A mode refines the type named in its comment; modes with one name under several
    types share a value.
    """

    VISIT = "VISIT"
    """CONSULT: actor travels to recipient, who hosts."""

    THIRD_PARTY = "THIRD_PARTY"
    """CONSULT: a third party hosts."""

    MULTILATERAL = "MULTILATERAL"
    """CONSULT: within an alliance, IGO or other multilateral setting."""

    PHONE = "PHONE"
    """CONSULT: by phone or other remote medium."""

    WITHDRAW = "WITHDRAW"
    """RETREAT: leave territory or pull forces out.
    SANCTION: withdraw oneself or non-military resources from a body, mediation or country.
    """

    RELEASE = "RELEASE"
    """RETREAT: free captives."""

    DISARM = "DISARM"
    """RETREAT: give up weapons."""

    CEASEFIRE = "CEASEFIRE"
    """RETREAT: put a ceasefire into effect."""

    ACCESS = "ACCESS"
    """RETREAT: let a third party in (observers, peacekeepers, aid workers)."""

    RESIGN = "RESIGN"
    """RETREAT: an official resigns."""

    ASSIST = "ASSIST"
    """REQUEST: asks for exchange, relations or assistance.
    REJECT: refuses exchange, relations or assistance.
    """

    CHANGE = "CHANGE"
    """REQUEST: asks for a change of policy, government, officials or institutions.
    REJECT: refuses a change of policy, government or institutions.
    """

    YIELD = "YIELD"
    """REQUEST: asks for release of prisoners, end of sanctions, easing of curfew/boycott, ceasefire.
    REJECT: refuses a release, ceasefire, easing of sanctions/curfew.
    """

    MEET = "MEET"
    """REQUEST: asks for a meeting or talks.
    REJECT: refuses to meet or negotiate.
    """

    DISAPPROVE = "DISAPPROVE"
    """ACCUSE: express disapproval, condemn, complain."""

    INVESTIGATE = "INVESTIGATE"
    """ACCUSE: any inquiry, judicial or political."""

    ALLEGE = "ALLEGE"
    """ACCUSE: accuse formally or informally; sue, indict, bring to trial."""

    RESTRICT = "RESTRICT"
    """THREATEN: restrict movement of people or goods, ban political activity.
    COERCE: restrict political freedom or movement, cordon off, ban from political life.
    """

    ARREST = "ARREST"
    """THREATEN: arrest, detain, imprison.
    COERCE: arrest or detain.
    """

    RELATIONS = "RELATIONS"
    """THREATEN: suspend relations or talks."""

    EXPEL = "EXPEL"
    """THREATEN: expel diplomats, peacekeepers, NGOs.
    SANCTION: expel an entity from a group, party or country (not individual deportation).
    """

    TERRITORY = "TERRITORY"
    """THREATEN: occupy or seize territory."""

    VIOLENCE = "VIOLENCE"
    """THREATEN: use violence."""

    DEMO = "DEMO"
    """PROTEST: organised, mostly peaceful demonstration."""

    RIOT = "RIOT"
    """PROTEST: violent collective action meant to hurt people or damage property."""

    STRIKE = "STRIKE"
    """PROTEST: workers leave their work."""

    HUNGER = "HUNGER"
    """PROTEST: hunger strike."""

    BOYCOTT = "BOYCOTT"
    """PROTEST: withdraw commercial or social relations."""

    OBSTRUCT = "OBSTRUCT"
    """PROTEST: block passage or access."""

    VANDALIZE = "VANDALIZE"
    """PROTEST: symbolic damage to property."""

    CONVICT = "CONVICT"
    """SANCTION: found guilty, liable or unconstitutional by a court."""

    DISCONTINUE = "DISCONTINUE"
    """SANCTION: cut or end diplomatic, commercial or material exchange, incl. international sanctions."""

    TROOPS = "TROOPS"
    """MOBILIZE: mobilise armed personnel or units."""

    WEAPONS = "WEAPONS"
    """MOBILIZE: raise readiness of, or move, weapon systems, ships, vehicles."""

    POLICE = "POLICE"
    """MOBILIZE: mobilise police or security units."""

    MILITIA = "MILITIA"
    """MOBILIZE: mobilise a non-state armed body."""

    SEIZE = "SEIZE"
    """COERCE: search, raid, confiscate."""

    CENSOR = "CENSOR"
    """COERCE: ban or limit publications or information."""

    CURFEW = "CURFEW"
    """COERCE: impose curfew."""

    MARTIAL_LAW = "MARTIAL_LAW"
    """COERCE: impose emergency or martial law."""

    DEPORT = "DEPORT"
    """COERCE: deport individuals."""

    WITHHOLD = "WITHHOLD"
    """COERCE: cut off power, water, internet, food, medicine."""

    MISINFORMATION = "MISINFORMATION"
    """COERCE: deception or influence operation; adds context misinformation."""

    CYBER = "CYBER"
    """COERCE: cyber attack or cyber crime; adds context cyber."""

    ABDUCT = "ABDUCT"
    """ASSAULT: kidnap, hijack, capture combatants."""

    BEAT = "BEAT"
    """ASSAULT: strike by hand or blunt instrument; also vague 'assaulted'."""

    TORTURE = "TORTURE"
    """ASSAULT: torture."""

    SEXUAL = "SEXUAL"
    """ASSAULT: sexual violence."""

    TARGETED = "TARGETED"
    """ASSAULT: assassination, execution, deliberate mass killing of the defenceless; attempts included."""

    DESTROY = "DESTROY"
    """ASSAULT: intentional destruction of property."""

    PRIMITIVE = "PRIMITIVE"
    """ASSAULT: fire, blades, rocks, farm tools."""

    FIREARMS = "FIREARMS"
    """ASSAULT: rifles, pistols, light machine guns."""

    EXPLOSIVES = "EXPLOSIVES"
    """ASSAULT: mines, IEDs, car bombs."""

    SUICIDE_ATTACK = "SUICIDE_ATTACK"
    """ASSAULT: person- or vehicle-borne suicide attack."""

    AERIAL = "AERIAL"
    """ASSAULT: manned aircraft."""

    DRONE = "DRONE"
    """ASSAULT: unmanned aircraft."""

    HEAVY_WEAPONS = "HEAVY_WEAPONS"
    """ASSAULT: artillery, rockets, armour."""

    CROWD_CONTROL = "CROWD_CONTROL"
    """ASSAULT: tear gas, water cannon, shots in the air."""

    UNCONVENTIONAL = "UNCONVENTIONAL"
    """ASSAULT: chemical, biological, radiological, nuclear."""

    SIDE_AB = "SIDE_AB"
    """ASSAULT: structural flag: Correlates-of-War style side A vs side B; named in the prose, not in the
    mode table.
    """


class EventContext(StrEnum):
    """The contexts of the PLOVER ontology: what an event is about, beside what it is."""

    MILITARY = "MILITARY"
    """state armed forces only"""

    INTELLIGENCE = "INTELLIGENCE"
    """state intelligence gathering and agencies"""

    EXECUTIVE = "EXECUTIVE"
    """executive branch, heads of state, cabinets, bureaucracy"""

    LEGISLATIVE = "LEGISLATIVE"
    """parliament and law making"""

    ELECTION = "ELECTION"
    """elections and campaigns"""

    POLITICAL_INSTITUTIONS = "POLITICAL_INSTITUTIONS"
    """non-routine change in or between formal political bodies and parties"""

    PRO_DEMOCRACY = "PRO_DEMOCRACY"
    """moves towards democracy"""

    PRO_AUTOCRACY = "PRO_AUTOCRACY"
    """moves towards autocracy, coups included"""

    ECONOMIC = "ECONOMIC"
    """trade, finance, macro-economy; not single-company news"""

    LEGAL = "LEGAL"
    """courts and national or international law"""

    REPARATIONS = "REPARATIONS"
    """compensation for past harm"""

    HUMAN_RIGHTS = "HUMAN_RIGHTS"
    """human rights in general, unspecified"""

    RIGHTS_FREEDOMS = "RIGHTS_FREEDOMS"
    """specific political rights, civil liberties, press freedom"""

    REPRESSION = "REPRESSION"
    """force by security forces against people or groups, not against rebels"""

    HUMAN_SECURITY = "HUMAN_SECURITY"
    """access to water, food, housing, energy, land"""

    GENDER = "GENDER"
    """gender and women's issues"""

    LGBT = "LGBT"
    """LGBTQ issues"""

    RELIGION_ETHNICITY = "RELIGION_ETHNICITY"
    """religious, ethnic, caste, linguistic matters"""

    INEQUALITY = "INEQUALITY"
    """unequal distribution of resources or chances"""

    DIPLOMATIC = "DIPLOMATIC"
    """diplomacy, international or domestic"""

    TERRITORY = "TERRITORY"
    """territorial disputes, autonomy, forced displacement"""

    PEACEKEEPING = "PEACEKEEPING"
    """peacekeeping operations"""

    HEALTH = "HEALTH"
    """public health and disease"""

    ASYLUM = "ASYLUM"
    """seeking or granting asylum"""

    MIGRATION = "MIGRATION"
    """migration, refugees, displaced people"""

    DISASTERS = "DISASTERS"
    """natural disasters and accidents"""

    NATURAL_RESOURCE = "NATURAL_RESOURCE"
    """extraction and trade of natural resources"""

    ENVIRONMENT = "ENVIRONMENT"
    """pollution, environmental policy and protest"""

    TECHNOLOGY = "TECHNOLOGY"
    """technology and high-tech industry"""

    TERRORISM = "TERRORISM"
    """terrorist groups and counter-terrorism"""

    CBRN = "CBRN"
    """chemical, biological, radiological, nuclear weapons"""

    CYBER = "CYBER"
    """cyber attacks and crime"""

    MISINFORMATION = "MISINFORMATION"
    """misinformation and influence operations"""

    CRIME = "CRIME"
    """crime not covered by a more specific context"""

    CORRUPTION = "CORRUPTION"
    """abuse of public office"""

    ILLEGAL_DRUGS = "ILLEGAL_DRUGS"
    """illegal drugs"""

    TRAFFICKING = "TRAFFICKING"
    """trafficking and smuggling"""


class EventStatus(StrEnum):
    """Whether the thing happened, by the words of the text."""

    OCCURRED = "OCCURRED"
    """Has happened or is happening."""

    PLANNED = "PLANNED"
    """Announced for the future."""

    DEMANDED = "DEMANDED"
    """Somebody calls for it."""

    POSSIBLE = "POSSIBLE"
    """Feared, conditional, or alleged as an intention."""

    NEGATED = "NEGATED"
    """Said not to have happened."""


class QuadClass(StrEnum):
    """The quad classes of PLOVER."""

    VERBAL_COOPERATION = "VERBAL_COOPERATION"

    MATERIAL_COOPERATION = "MATERIAL_COOPERATION"

    VERBAL_CONFLICT = "VERBAL_CONFLICT"

    MATERIAL_CONFLICT = "MATERIAL_CONFLICT"


class ArgumentRole(StrEnum):
    """What an argument is to its event."""

    ACTOR = "ACTOR"
    """Who does it; of a reciprocal event all parties."""

    RECIPIENT = "RECIPIENT"
    """Who has it done to them."""

    PLACE = "PLACE"

    TIME = "TIME"

    INSTRUMENT = "INSTRUMENT"


class QuantityKind(StrEnum):
    """What is counted or measured."""

    KILLED = "KILLED"

    INJURED = "INJURED"

    MISSING = "MISSING"

    DETAINED = "DETAINED"

    DISPLACED = "DISPLACED"

    PEOPLE = "PEOPLE"
    """People to whom nothing of the above is said to have happened."""

    WEAPONS = "WEAPONS"

    VEHICLES = "VEHICLES"

    DISTANCE_KM = "DISTANCE_KM"
    """Always in kilometres, whatever the text counts in."""

    MONEY = "MONEY"

    PERCENT = "PERCENT"

    COUNT = "COUNT"


class NumberKind(StrEnum):
    """What a number is by itself, whether or not it counts anything."""

    CARDINAL = "CARDINAL"

    ORDINAL = "ORDINAL"

    PERCENT = "PERCENT"

    RANGE = "RANGE"


class SourceKind(StrEnum):
    """What kind of source speaks."""

    NAMED = "NAMED"
    """A named person."""

    UNNAMED = "UNNAMED"
    """«مصدر عسكري», «شهود عيان»."""

    ORGANIZATION = "ORGANIZATION"
    """A named organisation or state that is no medium."""

    MEDIA = "MEDIA"
    """A news outlet, agency or correspondent."""

    DOCUMENT = "DOCUMENT"
    """A report, statement or letter: «التقرير», «البيان»."""


class Stance(StrEnum):
    """What the source does by saying it."""

    ASSERT = "ASSERT"

    DENY = "DENY"

    ACCUSE = "ACCUSE"

    CONDEMN = "CONDEMN"

    WARN = "WARN"

    THREATEN = "THREATEN"

    DEMAND = "DEMAND"

    PROMISE = "PROMISE"

    REJECT = "REJECT"

    SUPPORT = "SUPPORT"

    DOUBT = "DOUBT"

    CONCERN = "CONCERN"


class Quotation(StrEnum):
    """Whose words the content gives."""

    DIRECT = "DIRECT"
    """All of it stands between quotation marks."""

    INDIRECT = "INDIRECT"

    MIXED = "MIXED"
    """Reported speech with quoted parts."""


class Layer(StrEnum):
    """A layer of the extraction that can be asked for."""

    TEXT = "TEXT"
    """Sections and sentences."""

    SYNTAX = "SYNTAX"
    """Tokens with their words. Only returned when asked for."""

    ENTITIES = "ENTITIES"
    """Mentions and entities."""

    TIMES = "TIMES"

    QUANTITIES = "QUANTITIES"

    EVENTS = "EVENTS"

    STATEMENTS = "STATEMENTS"


class WarningCode(StrEnum):
    """What a warning is about."""

    NO_PUBLICATION_DATE = "NO_PUBLICATION_DATE"
    """The text has relative times and there is no publication date."""

    NO_ARABIC = "NO_ARABIC"
    """The text has no Arabic letters, so that nothing can be found."""

    UNBALANCED_QUOTES = "UNBALANCED_QUOTES"
    """A quotation mark was opened and never closed (or the other way round)."""

    LONG_SENTENCE = "LONG_SENTENCE"
    """A sentence is longer than the analysis reads as one; it was read in parts."""

    CONTROL_CHARACTERS = "CONTROL_CHARACTERS"
    """Control characters that do not belong into text (NUL and the like) were passed over."""
