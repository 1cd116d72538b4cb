"""What pages say that stand where a policy was looked for, in the languages we know.

Each line is a pattern and serves the rule that is named like the list. They are common
wordings of servers, firewalls, registrars and content managers, none of a single site.
"""

import re


def _any_of(phrases: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases.split("\n")[1:-1]), re.IGNORECASE)


ROBOT_CHECK = _any_of(r"""
^just a moment\W*$
attention required!? \|
^robot check\b
^security check\b
checking (?:your browser|if the site connection is secure)
(?:verify|confirm|prove|check)(?:ing)?(?: that)? you(?:'|’)?(?: a)?re (?:a |not a )?human\b
you(?:'|’)?(?: a)?re not a (?:ro)?bot\b
think you were a bot
pardon our interruption
unusual (?:traffic|activity) from your (?:computer )?network
incapsula incident
automat(?:ion|ed) tools to browse
(?:enter|type) the characters you see
(?:complete|solv(?:e|ing)) the (?:above |below )?captcha
ddos protection by
review the security of your connection
performing security verification
enable javascript and cookies to continue
(?:uses?|using) a security service to protect
vérifi\S+ que vous êtes (?:bien )?(?:un )?humain
vérification de sécurité
kein roboter
sind sie ein mensch
no (?:eres|es|soy) un robot
verifi\S+ que (?:eres|es) (?:un )?human
non (?:sei|sono) un robot
não (?:é|sou) um robô
geen robot
nie jest\S+ robotem
не робот
ロボットではあり?ません
人間であることを確認
人机验证|验证您是真人|安全验证
""")

REFUSED = _any_of(r"""
access (?:to this (?:page|site) (?:has been|is) )?denied
^(?:error )?40[13]\b
\b403\W+forbidden
^forbidden$
you don(?:'|’)?t have permission to (?:access|view)
you do not have permission to (?:access|view)
you (?:have been|are) blocked
unavailable (?:due to|for) legal reasons
not available in your (?:country|region)
accès (?:refusé|interdit)
(?:zugriff|zugang) verweigert
acceso (?:denegado|prohibido)
accesso negato
acesso negado
toegang geweigerd
odmowa dostępu
доступ запрещ
アクセス(?:が|は)?(?:拒否|禁止)
访问被拒绝|禁止访问
""")

ERROR = _any_of(r"""
\b5\d\d\b\W*(?:internal|bad gateway|service|gateway|backend|bandwidth|server|error)
\b(?:429|408|400)\b\W*(?:too|request|bad)
^(?:http )?error \d{3}\b
internal server error
^server error\b
bad gateway
gateway time-?out
service (?:temporarily )?unavailable
error establishing a database connection
could not connect to (?:the )?(?:database|mysql)
^database error
^runtime error
too many (?:requests|connections)
bandwidth limit exceeded
^(?:fatal error|warning):
^account suspended|this account has been suspended
session (?:has )?(?:expired|timed out)
an (?:unexpected )?error (?:has )?occurred
erreur interne
interner serverfehler
error interno
errore interno
erro interno
サーバーエラー
""")

NOT_FOUND = _any_of(r"""
^\W*404\W*$
\berror\W*404\b
(?<![\d-])404\b(?!-\d)\W*(?:[-–|:]|error|not found|page|file)
^410 gone
\bnot found\W*$
\b(?:page|file|url|document|site) (?:was |is )?not found
page (?:can(?:no|')t|can ?not|could not|couldn(?:'|’)t) be found
can(?:no|'|’)?t (?:seem to )?find (?:that|the|this|your) page
page (?:you .{0,30})?(?:does not|doesn(?:'|’)t|no longer) exists?
page (?:is )?(?:no longer available|unavailable)
no results (?:were )?found
seite (?:wurde |konnte )?nicht gefunden
page (?:introuvable|non trouvée)
página no (?:encontrada|existe)
página não (?:encontrada|existe)
pagina non trovata
pagina niet gevonden
(?:nie znaleziono strony|strona nie istnieje)
страница не найдена
sidan (?:kunde inte hittas|hittades inte)
siden (?:blev )?ikke fundet
ページ(?:が|は)?(?:見つかり|存在し)ませ
页面(?:不存在|未找到)
페이지를 찾을 수 없
""")

