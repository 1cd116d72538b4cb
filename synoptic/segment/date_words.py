"""The words of dates, a table for each language: months, small words, what announces a date.

Expressions are for `re` with IGNORECASE; a blank stands for any white space. What
announces a date is `sure` where it can hardly be said of anything but the text it
stands in, such as "last updated"; the rest needs more around it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

ENACTED, AMENDED, EFFECTIVE = "enacted", "amended", "effective"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """How one language states the date of a text."""

    months: str
    """Names in the order of the year, parted by blanks; other spellings behind a slash."""

    day_first: bool = True
    """Whether 03/04/2018 is the third of April; English writes both."""

    small: str
    """What may stand between the announcing words and the date, such as "on", with weekdays."""

    sure: Mapping[str, str]
    """Announcing words by kind of date."""

    other: Mapping[str, str]
    """The same, of words that announce other dates as well."""

    own: str
    """What a text calls itself: "policy", "notice"."""

    this: str
    """What makes it this text and no other: "this", "these"."""

    is_: str
    """What may stand between the text's name and the announcing words: "was", "has been"."""


LANGUAGES: Mapping[str, DateWords] = {
    "en": DateWords(
        months="january/jan february/feb march/mar april/apr may june/jun july/jul"
        " august/aug september/sept/sep october/oct november/nov december/dec",
        day_first=False,
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
        own="policy|policies|notice|information|statement|terms|conditions|agreement|document|page"
        "|guidelines|code of conduct|rules|version|declaration",
        this="this|these|present",
        is_="is|are|was|were|has been|have been|became|becomes?|will be|will|shall|be|become"
        "|last|most recently|and",
    ),
    "de": DateWords(
        months="januar/jänner februar märz/maerz april mai juni juli august september oktober"
        " november dezember",
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
    ),
    "fr": DateWords(
        months="janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre"
        " novembre décembre/decembre",
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
    ),
    "es": DateWords(
        months="enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre"
        " noviembre diciembre",
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
    ),
    "it": DateWords(
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
        " novembre dicembre",
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
    ),
    "nl": DateWords(
        months="januari februari maart april mei juni juli augustus september oktober november"
        " december",
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
    ),
    "pt": DateWords(
        months="janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro"
        " novembro dezembro",
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
    ),
    "ja": DateWords(
        months="1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
        small="は|が|日付?|の|：",
        sure={
            AMENDED: "最終(?:改[定訂正]|更新|変更|修正)日?|改[定訂正]日|更新日|最新?更新日?",
            EFFECTIVE: "施行日|発効日|有効日|適用開始日|効力発生日|実施日",
            ENACTED: "制定日|策定日",
        },
        other={
            AMENDED: "改[定訂正]|更新|変更|修正",
            EFFECTIVE: "施行|発効|適用開始|実施",
            ENACTED: "制定|策定",
        },
        own="ポリシー|方針|規約|通知|声明|文書|指針|告知|ページ",
        this="本|この|当|当社の|弊社の",
        is_="は|が|、|を|最終",
    ),
}

AFTER = "に|より|から|付け?で?|（.）|現在|第\\d+(?:版|回)|最終|一部|全面|、"
"""Japanese puts the date first: what may stand between it and the word for what happened."""

LAWS = (
    r"\bacts?\b|\blaws?\b|regulations?\b|directives?\b|\bg\.?d\.?p\.?r\b|\brgpd\b|\bdsgvo\b"
    r"|\bccpa\b|\bcpra\b|\bcoppa\b|\blgpd\b|\bavg\b|\bshield\b|\bcode\b(?! of conduct)|\bstatute"
    r"|\bclauses\b|\bloi\b|\brèglement|\bdécret|\bordonnance|gesetz|verordnung|richtlinie \("
    r"|\bley\b|\breglamento|\blegge\b|\bregolamento|\bdecreto|\bwet\b|\blei\b|法律?[はがの、]|条例"
)
"""A date behind one of these words is likely that of a law."""

EARLIER = (
    r"\b(?:previous|prior|former|formerly|old|older|earlier|archived?|past|superseded|until"
    r"|a new)\b"
    r"|\b(?:précédente?s?|anciennes?|antérieure?s?|archives?|jusqu)"
    r"|\b(?:frühere\w*|vorherige\w*|vorige\w*|alte|bisherige\w*|archiv\w*|bis)\b"
    r"|\b(?:anterior(?:es)?|antigu[ao]s?|precedente|precedenti|vorige|oude|eerdere|anteriores)\b"
    r"|以前|旧|過去"
)
"""A date behind or under one of these words is that of another version."""

RECORDS = (
    r"\b(?:accounts?|records?|copyright|your data)\b|©"
    r"|\b(?:you can|that|which|read|see|view|visit|refer|consult\w*|voir"
    r"|siehe|lesen|vea|vedi|zie|veja)\b"
)
"""A date behind one of these words is that of a thing, or of a text to be read elsewhere."""

LIKE_TERMS = (
    r"\bterms|\bconditions|\bagreement|\bcgu\b|\bcgv\b|bedingungen|\bagb\b|términos"
    r"|condiciones|termini|condizioni|voorwaarden|termos|condições|規約"
)
LIKE_COOKIES = r"cookie|tracker|traceur|クッキー"
LIKE_PRIVACY = (
    r"priva|datenschutz|confidential|protection des données|personal data"
    r"|プライバシー|個人情報"
)
SORTS = (LIKE_TERMS, LIKE_COOKIES, LIKE_PRIVACY)
"""Sorts of texts: in a privacy policy, the date of "our terms of use" is that of another one."""
