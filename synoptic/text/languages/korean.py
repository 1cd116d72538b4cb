"""The words of Korean. Particles are glued to its words, so none has an edge."""

from synoptic.text.languages.tables import (
    AMENDED,
    EFFECTIVE,
    ENACTED,
    DateWords,
    LanguageWords,
    TitleWords,
)

KOREAN = LanguageWords(
    tag="ko",
    has_edges=False,
    dates=DateWords(
        units=("년", "월", "일"),
        small="은|는|이|가|일자|날짜|：",
        sure={
            AMENDED: "(?:최종|최근|마지막) ?(?:개정|수정|변경|업데이트)일?"
            "|(?:개정|수정|변경) ?일자?",
            EFFECTIVE: "시행 ?일자?|발효 ?일자?|효력 ?발생일|적용 ?일자?",
            ENACTED: "제정 ?일자?|공고 ?일자?",
        },
        other={
            AMENDED: "개정|수정|변경|업데이트",
            EFFECTIVE: "시행|발효|적용",
            ENACTED: "제정|공고",
        },
        behind="부터|에|자로|자|일부|전면|최종| ",
        own="처리방침|취급방침|방침|정책|약관|고지|문서|페이지|안내",
        this="본|이|당사의|회사의",
        is_="은|는|이|가|을|를|최종|,",
        until="까지",
        laws="법률|법(?:은|는|이|에|의)|시행령",
        earlier="이전|종전|구 ",
        terms="약관",
        cookies="쿠키",
        privacy="개인정보|프라이버시",
    ),
    titles=TitleWords(
        policy="(?:개인정보|프라이버시|쿠키)[^.]{0,12}(?:방침|정책|고지|안내)",
        matter="개인정보|프라이버시",
        generic="목차|소개|개요|홈|메뉴|총칙",
    ),
)
