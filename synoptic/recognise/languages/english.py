"""What captured pages say in English."""

from synoptic.recognise.languages.tables import PageWords

ENGLISH = PageWords(
    information=(
        r"\b(?:personal|personally|information|data|details|records?|logs?|log files?|cookies?"
        r"|ip addresses|addresse?s?|e-?mails?|names?|location)\b"
    ),
    done=(
        r"\b(?:collect|gather|us(?:e[sd]?|ing)\b|shar(?:e|ing)|sell\b|sold\b|rent\b|disclos"
        r"|stor(?:e|ing)|keeps?\b|kept\b|retain|delet|destroy|transfer|process|protect"
        r"|pass(?:ed)?\b|recorded\b|track|holds?\b|held\b|encrypt|monitor|receiv|asks? for\b"
        r"|confidential)"
    ),
    speaker=r"\b(?:we|us|our)\b",
    robot_check=r"""
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
""",
    refused=r"""
access (?:to this (?:page|site) (?:has been|is) )?denied
^(?:error )?40[13]\b
\b403\W+forbidden
^forbidden$
you don(?:'|’)?t have permission to (?:access|view)
you do not have permission to (?:access|view)
you (?:have been|are) blocked
unavailable (?:due to|for) legal reasons
not available in your (?:country|region)
""",
    error=r"""
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
""",
    not_found=r"""
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
""",
    moved=r"""
\b30[12378]\b\W*(?:moved|found|see other|redirect|temporary|permanent)
^moved (?:permanently|temporarily)
object (?:has )?moved
(?:document|page|site|website) has (?:permanently )?moved
^we(?:'|’| ha)?ve moved
^redirect(?:ing|ion)?\b
(?:you will be|you are being|being) redirected
if (?:you are not|your browser does not|the page does not) (?:automatically )?redirect
""",
    parked=r"""
(?:domain|website|site|web address)\b.{0,40}\b(?:is|may be) for sale
buy this domain
(?:page|domain|site) is parked\b
parked (?:for )?free
domain parking
(?:this )?domain (?:name )?(?:has|is) expired
""",
    chooser=r"""
(?:choose|select|pick) (?:your |a |an )?(?:country|region|location|language|site|website)
^(?:global site|country|language|region)\W+(?:selector|selection)
""",
    closed=r"""
(?:site|page) (?:is )?(?:currently |temporarily )*(?:under|down for) (?:construction|maintenance)
^(?:site |website )?(?:under |down for |scheduled )(?:construction|maintenance)
^(?:site|website) maintenance$
(?:undergoing|performing) (?:some |scheduled )?maintenance
we(?:'|’)?(?:ll| will) be back (?:soon|shortly)
^coming soon\b
""",
    login=r"""
^(?:please )?(?:log|sign)[ -]?(?:in|on)\b
^(?:member |user )?login\b
(?:must|need to|please) (?:be logged in|log in|sign in)(?: to (?:continue|view|access))?
""",
    scripts=r"""
(?:enable|activate|turn on|requires?|need|without|switch on)\b.{0,40}\bjavascript
javascript\b.{0,40}\b(?:disabled|required|enabled)
browser is (?:not|no longer) supported
unsupported browser
(?:upgrade|update) your browser
""",
    gate=r"""
^before you continue\b
(?:accept|allow|reject|agree to) all\b
manage (?:your )?(?:choices|options|preferences)
we and our (?:\d+ )?partners
(?:of legal drinking age|18 years|21 years)\b.{0,60}\b(?:to enter|to view|site)
""",
    server_page=r"""
^index of /
^it works!?$
default web ?page for this server
^welcome to nginx
(?:apache\S* .{0,30}|iis )?(?:test|default) page\b
isn(?:'|’)?t a github pages site
no (?:web ?site|site) (?:is )?(?:configured|here|at this address)
^site not found
""",
    archive=r"""
wayback machine (?:has not|hasn(?:'|’)t|doesn(?:'|’)t have)
excluded from the wayback machine
got an http \d{3} response at crawl time
page cannot be (?:crawled|displayed) due to robots\.txt
this (?:url|page) (?:has not been|was not) archived
""",
    policy=r"^privacy\W*$|^cookies$|(?:privacy|cookies?) (?:policy|notice|statement)",
    legal="""
privacy|cookie|polic(?:y|ies)|notice|statement|legal|terms|conditions|agreement|guidelines|rules
disclaimer|copyright|code of conduct|accessibility|data protection|gdpr|your rights|imprint
""",
    menu="""
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
""",
    terms=r"""
\bterms (?:of|and|&) |^terms\b|\bterms(?: \(.*\))?$
\bconditions of (?:use|sale|service|carriage)|^(?:general )?conditions\b
\b(?:user|licen[cs]e|services?|membership|subscriber|customer|merchant|developer) agreement
""",
    data="priva|cookie|data|track|personal",
)
