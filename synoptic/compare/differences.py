"""What a difference is about: one class for each place where two texts part.

In: the older and the newer words of a difference, and the words around it. Out: the
first class that fits, in the order of `_TESTS`. What leaves every letter as it was is
typography or formatting and nothing else; what touches a digit is never trivial.
The words are those of `cues`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from synoptic.compare import cues
from synoptic.model import Change
from synoptic.text.tokens import letters_of, tokenise

_SHORT = 8
"""Words; a longer difference is about more than the number or the "not" that it holds too."""

_ONE_SIDED = 3
"""Times that a long passage has to outnumber what it stands for to count as put in."""

_PHRASE = 4
"""Words; "can" in a longer passage is the passage's, not a change of modality."""

_STEM = 6
"""Letters that tell words apart: "partner" and "partners" are the same recipient."""


class Cues:
    """A list of words, of which those that end in * stand for all that begin so."""

    def __init__(self, entries: Iterable[str]) -> None:
        entries = tuple(entries)
        self._words = frozenset(entry for entry in entries if not entry.endswith("*"))
        self._heads = tuple(entry[:-1] for entry in entries if entry.endswith("*"))

    def __contains__(self, key: str) -> bool:
        return key in self._words or (bool(self._heads) and key.startswith(self._heads))

    def among(self, keys: Iterable[str]) -> Counter[str]:
        """Count the words that are on the list, by their first letters."""
        return Counter(key[:_STEM] for key in keys if key in self)


_NEGATIONS = Cues(cues.NEGATIONS)
_MODALS = Cues(cues.MODALS)
_QUANTITIES = Cues([*cues.NUMBER_WORDS, *cues.DATE_WORDS, *cues.AMOUNT_SIGNS])
_RECIPIENTS = Cues(cues.RECIPIENTS)
_SHARING = Cues(cues.SHARING)
_PURPOSES = Cues(cues.PURPOSES)
_USING = Cues(cues.USING)
_REFERENCES = Cues(cues.REFERENCES)


@dataclass(frozen=True, slots=True)
class Context:
    """What the words around a difference speak of."""

    sharing: bool = False
    using: bool = False


def context_of(text: str) -> Context:
    """Tell what a clause, with what leads into it, speaks of.

    >>> context_of("We share names with carriers.")
    Context(sharing=True, using=False)
    """
    keys = _keys(text)
    return Context(any(key in _SHARING for key in keys), any(key in _USING for key in keys))


@dataclass(frozen=True, slots=True)
class _Edit:
    """A difference as the tests see it: the words of either side, and those around."""

    old: list[str]
    new: list[str]
    around: Context

    @property
    def size(self) -> int:
        return max(len(self.old), len(self.new))


def class_of(old: str, new: str, around: Context) -> Change:
    """Return what a difference is about.

    `old` is empty if something was put in, `new` if something was taken out.

    >>> class_of("30", "60", Context()), class_of("may", "will", Context())
    (<Change.NUMBER: 'number'>, <Change.MODALITY: 'modality'>)
    >>> class_of("", " and advertisers", context_of("We share data with partners."))
    <Change.RECIPIENT_ADDED: 'recipient-added'>
    """
    if letters_of(old) == letters_of(new) and _figures(old) == _figures(new):
        return Change.TYPOGRAPHY if (old + new).strip() else Change.FORMATTING
    # Not earlier: "e-mail" has other words than "email", but the same letters.
    edit = _Edit(_keys(old), _keys(new), around)
    found = (test(edit) for test in _TESTS)
    return next((change for change in found if change), Change.WORDING)


def _figures(text: str) -> list[str]:
    """List the numbers and amount signs of a text as printed: 1.5 is not 15, nor $ €."""
    keys = (token.key for token in tokenise(text))
    return [key for key in keys if key[0].isdigit() or key in cues.AMOUNT_SIGNS]


