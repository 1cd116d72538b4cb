"""The English words by which a sentence is read; tables for people to read and change.

All lower case, as `text.sentences` parts them: "don't" is "don" and "t". The
cues among them are written as in `taxonomy/topics.yml`.
"""


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


NEGATIONS = _words("not never no nor neither none cannot nobody nothing without")
CONTRACTED = _words("don doesn didn won can couldn isn aren wasn haven hasn wouldn")
NO_DENIAL = _words("only just limited longer merely necessarily matter")
"""After "not" or "no" these words say something else than no."""
TURNS = _words("but however although though unless except yet whereas")
JOINTS = _words("and or but then so")
PRONOUNS = _words("we you they it")

COMPANY = _words("we company site website us")
READERS = _words(
    "you user users member members customer customers visitor visitors subscriber subscribers",
    "individual individuals person persons people consumer consumers resident residents",
    "anyone everyone",
)
OTHERS = _words(
    "they parties party partners partner advertisers vendors sellers companies networks",
    "providers organizations merchants affiliates subsidiaries recipients employers",
)
AUXILIARIES = _words(
    "do does did don doesn will won may might can cannot could shall should must have has",
    "had never not also currently neither reserve agree are is was were",
)
PASSIVE = _words("be been being is are was were")

SUPPOSES = (
    *(
        "if",
        "whether",
        "whenever",
        "where we|the",
        "were|should we",
        "in the event",
        "to the extent",
        "how",
    ),
    *("right|rights|ability to", "right|rights|ability ... not", "request|requests|requesting"),
    *("ask|asks|asking|direct|directs|instruct|tell us|that|to", "opt|opting|opted you? out"),
    *("informed of", "defines|define|defined as", "definition of"),
    "considered|deemed|constitute|constitutes a?",
    *("wish|want|would like", "learn|know about|more|what|that", "attempt|attempts to"),
    *("information about", "list of ... categories"),
)
"""What follows is asked for, supposed or spoken of, and not said to be so."""

CONDITIONS = (
    *("unless", "except", "excepting", "exception|exceptions", "other than", "aside|apart from"),
    "without ... consent|permission|approval|authorization|authorisation|authority|agreement",
    *("without asking|notifying|informing|first", "without ... knowledge|notice|opt"),
    "with|by|upon|on|have|has|given|obtain your|the|prior|express|explicit ... consent|permission",
    *("with|on consent|permission", "only with|if|as|for|to|when|where|in|those", "only after|by"),
    "you|user|users|members consent|consents|agree|opt|opts|request|requested|authorize",
    "as ... described|disclosed|outlined|specified|stated|provided|permitted|required|explained",
    *("as set|listed|noted|indicated|expressly", "described|outlined|disclosed|listed above|below"),
    *("where|when|if permitted|required|allowed", "subject to", "to the extent", "until"),
    *("reserve the right", "in connection with", "in the case|event of"),
    "if a|any|the user|users|member|members|customer|customers|visitor|visitors",
    "if you|they|users|members|customers|visitors|subscribers",
)
"""What makes it depend on something: an exception, a consent, another place of the text."""

SCOPES = (
    *("for|exchange ... money|monetary|compensation|cash|consideration", "for profit"),
    "for ... financial|monetary|commercial gain|purposes|consideration",
    "monetary consideration",
    "for ... marketing|promotional|advertising purposes|purpose|use|uses|efforts|offers",
    *("for the purpose|purposes of", "for use|uses in|by|for"),
    "for|in their|its|own|direct ... marketing|promotions|promotion|advertising|solicitations",
    "to|can|could|may|that market|advertise|solicit|promote",
    *("in our ... program|programs|programme", "beyond|outside ... scope", "as part of"),
    *("resident|residents of", "california|nevada|virginia|eu|eea residents|resident|consumers"),
    *("as that term", "as defined", "are|is|term defined", "within the meaning"),
    *("under the ccpa|definition", "purposes of ... ccpa|act|law|statute"),
    "in the|a ... sense|way|meaning",
    *("not affiliated|related", "unaffiliated|nonaffiliated|unrelated", "non affiliated"),
    *("outside of|our|the|its", "in ... form|manner that", "together|combination with"),
    "generally|typically|usually|normally|ordinarily",
)
"""What says it of a part only: a price, a purpose, a place, a definition, a habit."""

REFUSALS = _words("without cannot unable impossible not")
KEEPS = _words("reserve reserves retain retains")
ASKED = _words(
    "request requests requested requesting ask asks asked upon contact contacting",
    "want wish wishes tell notify inform write email call let",
)
"""Where these stand, what the company does is done for somebody who wants it."""
MAY = _words("may can might could will shall")
OWNS = _words("has have")
BEFORE_DO = _words("and also inc who generally currently hereby")
"""Words before "do not" after which it is said of somebody, and is not what a link says."""
OPENS_EXCEPTION = _words("however but except unless notwithstanding otherwise instead")
"""A sentence that begins so limits the one before it."""
TURNS_BACK = _words("however")
"""So does one with this among its first words: "We may, however, …"."""
EXCLUDES = ("this|that|these does|do not include|apply|cover|extend",)
"""And one that says so: "This does not include those who assist us."."""
OPENS_LIMIT = _words("except excepting unless without only subject other apart aside otherwise")
"""What begins so limits what follows it: "Unless you agree: …"."""
OPENS_REST = _words("otherwise")
"""A sentence that begins so speaks of what the one before it leaves over."""
