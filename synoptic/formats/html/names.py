"""What the elements of HTML mean for the flow of the text."""

_BREAKING = """
address article aside blockquote body button caption center col colgroup dd details dialog dir
div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup
html legend li listing main map menu nav noscript object ol optgroup option p pre search section
select summary table tbody td tfoot th thead tr ul applet audio canvas embed video
x-title x-iframe x-noframes x-noembed x-textarea x-xmp x-plaintext
"""
BREAKING = frozenset(_BREAKING.split())
"""Elements that begin and end a line. All others, unknown ones too, run within it."""

_WITHIN_A_LINE = """
br hr image img input svg template
desc foreignobject text textpath tref tspan
"""
PARTING = frozenset({*_WITHIN_A_LINE.split(), *(name.removeprefix("x-") for name in BREAKING)})
"""Elements whose tags end a word: those of `BREAKING`, pictures and the texts in them."""

UNSEEN = frozenset({"script", "style", "meta", "link", "base", "param", "source", "track"})
"""Elements without anything to read. `template` is looked at one by one."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}

STRONG = frozenset({"b", "strong"})
EMPHASISED = frozenset({"i", "em", "cite", "dfn"})

CELLS = frozenset({"td", "th"})
PREFORMATTED = frozenset({"pre", "listing", "x-textarea", "x-xmp", "x-plaintext"})
