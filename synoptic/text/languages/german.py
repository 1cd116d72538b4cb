"""The words of German."""

from synoptic.text.languages.tables import (
    AMENDED,
    EFFECTIVE,
    ENACTED,
    DateWords,
    LanguageWords,
    NumberWords,
    TitleWords,
    numerals,
    units_of_time,
)

GERMAN = LanguageWords(
    tag="de",
    abbreviations="abs bzw ca evtl ggf inkl nr str tel usw vgl zzgl",
    months=(
        "januar/jänner/jan/jän februar/feb märz/maerz/mär/mrz april/apr mai juni/jun juli/jul"
        " august/aug september/sept/sep oktober/okt november/nov dezember/dez"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "null eins/ein/eine/einem/einen/einer zwei drei vier fünf sechs sieben acht neun zehn"
            " elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
            tens="zwanzig dreißig/dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        ),
        units=units_of_time(
            "stunde/stunden tag/tage/tagen woche/wochen monat/monate/monaten jahr/jahre/jahren"
        ),
    ),
    dates=DateWords(
        small="am|vom|zum|ab|dem|den|im|in|ist|seit|der|mit wirkung|"
        "(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend",
        sure={
            AMENDED: "(?:zuletzt|letztmals) (?:aktualisiert|geändert|überarbeitet|bearbeitet)"
            "|(?:letzte|letzten|jüngste) (?:aktualisierung|änderung|überarbeitung|fassung)"
            "|(?:datum der )?(?:letzten )?aktualisierung|stand der information(?:en)?"
            "|datum der (?:letzten )?(?:überarbeitung|änderung)",
            EFFECTIVE: "datum des inkrafttretens|(?:tag|zeitpunkt) des inkrafttretens"
            "|inkrafttreten|gültigkeitsdatum",
            ENACTED: "erstmals veröffentlicht",
        },
        other={
            AMENDED: "stand|aktualisiert|geändert|überarbeitet|fassung vom|version vom",
            EFFECTIVE: "gültig ab|gültig seit|gültig|gilt ab|gilt seit|in kraft|wirksam ab|wirksam",
            ENACTED: "verabschiedet",
        },
        own="\\w*erklärung|\\w*hinweise?|\\w*richtlinien?|\\w*bedingungen|\\w*bestimmungen"
        "|agb|dokument|seite|\\w*information(?:en)?|fassung|version",
        this="diese[rs]?|dieses|vorliegende[rs]?",
        is_="ist|sind|wurden?|worden|zuletzt|tritt|treten|gelten|gilt|trat",
        and_="und",
        bare="und",
        goes_on="von",
        until_number="bis",
        at="um",
        laws=r"\bdsgvo\b|gesetz|verordnung|richtlinie \(",
        earlier=r"\b(?:frühere\w*|vorherige\w*|vorige\w*|alte|bisherige\w*|archiv\w*|bis)\b",
        records=r"\b(?:siehe|lesen)\b",
        terms=r"bedingungen|\bagb\b",
        privacy="datenschutz",
    ),
    titles=TitleWords(
        policy=(
            "datenschutz(?:erkl|hinweis|bestimmung|richtlinie|information|politik)"
            "|cookie-?richtlinie"
        ),
        matter="datenschutz",
        generic="inhalt|inhaltsverzeichnis|einleitung|startseite|überblick|allgemeines",
    ),
)
