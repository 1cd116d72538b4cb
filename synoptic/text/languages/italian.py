"""The words of Italian."""

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

ITALIAN = LanguageWords(
    tag="it",
    abbreviations="art artt cfr dott lett pag sig",
    months=(
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug"
        " agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "zero un/uno/una due tre quattro cinque sei sette otto nove dieci undici dodici tredici"
            " quattordici quindici sedici",
            tens="venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        ),
        units=units_of_time("ora/ore giorno/giorni settimana/settimane mese/mesi anno/anni"),
    ),
    dates=DateWords(
        ordinal="º|°",
        of="del",
        small="il|al|alla|del|dal|in|data|è|a partire|"
        "(?:lune|marte|mercole|giove|vener)dì|sabato|domenica",
        sure={
            AMENDED: "(?:data (?:dell[’']\\s?|di ))?(?:ultimo|ultima) (?:aggiornamento|modifica"
            "|revisione|versione)|data (?:di|dell[’']\\s?)\\s?(?:aggiornamento|revisione)",
            EFFECTIVE: "(?:data di )?entrata in vigore|data di (?:efficacia|decorrenza)",
            ENACTED: "data di adozione",
        },
        other={
            AMENDED: "aggiornat[oaie]|modificat[oaie]|revisionat[oaie]"
            "|versione (?:del|aggiornata al)",
            EFFECTIVE: "in vigore|efficace|valid[oa]",
            ENACTED: "adottat[oa]",
        },
        own="informativa|politica|policy|condizioni|termini|documento|pagina|versione|avviso",
        this="quest[aoei]|presente|presenti",
        is_="è|sono|è stat[oa]|sono stat[ei]|entra|entrano|ultima volta",
        and_="e",
        goes_on="da",
        until_number="al",
        laws=r"\blegge\b|\bregolamento|\bdecreto",
        earlier=r"\bprecedent[ei]\b",
        records=r"\bvedi\b",
        terms="termini|condizioni",
        privacy="privacy",
    ),
    titles=TitleWords(
        policy="informativa (?:sulla |sul )?(?:privacy|trattamento)",
        matter="riservatezza|dati personali",
        generic="indice|introduzione|premessa",
    ),
)
