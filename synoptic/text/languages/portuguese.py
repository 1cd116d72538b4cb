"""The words of Portuguese."""

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

PORTUGUESE = LanguageWords(
    tag="pt",
    abbreviations="art núm pág sr sra tel",
    months=(
        "janeiro/jan fevereiro/fev março/marco/mar abril/abr maio/mai junho/jun julho/jul"
        " agosto/ago setembro/set outubro novembro/nov dezembro/dez"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "zero um/uma dois/duas três quatro cinco seis sete oito nove dez onze doze treze"
            " catorze/quatorze quinze",
            tens="vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        ),
        units=units_of_time("hora/horas dia/dias semana/semanas mês/meses ano/anos"),
    ),
    dates=DateWords(
        ordinal="º|°",
        of="de",
        small="em|de|no|na|desde|a partir|é|o|a|do|da|dia|data|"
        "(?:segunda|terça|quarta|quinta|sexta)-feira|sábado|domingo",
        sure={
            AMENDED: "(?:data da )?(?:última|ultima) (?:atualização|atualizacao|actualização"
            "|modificação|revisão|alteração|versão)|data d[ae] (?:atualização|revisão|modificação)",
            EFFECTIVE: "(?:data de )?(?:entrada em vigor|vigência)",
            ENACTED: "data de aprovação",
        },
        other={
            AMENDED: "atualizad[oa]s?|actualizad[oa]s?|modificad[oa]s?|revisad[oa]s?|versão de",
            EFFECTIVE: "em vigor|vigentes?|entra em vigor|entram em vigor",
            ENACTED: "aprovad[oa]s?",
        },
        own="políticas?|avisos?|declaração|termos|condições|documento|página|versão",
        this="est[ae]s?|presentes?",
        is_="é|são|foi|foram|está|última vez|pela última vez",
        and_="e",
        goes_on="por",
        until="até",
        laws=r"\blgpd\b|\blei\b",
        earlier=r"\banterior(?:es)?\b",
        records=r"\bveja\b",
        terms="termos|condições",
        privacy="privacidade",
    ),
    titles=TitleWords(
        policy="(?:pol.tica|aviso|declara..o) de (?:privacidade|prote..o|cookies)",
        matter="dados pessoais",
        generic="sumário|introdução|início",
    ),
)
