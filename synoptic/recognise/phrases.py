"""What pages say that stand where a policy was looked for, in all languages we know.

Each expression serves the rule that is named like it. The words of a language stand in its
module in `synoptic.recognise.languages`.
"""

import re
from collections.abc import Callable

from synoptic.recognise.languages import LANGUAGES
from synoptic.recognise.languages.tables import PageWords


def _any_of(words: Callable[[PageWords], str]) -> re.Pattern[str]:
    lines = [line for language in LANGUAGES for line in words(language).splitlines() if line]
    return re.compile("|".join(lines), re.IGNORECASE)


ROBOT_CHECK = _any_of(lambda language: language.robot_check)
REFUSED = _any_of(lambda language: language.refused)
ERROR = _any_of(lambda language: language.error)
NOT_FOUND = _any_of(lambda language: language.not_found)
MOVED = _any_of(lambda language: language.moved)
PARKED = _any_of(lambda language: language.parked)
CHOOSER = _any_of(lambda language: language.chooser)
CLOSED = _any_of(lambda language: language.closed)
LOGIN = _any_of(lambda language: language.login)
SCRIPTS = _any_of(lambda language: language.scripts)
GATE = _any_of(lambda language: language.gate)
SERVER_PAGE = _any_of(lambda language: language.server_page)
ARCHIVE = _any_of(lambda language: language.archive)
POLICY = _any_of(lambda language: language.policy)
LEGAL = _any_of(lambda language: language.legal)
TERMS = _any_of(lambda language: language.terms)
DATA = _any_of(lambda language: language.data)
MENU = _any_of(lambda language: language.menu)

_PLACES = (
    "argentina, australia, austria, belgique, belgium, belgië, brasil, brazil, bulgaria, canada, "
    "chile, china, colombia, croatia, czech republic, danmark, dansk, denmark, deutsch, "
    "deutschland, eesti, egypt, english, españa, español, estonia, finland, france, français, "
    "germany, greece, hong kong, hrvatska, hungary, india, indonesia, ireland, israel, italia, "
    "italiano, italy, japan, korea, latvia, latvija, lietuva, lithuania, luxembourg, magyar, "
    "magyarország, malaysia, mexico, méxico, nederland, nederlands, netherlands, new zealand, "
    "norge, norsk, norway, peru, perú, philippines, poland, polska, polski, portugal, português, "
    "québec, romania, românia, română, russia, schweiz, singapore, slovakia, slovenia, "
    "south africa, spain, suisse, suomi, svenska, sverige, svizzera, sweden, switzerland, taiwan, "
    "thailand, turkey, türkiye, türkçe, uk, ukraine, united kingdom, united states, usa, "
    "venezuela, vietnam, österreich, česká republika, čeština, ελληνικά, россия, русский, עברית, "
    "العربية, 中国, 中文, 台灣, 日本, 日本語, 简体中文, 繁體中文, 대한민국, 한국, 한국어"
)
PLACES = frozenset(_PLACES.split(", "))
"""Countries and languages as choosers name them."""
