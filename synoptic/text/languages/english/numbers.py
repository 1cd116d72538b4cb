"""Numbers and units of time in English."""

from synoptic.text.languages.tables import NumberWords, numerals, units_of_time

NUMBERS = NumberWords(
    numbers=numerals(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen",
        tens="twenty thirty forty fifty sixty seventy eighty ninety",
    ),
    large={"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000},
    units=units_of_time("hour/hours day/days week/weeks month/months year/years"),
)
