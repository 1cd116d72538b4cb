"""How often a text says what is done with personal information, in the languages we know.

A sentence counts if it has both a word for information on people and a word for what is
done with it. That is no reading of the sentence: it only tells a short policy from the
error page, the robot check or the menu that a crawler may have met in its place.
"""

import re

_LAWS = re.compile(
    r"general data protection regulation|data protection (?:act|law|regulation|directive)s?",
    re.IGNORECASE,
)
"""Names that hold both words and say nothing of what is done."""

_SENTENCES = re.compile(r"[.!?;:](?=\s|$)|[。！？；\n\t]")

_WORDS: tuple[tuple[str, str], ...] = (
    (  # English
        r"\b(?:personal|personally|information|data|details|records?|logs?|log files?|cookies?"
        r"|ip addresses|addresse?s?|e-?mails?|names?|location)\b",
        r"\b(?:collect|gather|us(?:e[sd]?|ing)\b|shar(?:e|ing)|sell\b|sold\b|rent\b|disclos|stor(?:e|ing)"
        r"|keeps?\b|kept\b|retain|delet|destroy|transfer|process|protect|pass(?:ed)?\b|recorded\b"
        r"|track|holds?\b|held\b|encrypt|monitor|receiv|asks? for\b|confidential)",
    ),
    (  # German
        r"daten\b|\bdaten|informationen|angaben|ip-adresse|cookies",
        r"erheb|speicher|verarbeit|nutz|verwend|weiter(?:ge|ga)|lösch|übermittel|erfass|sammel|schütz",
    ),
    (  # French
        r"données|informations|renseignements|cookies",
        r"collect|recueill|conserv|trait|transm|utilis|partag|communiqu|cédé|vend|supprim|protég",
    ),
    (  # Spanish
        r"\bdatos\b|información|cookies",
        r"recog|recopil|utiliz|\busa|\btrat|conserv|ced(?:e|er|en|ido)|compart|vend|almacen|proteg|suprim",
    ),
    (  # Italian
        r"\bdati\b|informazioni|cookie",
        r"raccogl|raccolt|utilizz|\btratta|conserv|comunic|condivi|cedut|vend|cancell|protegg",
    ),
    (  # Portuguese
        r"\bdados\b|informações|cookies",
        r"colet|recolh|utiliz|\busa|\btrat|conserv|armazen|compartilh|partilh|vend|elimin|proteg",
    ),
    (  # Dutch
        r"gegevens|informatie|cookies",
        r"verzamel|gebruik|bewa|verwerk|verstrek|\bdel(?:en|ing)|gedeeld|verko|verwijder|bescherm",
    ),
    (  # Polish
        r"\bdan(?:e|ych)\b|informacj|cookie",
        r"zbiera|przetwarza|wykorzyst|przechow|udostępn|usuw|chroni",
    ),
    (  # Russian
        r"данн|информаци|cookie",
        r"собира|использ|храни|обраб|переда|удал|защи",
    ),
    (  # Japanese
        r"個人情報|情報|データ|クッキー|cookie",
        r"収集|取得|利用|使用|提供|保管|保存|開示|管理|共有|削除|取り?扱",
    ),
    (  # Chinese
        r"个人信息|個人資料|信息|数据|資料|cookie",
        r"收集|使用|共享|披露|存储|保存|处理|提供|删除|處理|儲存",
    ),
    (  # Korean
        r"개인정보|정보|쿠키",
        r"수집|이용|제공|보관|처리|공유|삭제",
    ),
)
"""By language: information on people, and what is done with it."""

_SPEAKER = re.compile(
    r"\b(?:we|us|our|wir|uns(?:er\w*)?|nous|notre|nos|nosotros|nuestr\w+|noi|nostr\w|nós|noss\w+"
    r"|wij|ons|onze|my|nas|nasz\w*|мы|нас|наш\w*)\b|当社|弊社|私たち|我们|我們|우리|당사",
    re.IGNORECASE,
)

_PATTERNS = tuple(
    (re.compile(what, re.IGNORECASE), re.compile(done, re.IGNORECASE)) for what, done in _WORDS
)


def statements(text: str) -> int:
    """Count the sentences that say what is done with information on people.

    >>> statements("We collect your name. We never sell personal data! Welcome.")
    2
    >>> statements("The page you asked for was not found. Privacy policy")
    0
    """
    return len(_stating(text))


def own_statements(text: str) -> int:
    """Count those of them in which whoever speaks names itself, where the language has a word.

    >>> own_statements("We collect your name. Enter your e-mail address to receive news.")
    1
    """
    return sum(bool(_SPEAKER.search(sentence)) for sentence in _stating(text))


def _stating(text: str) -> list[str]:
    return [
        sentence
        for sentence in _SENTENCES.split(_LAWS.sub("", text))
        if any(what.search(sentence) and done.search(sentence) for what, done in _PATTERNS)
    ]
