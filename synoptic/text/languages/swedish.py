"""The words of Swedish."""

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

SWEDISH = LanguageWords(
    tag="sv",
    abbreviations="ca dvs kl nr osv resp st tel",
    months=(
        "januari/jan februari/feb mars/mar april/apr maj juni/jun juli/jul augusti/aug"
        " september/sept/sep oktober/okt november/nov december/dec"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "noll en/ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton"
            " sexton sjutton arton nitton",
            tens="tjugo trettio fyrtio femtio sextio sjuttio åttio nittio",
        ),
        large={"hundra": 100, "tusen": 1_000},
        units=units_of_time(
            "timme/timmar/timmars dag/dagar/dagars vecka/veckor/veckors"
            " månad/månader/månaders år/års"
        ),
    ),
    dates=DateWords(
        ordinal=":[ae]",
        small="den|från och med|fr o m|från|per|datum|i|är|sedan|"
        "(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?",
        sure={
            AMENDED: "(?:senast|sist) (?:uppdaterad|ändrad|reviderad)(?:e|es|t)?"
            "|(?:senaste|sista) (?:uppdatering|ändring|revidering|version)(?:en)?"
            "|uppdateringsdatum|datum för (?:senaste )?(?:uppdatering|ändring)",
            EFFECTIVE: "ikraftträdande(?:datum)?|giltig från och med|gäller från och med",
            ENACTED: "(?:först|ursprungligen) publicerad",
        },
        other={
            AMENDED: "uppdaterad(?:e|es|t)?|ändrad(?:e|es|t)?|reviderad(?:e|es|t)?|version från",
            EFFECTIVE: "gäller från|giltig från|träder i kraft|trädde i kraft|i kraft",
            ENACTED: "antagen|fastställd|antogs|fastställdes",
        },
        own=r"\w*policyn?|\w*meddelandet?|\w*villkoren?|\w*informationen?|\w*förklaring(?:en)?"
        "|dokument(?:et)?|sida(?:n)?|version(?:en)?",
        this="denna|detta|dessa|den här|det här|de här|vår|våra",
        is_="är|var|blev|har|senast|sist|träder|trädde|gäller",
        and_="och",
        bare="och|senast",
        goes_on="och|av",
        until="till och med|t o m",
        until_number="till",
        at="kl|klockan",
        laws=r"\blag(?:en)?\b|lagen\b|förordning",
        earlier=r"\b(?:tidigare|föregående|förra|gamla|äldre|till och med)\b",
        records=r"\b(?:se|läs)\b",
        terms="villkor",
        cookies="kakor",
        privacy="integritet|personuppgift|dataskydd",
    ),
    titles=TitleWords(
        policy="integritets(?:policy|meddelande|skydd)|personuppgiftspolicy|dataskydds(?:policy|meddelande)"
        "|behandling av personuppgifter|cookie-?policy",
        matter="integritet|personuppgift|dataskydd",
        generic="innehåll|innehållsförteckning|inledning|översikt|hem|startsida|meny|sammanfattning",
    ),
)