MOVED = _any_of(r"""
\b30[12378]\b\W*(?:moved|found|see other|redirect|temporary|permanent)
^moved (?:permanently|temporarily)
object (?:has )?moved
(?:document|page|site|website) has (?:permanently )?moved
^we(?:'|’| ha)?ve moved
^redirect(?:ing|ion)?\b
(?:you will be|you are being|being) redirected
if (?:you are not|your browser does not|the page does not) (?:automatically )?redirect
(?:wird|werden) (?:sie )?(?:automatisch )?weitergeleitet
redirection en cours
(?:vous allez|vous serez) (?:être )?redirigé
(?:será|serás) redirigid
sarai reindirizzat
自動的に(?:移動|転送)
ページは移転
""")

PARKED = _any_of(r"""
(?:domain|website|site|web address)\b.{0,40}\b(?:is|may be) for sale
buy this domain
(?:page|domain|site) is parked\b
parked (?:for )?free
domain parking
(?:this )?domain (?:name )?(?:has|is) expired
domain steht zum verkauf
domain kaufen
(?:nom de )?domaine (?:est )?(?:à vendre|en vente)
dominio (?:está )?(?:en|a la) venta
dominio (?:è )?in vendita
domínio (?:está )?à venda
domein (?:is )?te koop
домен продается
ドメイン.{0,10}(?:販売|売り出し)
域名出售
""")

CHOOSER = _any_of(r"""
(?:choose|select|pick) (?:your |a |an )?(?:country|region|location|language|site|website)
^(?:global site|country|language|region)\W+(?:selector|selection)
(?:wählen sie|bitte wählen).{0,20}(?:land|region|sprache)
choisissez votre (?:pays|région|langue)
(?:elija|seleccione|elige) su (?:país|región|idioma)
scegli (?:il tuo paese|la lingua)
kies (?:uw|je) (?:land|taal|regio)
(?:selecione|escolha) (?:o )?(?:seu )?(?:país|idioma)
(?:国|地域|言語)を?(?:お?選び|選択)
选择(?:您的)?(?:国家|地区|语言)
""")

CLOSED = _any_of(r"""
(?:site|page) (?:is )?(?:currently |temporarily )*(?:under|down for) (?:construction|maintenance)
^(?:site |website )?(?:under |down for |scheduled )(?:construction|maintenance)
^(?:site|website) maintenance$
(?:undergoing|performing) (?:some |scheduled )?maintenance
we(?:'|’)?(?:ll| will) be back (?:soon|shortly)
^coming soon\b
wartungsarbeiten
en (?:cours de )?maintenance
en (?:construcción|mantenimiento)
in manutenzione
em manutenção
in onderhoud
на реконструкции|техническ\S+ работ
メンテナンス中
工事中
网站维护|系统维护
""")

LOGIN = _any_of(r"""
^(?:please )?(?:log|sign)[ -]?(?:in|on)\b
^(?:member |user )?login\b
(?:must|need to|please) (?:be logged in|log in|sign in)(?: to (?:continue|view|access))?
^(?:anmelden|einloggen|anmeldung)\b
^(?:connexion|se connecter|identifiez-vous)\b
^(?:iniciar sesión|acceder|inicie sesión)\b
^(?:accedi|entra)\b
^(?:iniciar sessão|entrar)\b
^(?:inloggen)\b
^(?:войти|вход)\b
^ログイン
^(?:登录|登錄)
""")

SCRIPTS = _any_of(r"""
(?:enable|activate|turn on|requires?|need|without|switch on)\b.{0,40}\bjavascript
javascript\b.{0,40}\b(?:disabled|required|enabled)
javascript\b.{0,40}\b(?:erforderlich|aktivieren|deaktiviert|requis|desactivad)
(?:aktivieren|activez|active|habilite|abilita)\b.{0,40}\bjavascript
javascript.{0,12}(?:有効|启用|启動)
browser is (?:not|no longer) supported
unsupported browser
(?:upgrade|update) your browser
""")

GATE = _any_of(r"""
^before you continue\b
(?:accept|allow|reject|agree to) all\b
manage (?:your )?(?:choices|options|preferences)
we and our (?:\d+ )?partners
(?:of legal drinking age|18 years|21 years)\b.{0,60}\b(?:to enter|to view|site)
alle (?:cookies )?(?:akzeptieren|ablehnen)
tout (?:accepter|refuser)
aceptar todo
accetta tutt[oi]
""")

SERVER_PAGE = _any_of(r"""
^index of /
^it works!?$
default web ?page for this server
^welcome to nginx
(?:apache\S* .{0,30}|iis )?(?:test|default) page\b
isn(?:'|’)?t a github pages site
no (?:web ?site|site) (?:is )?(?:configured|here|at this address)
^site not found
""")

