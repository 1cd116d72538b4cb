"""The words of Dutch."""

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

DUTCH = LanguageWords(
    tag="nl",
    abbreviations="art bijv blz incl nr resp tel",
    months=(
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug"
        " september/sep oktober/okt november/nov december/dec"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "nul een/één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien"
            " vijftien zestien zeventien achttien negentien",
            tens="twintig dertig veertig vijftig zestig zeventig tachtig negentig",
        ),
        units=units_of_time("uur/uren dag/dagen week/weken maand/maanden jaar/jaren"),
    ),
    dates=DateWords(
        small="op|per|van|vanaf|is|sinds|de|in|met ingang|datum|"
        "(?:maan|dins|woens|donder|vrij|zater|zon)dag",
        sure={
            AMENDED: "(?:laatst|het laatst|voor het laatst) (?:bijgewerkt|gewijzigd|aangepast"
            "|herzien|geüpdatet)|(?:datum )?(?:laatste|meest recente) (?:update|wijziging"
            "|aanpassing|herziening|versie)",
            EFFECTIVE: "ingangsdatum|datum van inwerkingtreding|inwerkingtreding",
            ENACTED: "vastgesteld op",
        },
        other={
            AMENDED: "bijgewerkt|gewijzigd|aangepast|herzien|versie van",
            EFFECTIVE: "van kracht|geldig vanaf|geldig|geldt vanaf",
            ENACTED: "vastgesteld",
        },
        own="\\w*verklaring|\\w*beleid|\\w*voorwaarden|\\w*kennisgeving|document|pagina|versie"
        "|policy|statement",
        this="deze|dit|onderhavige",
        is_="is|zijn|werd|werden|laatst|voor het laatst|wordt|worden",
        and_="en",
        until_number="tot",
        laws=r"\bavg\b|\bwet\b",
        earlier=r"\b(?:vorige|oude|eerdere)\b",
        records=r"\bzie\b",
        terms="voorwaarden",
        privacy="privacy",
    ),
    titles=TitleWords(
        policy="(?:privacy|cookie)-?(?:beleid|verklaring|statement|policy)",
        matter="persoonsgegevens",
        generic="inhoud|inhoudsopgave|inleiding",
    ),
)