def _keys(text: str) -> list[str]:
    keys = list(_parted(token.key for token in tokenise(text)))
    joined: list[str] = []
    for key in keys:
        compound = cues.COMPOUNDS.get((joined[-1], key)) if joined else None
        if compound:
            joined[-1] = compound
        else:
            joined.append(key)
    return _without_month_may(joined)


def _parted(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        if key in cues.CONTRACTIONS:
            yield from cues.CONTRACTIONS[key]
        elif key.endswith("n't"):
            yield from (key[:-3], "not")
        else:
            yield key


def _without_month_may(keys: list[str]) -> list[str]:
    """Tell the month from the verb: "May 25, 2018" and "25 May" say nothing of permission."""
    around = zip(["", *keys], keys, [*keys[1:], ""], strict=False)
    return [
        "month-of-may" if key == "may" and (last[:1].isdigit() or following[:1].isdigit()) else key
        for last, key, following in around
    ]


def _modality(edit: _Edit) -> Change | None:
    negated = _NEGATIONS.among(edit.old) != _NEGATIONS.among(edit.new)
    modal = _MODALS.among(edit.old) != _MODALS.among(edit.new)
    fits = edit.size <= (_SHORT if negated else _PHRASE)
    return Change.MODALITY if fits and (negated or modal) else None


def _quantity_for_another(edit: _Edit) -> Change | None:
    """Tell a month put for a month, also where one of them is May."""
    fits = bool(edit.old and edit.new) and all(
        key == "may" or _is_quantity(key) for key in edit.old + edit.new
    )
    return Change.NUMBER if fits else None


def _number(edit: _Edit) -> Change | None:
    old, new = _quantities(edit.old), _quantities(edit.new)
    return Change.NUMBER if old != new and edit.size <= _SHORT else None


def _quantities(keys: list[str]) -> Counter[str]:
    references = zip(["", *keys], keys, strict=False)
    return Counter(
        key for before, key in references if _is_quantity(key) and before not in _REFERENCES
    )


def _is_quantity(key: str) -> bool:
    return key[0].isdigit() or key in _QUANTITIES


def _address(edit: _Edit) -> Change | None:
    old, new = ([key for key in side if _is_address(key)] for side in (edit.old, edit.new))
    return Change.LINK if old != new and edit.size <= _SHORT else None


def _is_address(key: str) -> bool:
    return key.startswith(("http://", "https://", "www."))


def _recipient(edit: _Edit) -> Change | None:
    if not _speaks_of(edit, _SHARING, edit.around.sharing):
        return None
    return _gained_or_lost(_RECIPIENTS.among(edit.old), _RECIPIENTS.among(edit.new))


def _purpose(edit: _Edit) -> Change | None:
    if not _speaks_of(edit, _USING, edit.around.using):
        return None
    return _gained_or_lost(_PURPOSES.among(edit.old), _PURPOSES.among(edit.new))


def _speaks_of(edit: _Edit, topic: Cues, around: bool) -> bool:
    """Return whether the clause speaks of it; a long passage put in has to do so itself."""
    if edit.size <= _SHORT:
        return around
    longer, shorter = sorted((edit.old, edit.new), key=len, reverse=True)
    own = (around and bool(shorter)) or any(key in topic for key in longer)
    return own and len(longer) >= _ONE_SIDED * len(shorter)


def _gained_or_lost(old: Counter[str], new: Counter[str]) -> Change | None:
    if set(new) - set(old):
        return Change.RECIPIENT_ADDED
    return Change.RECIPIENT_DROPPED if set(old) - set(new) else None


_TESTS: tuple[Callable[[_Edit], Change | None], ...] = (
    _address,  # a year in an address is no date
    _quantity_for_another,  # before the verb "may"
    _modality,  # before numbers: "not for 30 days" denies something
    _number,
    _recipient,
    _purpose,
)
"""In the order in which they are asked: the first that fits names the difference."""
