"""The words of Polish."""

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

POLISH = LanguageWords(
    tag="pl",
    abbreviations="art np nr pkt pt str tel tzw ul ust wg",
    months=(
        "stycznia/styczeń/sty lutego/luty/lut marca/marzec kwietnia/kwiecień/kwi maja/maj"
        " czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpień/sie września/wrzesień/wrz"
        " października/październik/paź listopada/listopad/lis grudnia/grudzień/gru"
    ),
    numbers=NumberWords(
        numbers=numerals(
            "zero jeden/jedna/jedno/jednego dwa/dwie/dwóch trzy/trzech cztery/czterech pięć/pięciu"
            " sześć/sześciu siedem/siedmiu osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu"
            " jedenaście dwanaście/dwunastu trzynaście czternaście/czternastu piętnaście"
            " szesnaście siedemnaście osiemnaście dziewiętnaście",
            tens="dwadzieścia trzydzieści/trzydziestu czterdzieści pięćdziesiąt sześćdziesiąt"
            " siedemdziesiąt osiemdziesiąt dziewięćdziesiąt",
        ),
        large={"sto": 100, "tysiąc": 1_000},
        units=units_of_time(
            "godzina/godziny/godzin dzień/dni tydzień/tygodnie/tygodni"
            " miesiąc/miesiące/miesięcy rok/roku/lata/lat"
        ),
    ),
    dates=DateWords(
        small="dnia|dniu|z dniem|od|z|na dzień|w|data|jest|"
        "poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela",
        sure={
            AMENDED: "(?:data )?(?:ostatnia|ostatniej) (?:aktualizacja|aktualizacji|zmiana|zmiany"
            "|modyfikacja|modyfikacji)|ostatnio (?:zaktualizowan[aoey]|zmienion[aoey])"
            "|data (?:aktualizacji|zmiany|modyfikacji)",
            EFFECTIVE: "data wejścia w życie|wejście w życie|data obowiązywania",
            ENACTED: "data (?:publikacji|uchwalenia|przyjęcia)",
        },
        other={
            AMENDED: "zaktualizowan[aoey]|aktualizacja|zmienion[aoey]|wersja z",
            EFFECTIVE: "obowiązuje od|obowiązuje|wchodzi w życie|weszła w życie|w mocy",
            ENACTED: "przyjęt[aoey]|uchwalon[aoey]",
        },
        own=r"polityk[aię]|regulamin\w*|oświadczeni\w+|informacj\w+|zasad\w*|dokument\w*"
        r"|wersj\w+|stron\w+|klauzul\w+",
        this="niniejsz[aey]\\w*|t[aoe]|obecn[aey]\\w*|nasz[aey]?",
        is_="jest|są|został[aoy]?|zostały|była|było|wchodzi|weszła|obowiązuje|ostatnio",
        and_="i",
        bare="wersja|data|ostatnio|i",
        goes_on=r"r\.|roku|i",
        until="do dnia",
        until_number="do",
        at="o godz",
        laws=r"\brodo\b|\bustaw|rozporządzeni|\bdyrektyw",
        earlier=r"\b(?:poprzedni\w*|wcześniejsz\w*|star[aey]\w*|archiwaln\w*)",
        records=r"\b(?:zob|zobacz|patrz|przeczytaj)\b",
        terms="regulamin|warunki",
        cookies="ciasteczk",
        privacy="prywatnoś|danych osobowych",
    ),
    titles=TitleWords(
        policy="polityka (?:prywatności|ochrony danych|plików cookies?|cookies?)"
        "|(?:informacja|klauzula|zasady) (?:o |dotycząca )?(?:przetwarzani[ua]|ochrony) danych",
        matter="prywatnoś|danych osobowych|dane osobowe",
        generic="spis treści|wstęp|wprowadzenie|strona główna|menu|podsumowanie|informacje ogólne",
    ),
)
