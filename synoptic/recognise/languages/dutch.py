"""What captured pages say in Dutch."""

from synoptic.recognise.languages.tables import PageWords

DUTCH = PageWords(
    information="gegevens|informatie|cookies",
    done=r"verzamel|gebruik|bewa|verwerk|verstrek|\bdel(?:en|ing)|gedeeld|verko|verwijder|bescherm",
    speaker=r"\b(?:wij|ons|onze)\b",
    robot_check="geen robot",
    refused="toegang geweigerd",
    not_found="pagina niet gevonden",
    parked="domein (?:is )?te koop",
    chooser="kies (?:uw|je) (?:land|taal|regio)",
    closed="in onderhoud",
    login=r"^(?:inloggen)\b",
    legal="gegevens|voorwaarden",
    terms="(?:gebruiks|algemene |gebruikers)voorwaarden",
    data="gegevens",
)
