"""What a difference is about: one class for each place where two texts part.

In: the older and the newer words of a difference, each in the text of its side, and what
the words around speak of. Out: the first class that fits, in the order of `_TESTS`. What
leaves every letter as it was is typography or formatting and nothing else; what touches a
digit is never trivial. In a language whose words are not known, a difference is still
classed by numbers, addresses, punctuation and form.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from synoptic.compare.side import PURPOSE, QUANTITY, RECIPIENT, SHARING, USING, Side, cues_in
from synoptic.model import Change
from synoptic.text.languages.tables import LanguageWords
from synoptic.text.numbers import AMOUNT_SIGNS
from synoptic.text.sentences import BORDER, read
from synoptic.text.signs import CONDITION, MODAL, NEGATION
from synoptic.text.statement import UNSAID
from synoptic.text.tokens import letters_of, tokenise

_SHORT = 8
"""Words; a longer difference is about more than the number or the "not" that it holds too."""

_ONE_SIDED = 3
"""Times that a long passage has to outnumber what it stands for to count as put in."""

_PHRASE = 4
"""Words; "can" in a longer passage is the passage's, not a change of modality."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around a difference speak of."""

    sharing: bool = False
    using: bool = False


def context_of(lines: str, language: LanguageWords, sides: Iterable[Side] = ()) -> Context:
    """Return what a clause speaks of, with the lines that lead into it.

    >>> from synoptic.text.languages import ENGLISH
    >>> context_of("We share names with carriers.", ENGLISH)
    Context(sharing=True, using=False)
    """
    roles = {found.role for found in cues_in(read(lines).words, language)}
    roles |= {found.role for side in sides for found in side.cues}
    return Context(SHARING in roles, USING in roles)


class Part:
    """The words of one side that differ from the other."""

    def __init__(self, side: Side, start: int, text: str) -> None:
        self.side = side
        self.text = text
        self.keys = [token.key for token in tokenise(text)]
        self.words = side.words(start, start + len(text))

    def cues(self, role: str) -> set[int]:
        """Return the cues of a role that it touches."""
        return {found.cue for found in self.side.touched(role, self.words)}

    def signs(self, kind: str) -> Counter[int]:
        """Count what denies, allows or limits in it."""
        return Counter(sign.cue for sign in self.side.signs(self.words) if sign.kind == kind)

    def quantities(self) -> Counter[str]:
        """Count numbers, amounts, months and units of time; numbers of sections are none."""
        differences = self.side.language.differences
        references = differences.references if differences else ()
        verbs = {sign.first for sign in self.side.signs(self.words) if sign.kind == MODAL}
        spelt = (
            str(found.cue)
            for found in self.side.touched(QUANTITY, self.words)
            if found.first not in verbs  # "may" is no month there
        )
        figures = (
            key
            for before, key in zip(["", *self.keys], self.keys, strict=False)
            if _is_figure(key) and before not in references and before != "§"
        )
        return Counter([*spelt, *figures])

    @property
    def is_quantity(self) -> bool:
        """Whether every word can be one of a quantity or a date, also the name of a month."""
        spelt = {
            place
            for found in self.side.touched(QUANTITY, self.words)
            for place in range(found.first, found.last)
        }
        words = self.side.reading.words
        return bool(self.keys) and all(
            place in spelt or words[place][0].isdigit() or words[place] == BORDER
            for place in self.words
        )


@dataclass(frozen=True, slots=True)
class _Edit:
    """A difference as the tests see it: the words of either side, and those around."""

    old: Part
    new: Part
    around: Context

    @property
    def size(self) -> int:
        return max(len(self.old.keys), len(self.new.keys))


