"""The words of Japanese."""

from synoptic.text.languages.tables import (
    AMENDED,
    EFFECTIVE,
    ENACTED,
    DateWords,
    LanguageWords,
    TitleWords,
)

JAPANESE = LanguageWords(
    tag="ja",
    has_edges=False,
    dates=DateWords(
        units=("年", "月", "日"),
        eras={"令和": 2018, "平成": 1988},
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
        behind=r"に|より|から|付け?で?|（.）|現在|第\d+(?:版|回)|最終|一部|全面|、",
        own="ポリシー|方針|規約|通知|声明|文書|指針|告知|ページ",
        this="本|この|当|当社の|弊社の",
        is_="は|が|、|を|最終",
        until="から[^施適発]|～",
        laws="法律?[はがの、]|条例",
        earlier="以前|旧|過去",
        terms="規約",
        cookies="クッキー",
        privacy="プライバシー|個人情報",
    ),
    titles=TitleWords(
        policy="(?:プライバシー|個人情報|クッキー)[^。]{0,12}(?:ポリシー|方針|について|取[り扱]*い|ステートメント|通知)",
        matter="プライバシー|個人情報",
        generic="目次|はじめに|ホーム|概要|メニュー",
    ),
)
