"""What the rules may know of a language: one table for each thing that is read by words.

A language is a `LanguageWords`. A table that it has not got is not read in it, and that is
all: no stage asks which language it is. Expressions are for `re`, in any case of letters;
a blank in them stands for any white space. Cues are written as in `taxonomy/topics.yml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ENACTED, AMENDED, EFFECTIVE = "enacted", "amended", "effective"
"""What can be said to have happened to a text on a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """How a language states the date of a text; all expressions.

    What announces a date is `sure` where it can hardly be said of anything but the text it
    stands in, such as "last updated"; the rest, `other`, needs more around it.
    """

    day_first: bool = True
    """Whether 03/04/2018 is the third of April; English writes both."""

    ordinal: str = ""
    """What may stand right behind the number of a day, such as "th"; a dot always may."""

    of: str = ""
    """What may stand between day and month, or month and year, such as "of"."""

    units: tuple[str, str, str] | None = None
    """What stands behind year, month and day where these are numbers with units: 年, 月, 日."""

    eras: Mapping[str, int] = field(default_factory=dict)
    """Eras that count years anew, with the year before their first."""

    small: str
    """What may stand between the announcing words and the date, such as "on", with weekdays."""

    sure: Mapping[str, str]
    """Announcing words by kind of date."""

    other: Mapping[str, str]
    """The same, of words that announce other dates as well."""

    behind: str | None = None
    """Where the date may go before its word: what may stand between. None where it never does."""

    ours: str = ""
    """Who says that they did it to "this policy", such as "we"."""

    did: Mapping[str, str] = field(default_factory=dict)
    """What they say that they did, by kind of date, such as "updated"."""

    own: str
    """What a text calls itself: "policy", "notice"."""

    this: str
    """What makes it this text and no other: "this", "these"."""

    is_: str
    """What may stand between the text's name and the announcing words: "was", "has been"."""

    and_: str = ""
    """What joins two sentences: "and"."""

    bare: str = ""
    """What may stand before and says nothing of whose date it is: "version", "last"."""

    goes_on: str = ""
    """What may follow the date of which nothing before it says whose it is: "and", "by"."""

    until: str = ""
    """Behind a date: it is the first of a time that has an end, as of an earlier version."""

    until_number: str = ""
    """The same where a number follows: "to", "through"."""

    at: str = ""
    """What may stand between a date and a time of day: "at"."""

    laws: str = ""
    """A date behind one of these words is likely that of a law."""

    earlier: str = ""
    """A date behind or under one of these words is that of another version."""

    records: str = ""
    """A date behind one of these words is that of a thing, or of a text to be read elsewhere."""

    terms: str = ""
    """Words by which terms of use are known: in a privacy policy, their date is another one."""

    cookies: str = ""
    """The same of a text on cookies."""

    privacy: str = ""
    """The same of a text on privacy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """How titles are told apart; all expressions."""

    policy: str
    """What names a policy."""

    matter: str
    """What only speaks of the matter."""

    generic: str
    """What heads any text: "contents", "introduction"."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class NumberWords:
    """Numbers and what is counted, spelt out, in lower case."""

    numbers: Mapping[str, int] = field(default_factory=dict)
    """Up to 99."""

    large: Mapping[str, int] = field(default_factory=dict)
    """Those that multiply what stands before them."""

    units: Mapping[str, str] = field(default_factory=dict)
    """Every form of a unit of time with its English name: "Tage" is "day"."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StatementWords:
    """The words by which a sentence is read, as `text.sentences` parts them."""

    negations: frozenset[str]
    contracted: frozenset[str]
    """What stands before the "t" of "don't"."""
    refusing: tuple[str, ...]
    """Cues: what refuses by itself, and denies nothing else of its sentence: "prohibited"."""
    no_refusal: frozenset[str]
    """Negations that deny only what is done: "without asking", not "without consent"."""
    doing: str
    """How a word for doing ends."""
    no_denial: frozenset[str]
    """After a negation these words say something else than no: "not only"."""
    comparing: frozenset[str]
    than: str
    """So does one of `comparing` with this behind it: "no later than"."""
    turns: frozenset[str]
    """Where what was denied ends: "but"."""
    joints: frozenset[str]
    pronouns: frozenset[str]
    modals: tuple[str, ...]
    """Cues: what may, can, must or will be; one for each that says something else."""

    company: frozenset[str]
    readers: frozenset[str]
    others: frozenset[str]
    """Who may act."""
    auxiliaries: frozenset[str]
    passive: frozenset[str]

    supposes: tuple[str, ...]
    """Cues: what follows is asked for, supposed or spoken of, and not said to be so."""
    whether: str
    either: str
    """"Whether … or …" leaves it open, and supposes nothing."""
    conditions: tuple[str, ...]
    """Cues: what makes it depend on something: an exception, a consent, another place."""
    scopes: tuple[str, ...]
    """Cues: what says it of a part only: a price, a purpose, a place, a definition, a habit."""

    refusals: frozenset[str]
    keeps: frozenset[str]
    """How the company keeps a right: "reserve"."""
    asked: frozenset[str]
    """Where these stand, what the company does is done for somebody who wants it."""
    may: frozenset[str]
    owns: frozenset[str]
    owned_right: tuple[str, ...]
    """What follows where a right is owned: "has *the right to*"."""
    before_do: frozenset[str]
    """Words before an order after which it is said of somebody, and is not what a link says."""
    order: tuple[str, str]
    """How a link says no: "Do Not …"."""
    mine: str
    """How a link speaks of its reader: "my"."""
    opens_exception: frozenset[str]
    """A sentence that begins so limits the one before it."""
    turns_back: frozenset[str]
    """So does one with this among its first words: "We may, however, …"."""
    excludes: tuple[str, ...]
    """Cues: and one that says so: "This does not include those who assist us."."""
    opens_limit: frozenset[str]
    """What begins so limits what follows it: "Unless you agree: …"."""
    opens_rest: frozenset[str]
    """A sentence that begins so speaks of what the one before it leaves over."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DifferenceWords:
    """The words by which a difference between two texts is classed; all cues."""

    recipients: tuple[str, ...]
    """Who may get data: one that comes or goes is told where a clause speaks of `sharing`."""
    sharing: tuple[str, ...]
    purposes: tuple[str, ...]
    """What data may be used for: one that comes or goes is told where it speaks of `using`."""
    using: tuple[str, ...]
    quantities: tuple[str, ...]
    """What says how many, how much or how often, beside numbers, months and units of time."""
    no_quantities: frozenset[str]
    """Number words that mostly count nothing: "one"."""
    references: frozenset[str]
    """A number after these is an address in a text, not an amount: "section"."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LanguageWords:
    """One language, as far as the rules know its words."""

    tag: str
    """As in HTML: ``pt``."""
    has_edges: bool = True
    """Whether blanks part its words, and nothing is glued to them."""
    abbreviations: str = ""
    """Words that end in a dot and end no sentence by it; in lower case, parted by blanks."""
    months: str = ""
    """Names in the order of the year, parted by blanks; other spellings behind a slash."""
    numbers: NumberWords | None = None
    dates: DateWords | None = None
    titles: TitleWords | None = None
    statement: StatementWords | None = None
    differences: DifferenceWords | None = None


def words(*lines: str) -> frozenset[str]:
    """Return the words of some lines."""
    return frozenset(" ".join(lines).split())


def numerals(units: str, tens: str = "") -> dict[str, int]:
    """Number the words of a language: from zero on, and in tens from twenty on.

    Other spellings stand behind a slash.

    >>> numerals("null eins/ein zwei")["ein"], numerals("", tens="zwanzig dreißig")["dreißig"]
    (1, 30)
    """
    return _numbered(units.split(), 0, 1) | _numbered(tens.split(), 20, 10)


def _numbered(names: list[str], start: int, step: int) -> dict[str, int]:
    return {
        name: start + step * place
        for place, spellings in enumerate(names)
        for name in spellings.split("/")
    }


UNITS = ("hour", "day", "week", "month", "year")
"""Units of time as answers name them."""


def units_of_time(listed: str) -> dict[str, str]:
    """Name the forms of hour, day, week, month and year, given in this order.

    >>> units_of_time("stunde tag/tage woche monat jahr")["tage"]
    'day'
    """
    return {
        form: unit
        for unit, forms in zip(UNITS, listed.split(), strict=True)
        for form in forms.split("/")
    }
