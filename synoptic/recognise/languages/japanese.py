"""What captured pages say in Japanese."""

from synoptic.recognise.languages.tables import PageWords

JAPANESE = PageWords(
    information="個人情報|情報|データ|クッキー|cookie",
    done="収集|取得|利用|使用|提供|保管|保存|開示|管理|共有|削除|取り?扱",
    speaker="当社|弊社|私たち",
    robot_check="""
ロボットではあり?ません
人間であることを確認
""",
    refused="アクセス(?:が|は)?(?:拒否|禁止)",
    error="サーバーエラー",
    not_found="ページ(?:が|は)?(?:見つかり|存在し)ませ",
    moved="""
自動的に(?:移動|転送)
ページは移転
""",
    parked="ドメイン.{0,10}(?:販売|売り出し)",
    chooser="(?:国|地域|言語)を?(?:お?選び|選択)",
    closed="""
メンテナンス中
工事中
""",
    login="^ログイン",
    scripts="javascript.{0,12}有効",
    policy="プライバシー|個人情報",
    legal="プライバシー|個人情報|規約|方針|お知らせ",
    terms="利用規約|ご利用条件|サービス規約",
    data="個人|プライバシー",
)
