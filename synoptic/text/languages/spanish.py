"""The words of Spanish."""

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

SPANISH = LanguageWords(
    tag="es",
    abbreviations="art núm pág sr sra tel",
    months=(
        "enero/ene febrero/feb marzo/mar abril/abr mayo junio/jun julio/jul agosto/ago"
        " septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "cero un/uno/una dos tres cuatro cinco seis siete ocho nueve diez once doce trece"
            " catorce quince dieciséis",
            tens="veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        ),
        units=units_of_time("hora/horas día/días semana/semanas mes/meses año/años"),
    ),
    dates=DateWords(
        ordinal="º|°",
        of="del?",
        small="el|la|del|de|desde|en|es|a partir|fecha|día|"
        "lunes|martes|miércoles|jueves|viernes|sábado|domingo",
        sure={
            AMENDED: "(?:fecha de (?:la )?)?(?:última|ultima) (?:actualización|actualizacion"
            "|modificación|modificacion|revisión|revision|versión)"
            "|fecha de (?:actualización|modificación|revisión)",
            EFFECTIVE: "(?:fecha de )?entrada en vigor|fecha de (?:vigencia|entrada en vigor)"
            "|fecha efectiva",
            ENACTED: "fecha de aprobación",
        },
        other={
            AMENDED: "actualizad[oa]s?|modificad[oa]s?|revisad[oa]s?|versión de",
            EFFECTIVE: "en vigor|vigentes?|en vigencia|entra en vigor|entran en vigor|efectiv[oa]",
            ENACTED: "aprobad[oa]s?",
        },
        own="políticas?|avisos?|declaración|términos|condiciones|documento|página|versión|texto",
        this="est[aeo]s?|presentes?",
        is_="es|son|está|fue|fueron|ha sido|han sido|se|por última vez",
        and_="y",
        goes_on="por",
        until="hasta",
        until_number="al",
        laws=r"\bley\b|\breglamento|\bdecreto",
        earlier=r"\b(?:anterior(?:es)?|antigu[ao]s?)\b",
        records=r"\bvea\b",
        terms="términos|condiciones",
        privacy="privacidad",
    ),
    titles=TitleWords(
        policy="(?:pol.tica|aviso|declaraci.n) de (?:privacidad|protecci.n|cookies)",
        matter="privacidad|datos personales",
        generic="índice|introducción|inicio|contenido",
    ),
)
