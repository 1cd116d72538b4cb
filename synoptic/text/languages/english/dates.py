"""How English states dates and entitles texts."""

from synoptic.text.languages.tables import AMENDED, EFFECTIVE, ENACTED, DateWords, TitleWords

DATES = DateWords(
    day_first=False,
    ordinal="st|nd|rd|th",
    of="(?:day )?of",
    small="date|day|on|as of|as|of|since|from|in|is|was|at|the|with effect|"
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\\.?",
    sure={
        AMENDED: "(?:date )?(?:of )?(?:the )?(?:last|latest|most recent|most recently) "
        "(?:updated?|revised|revision|modified|modification|amended|amendment|changed?)"
        "|(?:revision|revised|update|updated|modification|modified|amendment|amended) date"
        "|date(?: of)?(?: last)? (?:updated?|revised|revision|modified|amended|amendment)"
        "|current as of|document updated",
        EFFECTIVE: "effective date|date (?:of )?effective|date of entry into force",
        ENACTED: "date (?:of )?(?:enactment|enacted|established|adopted)"
        "|(?:first|originally) published",
    },
    other={
        AMENDED: "updated?|revised|revision|modified|amended|amendment|changed"
        "|version (?:of|dated)",
        EFFECTIVE: "effective|in effect|in force|entry into force|entered into force"
        "|takes? effect|took effect|(?:comes?|came|goes|go|went) into (?:effect|force)",
        ENACTED: "enacted|established|adopted",
    },
    ours="we|(?:we )?(?:last|most recently)",
    did={AMENDED: "updated|revised|amended|changed"},
    own="policy|policies|notice|information|statement|terms|conditions|agreement|document|page"
    "|guidelines|code of conduct|rules|version|declaration",
    this="this|these|present",
    is_="is|are|was|were|has been|have been|became|becomes?|will be|will|shall|be|become"
    "|last|most recently|and",
    and_="and",
    bare=(
        "please note|note|version|vers?|rev|v|date|and|document|page|last|updated|revised|modified"
    ),
    goes_on="and|by|to|,? ?version",
    until="until|till|through",
    until_number="to",
    at="at",
    laws=(
        r"\bacts?\b|\blaws?\b|regulations?\b|directives?\b|\bg\.?d\.?p\.?r\b|\bccpa\b"
        r"|\bcpra\b|\bcoppa\b|\bshield\b|\bcode\b(?! of conduct)|\bstatute|\bclauses\b"
    ),
    earlier=(
        r"\b(?:previous|prior|former|formerly|old|older|earlier|archived?|past"
        r"|superseded|until|a new)\b"
    ),
    records=(
        r"\b(?:accounts?|records?|copyright|your data)\b|©|\b(?:you can|that|which"
        r"|read|see|view|visit|refer|consult\w*)\b"
    ),
    terms=r"\bterms|\bconditions|\bagreement",
    cookies="cookie|tracker",
    privacy="priva|confidential|personal data",
)

TITLES = TitleWords(
    policy=(
        "privacy (?:and cookies? )?(?:policy|notice|statement|centre|center)"
        "|cookies? (?:policy|notice)|(?:data|information) protection (?:policy|notice"
        "|statement|declaration)"
    ),
    matter="privacy|data protection",
    generic=(
        "contents|table of contents|introduction|overview|home|welcome|menu"
        "|navigation|search|summary|legal|about us|help|scope|general|index|top"
    ),
)