def class_of(old: Part, new: Part, around: Context) -> Change:
    """Return what a difference is about.

    A part is empty if nothing was taken out, or nothing was put in.
    """
    if letters_of(old.text) == letters_of(new.text) and _figures(old) == _figures(new):
        return Change.TYPOGRAPHY if (old.text + new.text).strip() else Change.FORMATTING
    # Not earlier: "e-mail" has other words than "email", but the same letters.
    edit = _Edit(old, new, around)
    found = (test(edit) for test in _TESTS)
    return next((change for change in found if change), Change.WORDING)


def _figures(part: Part) -> list[str]:
    """List the numbers and amount signs of a part as printed: 1.5 is not 15, nor $ €."""
    return [key for key in part.keys if _is_figure(key)]


def _is_figure(key: str) -> bool:
    return key[0].isdigit() or key in AMOUNT_SIGNS


def _modality(edit: _Edit) -> Change | None:
    """Tell a denial, a permission or a duty that came or went."""
    negated = edit.size <= _SHORT and _differ(edit, NEGATION)
    modal = edit.size <= _PHRASE and _differ(edit, MODAL)
    return Change.MODALITY if negated or modal else None


def _condition(edit: _Edit) -> Change | None:
    """Tell a condition or an exception that came or went."""
    return Change.MODALITY if edit.size <= _SHORT and _differ(edit, CONDITION) else None


def _differ(edit: _Edit, kind: str) -> bool:
    return edit.old.signs(kind) != edit.new.signs(kind)


def _quantity_for_another(edit: _Edit) -> Change | None:
    """Tell a month put for a month, also where one of them is May."""
    return Change.NUMBER if edit.old.is_quantity and edit.new.is_quantity else None


def _number(edit: _Edit) -> Change | None:
    changed = edit.size <= _SHORT and edit.old.quantities() != edit.new.quantities()
    return Change.NUMBER if changed else None


def _address(edit: _Edit) -> Change | None:
    old, new = ([key for key in part.keys if _is_address(key)] for part in (edit.old, edit.new))
    return Change.LINK if old != new and edit.size <= _SHORT else None


def _is_address(key: str) -> bool:
    return key.startswith(("http://", "https://", "www."))


def _actor(edit: _Edit) -> Change | None:
    """Tell another subject, where it is plain on either side who acts."""
    if edit.size > _SHORT:
        return None
    old, new = (part.side.actor_behind(part.words) for part in (edit.old, edit.new))
    return Change.PARTY if UNSAID not in (old, new) and old != new else None


def _recipient(edit: _Edit) -> Change | None:
    return _gained_or_lost(edit, RECIPIENT, SHARING, edit.around.sharing)


def _purpose(edit: _Edit) -> Change | None:
    return _gained_or_lost(edit, PURPOSE, USING, edit.around.using)


def _gained_or_lost(edit: _Edit, role: str, topic: str, around: bool) -> Change | None:
    """Tell somebody, or a purpose, that came or went where the clause speaks of it."""
    if not _speaks_of(edit, topic, around):
        return None
    old, new = (part.cues(role) for part in (edit.old, edit.new))
    if new - old:
        return Change.RECIPIENT_ADDED
    return Change.RECIPIENT_DROPPED if old - new else None


def _speaks_of(edit: _Edit, topic: str, around: bool) -> bool:
    """Return whether the clause speaks of it; a long passage put in has to do so itself."""
    if edit.size <= _SHORT:
        return around
    longer, shorter = sorted((edit.old, edit.new), key=lambda part: len(part.keys), reverse=True)
    own = (around and bool(shorter.keys)) or bool(longer.cues(topic))
    return own and len(longer.keys) >= _ONE_SIDED * len(shorter.keys)


_TESTS: tuple[Callable[[_Edit], Change | None], ...] = (
    _address,  # a year in an address is no date
    _quantity_for_another,  # before the verb "may"
    _modality,  # before numbers: "not for 30 days" denies something
    _number,
    _actor,
    _recipient,
    _purpose,
    _condition,  # last: who gets data matters more than "if required" beside it
)
"""In the order in which they are asked: the first that fits names the difference."""
