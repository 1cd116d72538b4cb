"""The words of Chinese, in simplified and traditional characters."""

from synoptic.text.languages.tables import (
    AMENDED,
    EFFECTIVE,
    ENACTED,
    DateWords,
    LanguageWords,
    TitleWords,
)

CHINESE = LanguageWords(
    tag="zh",
    has_edges=False,
    dates=DateWords(
        units=("年", "月", "日"),
        small="为|為|于|於|是|日期|时间|時間|自|：",
        sure={
            AMENDED: "(?:最后|最後|最近|最新|上次)(?:更新|修[订訂改]|修正|变更|變更)"
            "(?:日期|时间|時間|日|于|於)?"
            "|(?:更新|修[订訂改])(?:日期|时间|時間)",
            EFFECTIVE: "(?:生效|施行|实施|實施)(?:日期|时间|時間|日)",
            ENACTED: "(?:发布|發布|公布|制定)(?:日期|时间|時間|日)",
        },
        other={
            AMENDED: "更新|修[订訂改]|修正",
            EFFECTIVE: "生效|施行|实施|實施",
            ENACTED: "发布|發布|公布|制定",
        },
        behind="起|正式|最后|最後|予以|开始|開始|，",
        own="隐私政策|隱私權?政策|政策|条款|條款|声明|聲明|协议|協議|指引|文件|页面|頁面",
        this="本|此|该|該|我们的|我們的",
        is_="于|於|自|已|最后|最後|将|將|，",
        until="至|到|止",
        laws="法[》律规規]|条例|條例",
        earlier="以前|之前的|旧版|舊版|历史|歷史",
        terms="条款|條款|协议|協議",
        cookies="cookie",
        privacy="隐私|隱私|个人信息|個人資料|个人资料",
    ),
    titles=TitleWords(
        policy="(?:隐私|隱私|个人信息|個人資料|个人资料)[^。]{0,8}(?:政策|声明|聲明|指引|条款|條款|通知|规则)",
        matter="隐私|隱私|个人信息|個人資料|个人资料",
        generic="目录|目錄|引言|前言|概述|首页|首頁|总则|總則|菜单",
    ),
)
