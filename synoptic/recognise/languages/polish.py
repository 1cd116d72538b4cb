"""What captured pages say in Polish."""

from synoptic.recognise.languages.tables import PageWords

POLISH = PageWords(
    information=r"\bdan(?:e|ych)\b|informacj|cookie",
    done="zbiera|przetwarza|wykorzyst|przechow|udostępn|usuw|chroni",
    speaker=r"\b(?:my|nas|nasz\w*)\b",
    robot_check=r"nie jest\S+ robotem",
    refused="odmowa dostępu",
    not_found="(?:nie znaleziono strony|strona nie istnieje)",
    legal="prywatno|regulamin|danych",
    terms="regulamin|warunki korzystania",
    data=r"prywat|dan(?:e|ych)\b",
)