ARCHIVE = _any_of(r"""
wayback machine (?:has not|hasn(?:'|’)t|doesn(?:'|’)t have)
excluded from the wayback machine
got an http \d{3} response at crawl time
page cannot be (?:crawled|displayed) due to robots\.txt
this (?:url|page) (?:has not been|was not) archived
""")

POLICY = _any_of(r"""
^privacy\W*$|^cookies$|(?:privacy|cookies?) (?:policy|notice|statement)
datenschutz|confidentialité|vie privée|privacidad|プライバシー|個人情報|隐私|конфиденциальн
""")
"""A heading under which a short text on cookies is a policy and no banner."""

LEGAL = _any_of(r"""
privacy|cookie|polic(?:y|ies)|notice|statement|legal|terms|conditions|agreement|guidelines|rules
disclaimer|copyright|code of conduct|accessibility|data protection|gdpr|your rights|imprint
datenschutz|impressum|nutzungsbedingungen|\bagb\b|hinweise?\b
confidentialité|vie privée|mentions légales|données|politique
privacidad|aviso|términos|condiciones|política|datos
informativa|termini|condizioni|dati personali
termos|condições|dados pessoais
gegevens|voorwaarden
prywatno|regulamin|danych
конфиденциальн|персональн|услови|правил
プライバシー|個人情報|規約|方針|お知らせ
隐私|隱私|条款|條款|政策|声明|개인정보|약관
""")
"""Titles of what a site publishes as rules, its own or the reader's."""

MENU = _any_of(r"""
^(?:home|homepage|shop|store|products|all products|services|solutions|industries|resources)$
^(?:careers?|jobs|our team|team|press|press ?room|newsroom|press releases|news|blog|events)$
^(?:investors?|investor relations|about|about us|contact|contact us|locations|partners)$
^(?:log ?in|sign ?in|sign ?up|log in / register|register|join now|create (?:an )?account)$
^(?:my account|account|(?:shopping )?(?:cart|bag|basket)|checkout|wish ?list|gift cards?)$
^(?:add to (?:cart|bag|basket)|shop now|shop all|buy now|track (?:my |your )?orders?)$
^(?:find a store|store locator|free trial|pricing|request a demo|get started|download)$
^(?:learn more|read more|view (?:all|more)|see (?:all|more)|show more|load more|more)$
^(?:skip to (?:main )?content|skip to main navigation|menu|toggle navigation|search|back to top)$
^(?:subscribe|newsletter|support|help|customer service|faqs?|site ?map|calendar|sale|deals)$
^(?:startseite|produkte|über uns|karriere|kontakt|warenkorb|anmelden|mein konto|suche|presse)$
^(?:accueil|produits|à propos|carrières|panier|mon compte|se connecter|rechercher|presse)$
^(?:inicio|productos|sobre nosotros|empleo|contacto|carrito|mi cuenta|iniciar sesión|buscar)$
""")
"""Names by which a site leads to its own pages, as the whole of a line."""

_PLACES = (
    "argentina, australia, austria, belgique, belgium, belgië, brasil, brazil, bulgaria, canada, "
    "chile, china, colombia, croatia, czech republic, danmark, dansk, denmark, deutsch, "
    "deutschland, eesti, egypt, english, españa, español, estonia, finland, france, français, "
    "germany, greece, hong kong, hrvatska, hungary, india, indonesia, ireland, israel, italia, "
    "italiano, italy, japan, korea, latvia, latvija, lietuva, lithuania, luxembourg, magyar, "
    "magyarország, malaysia, mexico, méxico, nederland, nederlands, netherlands, new zealand, "
    "norge, norsk, norway, peru, perú, philippines, poland, polska, polski, portugal, português, "
    "québec, romania, românia, română, russia, schweiz, singapore, slovakia, slovenia, "
    "south africa, spain, suisse, suomi, svenska, sverige, svizzera, sweden, switzerland, taiwan, "
    "thailand, turkey, türkiye, türkçe, uk, ukraine, united kingdom, united states, usa, "
    "venezuela, vietnam, österreich, česká republika, čeština, ελληνικά, россия, русский, עברית, "
    "العربية, 中国, 中文, 台灣, 日本, 日本語, 简体中文, 繁體中文, 대한민국, 한국, 한국어"
)
PLACES = frozenset(_PLACES.split(", "))
"""Countries and languages as choosers name them."""
