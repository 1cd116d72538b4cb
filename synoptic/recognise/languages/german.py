"""What captured pages say in German."""

from synoptic.recognise.languages.tables import PageWords

GERMAN = PageWords(
    information=r"daten\b|\bdaten|informationen|angaben|ip-adresse|cookies",
    done="erheb|speicher|verarbeit|nutz|verwend|weiter(?:ge|ga)|lösch|übermittel|erfass|sammel|schütz",
    speaker=r"\b(?:wir|uns(?:er\w*)?)\b",
    robot_check="""
kein roboter
sind sie ein mensch
""",
    refused="(?:zugriff|zugang) verweigert",
    error="interner serverfehler",
    not_found="seite (?:wurde |konnte )?nicht gefunden",
    moved="(?:wird|werden) (?:sie )?(?:automatisch )?weitergeleitet",
    parked="""
domain steht zum verkauf
domain kaufen
""",
    chooser="(?:wählen sie|bitte wählen).{0,20}(?:land|region|sprache)",
    closed="wartungsarbeiten",
    login=r"^(?:anmelden|einloggen|anmeldung)\b",
    scripts=r"""
javascript\b.{0,40}\b(?:erforderlich|aktivieren|deaktiviert)
aktivieren\b.{0,40}\bjavascript
""",
    gate="alle (?:cookies )?(?:akzeptieren|ablehnen)",
    policy="datenschutz",
    legal=r"datenschutz|impressum|nutzungsbedingungen|\bagb\b|hinweise?\b",
    menu="""
^(?:startseite|produkte|über uns|karriere|kontakt|warenkorb|anmelden|mein konto|suche|presse)$
""",
    terms=r"nutzungsbedingungen|geschäftsbedingungen|\bagb\b|nutzungsvertrag",
    data="daten",
)
