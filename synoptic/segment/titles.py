"""What a text calls itself: chosen among its headings and the title of its page.

In: headings in the order of the text, and the page's ``<title>``. Out: the title, and
where it stood. One that names a policy goes before one that does not, and whatever heads
any text, such as "Contents", comes last; the name of a site beside it is taken off.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from synoptic.text.words import count_words, normalised, one_line

EARLY = 6
"""Headings at the beginning among which a title can stand."""

MOST_WORDS = 14
"""Of a title; what is longer is a sentence."""

_POLICY = re.compile(
    r"privacy (?:and cookies? )?(?:policy|notice|statement|centre|center)"
    r"|cookies? (?:policy|notice)"
    r"|(?:data|information) protection (?:policy|notice|statement|declaration)"
    r"|datenschutz(?:erkl|hinweis|bestimmung|richtlinie|information|politik)|cookie-?richtlinie"
    r"|(?:politique|charte|d.claration|avis) (?:de |sur la |relative . la )*"
    r"(?:confidentialit|protection|vie priv|cookies)"
    r"|(?:pol.tica|aviso|declaraci.n) de (?:privacidad|protecci.n|cookies)"
    r"|informativa (?:sulla |sul )?(?:privacy|trattamento)"
    r"|(?:privacy|cookie)-?(?:beleid|verklaring|statement|policy)"
    r"|(?:pol.tica|aviso|declara..o) de (?:privacidade|prote..o|cookies)"
    r"|(?:プライバシー|個人情報|クッキー)"
    r"[^。]{0,12}(?:ポリシー|方針|について|取[り扱]*い|ステートメント|通知)",
    re.IGNORECASE,
)
"""What names a policy, in en, de, fr, es, it, nl, pt and ja."""

_MATTER = re.compile(
    r"privacy|datenschutz|confidentialit|vie priv|donn.es (?:. caract.re )?personnel|privacidad"
    r"|riservatezza|dati personali|persoonsgegevens|dados pessoais|datos personales"
    r"|プライバシー|個人情報|data protection",
    re.IGNORECASE,
)
"""What only speaks of the matter."""

_GENERIC = re.compile(
    r"contents|table of contents|introduction|overview|home|welcome|menu|navigation|search"
    r"|summary|legal|about us|help|scope|general|index|top"
    r"|inhalt|inhaltsverzeichnis|einleitung|startseite|überblick|allgemeines"
    r"|sommaire|introduction générale|accueil|préambule|table des matières"
    r"|índice|introducción|inicio|contenido|indice|introduzione|premessa"
    r"|inhoud|inhoudsopgave|inleiding|sumário|introdução|início"
    r"|目次|はじめに|ホーム|概要|メニュー"
)
"""What heads any text, in the same languages."""

_BETWEEN = re.compile(r"\s+[|–—:·•»›>~-]+\s+|\s*[|｜»]\s*")


def title_of(headings: Iterable[str], page_title: str) -> tuple[str | None, str | None]:
    """Return the title and its source, ``heading`` or ``page``; None twice if there is none.

    >>> title_of(["Contents", "Privacy Policy | Acme"], "Acme")
    ('Privacy Policy', 'heading')
    >>> title_of(["Summer sale", "What we collect"], "Acme - Privacy notice")
    ('Privacy notice', 'page')
    """
    heads = [one_line(heading) for heading in headings if heading]
    candidates = [
        *((part, "heading") for head in islice(heads, EARLY) for part in _parts(head)),
        *((part, "page") for part in _parts(one_line(page_title))),
    ]
    for wanted in (_POLICY, _MATTER):
        for text, source in candidates:
            if wanted.search(text) and _is_short(text):
                return text, source
    whole = [(head, "heading") for head in heads]
    whole += [one for one in candidates if one[1] == "page"]
    telling = [one for one in whole if not _GENERIC.fullmatch(normalised(one[0]))]
    return next(iter(telling or whole), (None, None))


def _parts(text: str) -> Sequence[str]:
    """Part a title where a site puts its own name beside it."""
    return [part for part in _BETWEEN.split(text) if part.strip()]


def _is_short(text: str) -> bool:
    return count_words(text) <= MOST_WORDS and not text.endswith(("?", "？"))
