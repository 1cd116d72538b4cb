"""The words of French."""

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

FRENCH = LanguageWords(
    tag="fr",
    abbreviations="art cf mme mlle réf tél",
    months=(
        "janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout"
        " septembre/sept octobre/oct novembre/nov décembre/decembre/déc"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize"
            " quatorze quinze seize",
            tens="vingt trente quarante cinquante soixante",
        ),
        units=units_of_time("heure/heures jour/jours semaine/semaines mois an/ans/année/années"),
    ),
    dates=DateWords(
        ordinal="er",
        small="le|la|du|au|en|depuis|est|date|à compter du|à partir du|"
        "(?:lun|mar|mercre|jeu|vendre|same)di|dimanche",
        sure={
            AMENDED: "(?:date de (?:la )?)?(?:dernière|derniere) (?:mise à jour|mise a jour"
            "|modification|révision|actualisation|version)"
            "|date de (?:la )?(?:mise à jour|modification|révision)"
            "|(?:dernièrement|dernière fois) (?:mise? à jour|modifiée?s?)",
            EFFECTIVE: "(?:date d[’']\\s?)?(?:entrée|entree) en (?:vigueur|application)"
            "|date d[’']effet|date effective",
            ENACTED: "date d[’']adoption",
        },
        other={
            AMENDED: "mise? à jour|mis à jour|mises à jour|modifiée?s?|actualisée?s?|révisée?s?"
            "|version (?:du|en date du)",
            EFFECTIVE: "en vigueur|entrée?s? en vigueur|applicables?|entre en vigueur"
            "|entrent en vigueur",
            ENACTED: "adoptée?s?",
        },
        own="politiques?|chartes?|déclaration|notice|conditions|mentions|document|page|cgu|cgv"
        "|version|avis|accord|règles",
        this="cette|cet|ce|ces|présente?s?",
        is_="est|sont|a été|ont été|est entrée?|entre|entrent",
        and_="et",
        bare="et",
        goes_on="par",
        until="jusqu",
        until_number="au",
        at="à",
        laws=r"\brgpd\b|\bloi\b|\brèglement|\bdécret|\bordonnance",
        earlier=r"\b(?:précédente?s?|anciennes?|antérieure?s?|archives?|jusqu)",
        records=r"\b(?:voir|consult\w*)\b",
        terms=r"\bconditions|\bcgu\b|\bcgv\b",
        cookies="traceur",
        privacy="protection des données|confidential",
    ),
    titles=TitleWords(
        policy=(
            "(?:politique|charte|d.claration|avis) (?:de |sur la "
            "|relative . la )*(?:confidentialit|protection|vie priv|cookies)"
        ),
        matter="confidentialit|vie priv|donn.es (?:. caract.re )?personnel",
        generic="sommaire|introduction générale|accueil|préambule|table des matières",
    ),
)
