"""The words by which a difference is classed; lists for people to read and change.

English, because that is what the rules of the edition know; a difference in
another language is still classed by numbers, addresses, punctuation and form.
All lower case, with straight apostrophes. With * at its end an entry stands for
all words that begin so. Two words that act as one are joined by `COMPOUNDS`.
"""


def _entries(*lines: str) -> tuple[str, ...]:
    return tuple(" ".join(lines).split())


COMPOUNDS = {
    ("third", "party"): "third-party",
    ("third", "parties"): "third-party",
    ("law", "enforcement"): "law-enforcement",
    ("machine", "learning"): "machine-learning",
    ("artificial", "intelligence"): "machine-learning",
    ("purpose", "of"): "purposes",
    ("no", "longer"): "no-longer",
    ("no", "later"): "a-limit",
    ("no", "less"): "a-limit",
    ("no", "more"): "a-limit",
    ("no", "fewer"): "a-limit",
    ("not", "later"): "a-limit",
    ("not", "less"): "a-limit",
    ("not", "more"): "a-limit",
    ("including", "without"): "including",
    ("not", "only"): "also",
}
""""Third" is no number in "third party", and "no later than" denies nothing."""

CONTRACTIONS = {
    "won't": ("will", "not"),
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
}
"""The others part by themselves: don't is do and not."""

NEGATIONS = _entries(
    "not no never none nothing nobody nor neither without no-longer unable unless",
    "prohibit* forbid* refus* refrain*",
)

MODALS = _entries(
    "may might can could shall should must will would obliged obligated",
)
"""Without "required" and "permitted", which mostly stand in "required by law"."""

NUMBER_WORDS = _entries(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen",
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy",
    "eighty ninety hundred thousand million billion a-limit",
)
"""Without "one", which is mostly a pronoun."""

DATE_WORDS = _entries(
    "january february march april june july august september october november december",
    "month-of-may jan feb mar apr jun jul aug sep sept oct nov dec",
    "day days week weeks month months year years hour hours minute minutes",
    "daily weekly monthly yearly annual annually quarterly",
)

AMOUNT_SIGNS = _entries("% ‰ ° $ € £ ¥ ₹ ₩ < > ≤ ≥ ± usd eur gbp jpy percent")

RECIPIENTS = _entries(
    "third-party affiliat* subsidiar* advertiser* vendor* supplier* partner*",
    "processor* sub-processor* subprocessor* subcontract* contractor* reseller* distributor*",
    "broker* licensee* sponsor* publisher* insurer* bank* lender* bureau* agenc* authorit*",
    "regulator* court* police government* law-enforcement auditor* consultant*",
    "attorney* lawyer* acquirer* successor* purchaser*",
    "company companies provider* employer* institution* network*",
    "google facebook meta microsoft amazon apple twitter linkedin tiktok stripe paypal openai",
)

SHARING = _entries(
    "shar* disclos* transfer* sell* sold rent* trad* pass passes passed transmit*",
    "provide provides provided send sends sent divulg* reveal* recipient* receive receives",
)
"""A recipient counts where the clause, or what leads into it, speaks of handing over."""

PURPOSES = _entries(
    "purposes advertis* marketing analytics analys* analyz* personaliz* personalis* profiling",
    "targeted research improv* develop developing development train* machine-learning fraud*",
    "recommendations promot* recruitment",
)

USING = _entries("use uses used using process processing collect* handle* combin*")
"""A purpose counts where the clause, or what leads into it, speaks of using data."""

REFERENCES = _entries("section sections article articles clause clauses paragraph annex §")
"""A number after these is an address in a text, not an amount."""
