"""Which captured pages are no policies: by what they say of themselves, never a policy."""

import re
from pathlib import Path

import pytest
from archives import Archive
from makers import header

from synoptic.cleaning import clean_page
from synoptic.formats.read import read
from synoptic.recognise import no_policy
from synoptic.recognise.pages import RULES

ROOT = Path(__file__).parent.parent


def page(title: str, body: str) -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def fragment(text: str, menu: str, times: int = 30) -> str:
    """Write a menu and many paragraphs of which the first says something."""
    filling = "".join(f"<p>Chair {number} is of oak and of ash.</p>" for number in range(times))
    points = "".join(f"<li>{name}</li>" for name in menu.split(", "))
    return f"<ul>{points}</ul><p>{text}</p>{filling}"


MENU = "Home, Shop now, Careers, Investors, Privacy Policy"
CHALLENGE = page(
    "One moment",
    "<h1>acme.example</h1><p>Please verify that you are human. acme.example needs to review the "
    "security of your connection.</p><p>Request 12ab</p>",
)
PAGES: dict[str, list[str]] = {
    "robot_check": [
        CHALLENGE,
        page("Sicherheit", "<p>Bitte bestätigen Sie: Ich bin kein Roboter.</p>"),
        "# Just a moment...\n\nWe look at your browser.",
    ],
    "archive_message": [page("Archive", "<p>The Wayback Machine has not archived that page.</p>")],
    "parked_domain": [
        page("acme.example", "<p>Buy this domain today!</p><a href=x>Privacy policy</a>"),
        page("Domaine", "<p>Ce nom de domaine est à vendre.</p>"),
    ],
    "page_moved": [
        page("301 Moved Permanently", "<h1>Moved</h1><p>It is <a href=x>here</a> now.</p>"),
        '<meta http-equiv=refresh content="0;url=/new"><p>Our texts are elsewhere.</p>',
    ],
    "page_not_found": [
        page("Acme", "<h1>Error 404</h1><p>Nothing here. <a href=/>Home</a></p>"),
        f"<ul><li>Shop</ul>{'<p>Oak is a wood.</p>' * 9}<p>Error 404: page not found</p>"
        f"<p>Enter your e-mail address to receive news.</p>{'<p>Oak is a wood.</p>' * 99}",
        page("Seite nicht gefunden", "<p>Bitte nutzen Sie die Suche.</p>"),
        page(
            "Page not found",
            "<p>We use cookies to measure visits.</p><p>Try the <a href=s>search</a>.</p>",
        ),
    ],
    "access_refused": [page("403 Forbidden", "<h1>Forbidden</h1><p>Not for you.</p>")],
    "server_error": [page("502 Bad Gateway", "<h1>502 Bad Gateway</h1><p>nginx</p>")],
    "server_page": [page("Index of /legal", "<h1>Index of /legal</h1><a href=a>a.pdf</a>")],
    "closed_site": [page("Acme", "<h1>Under construction</h1><p>Come again in May.</p>")],
    "chooser": [
        page(
            "Acme",
            "<h1>Select your country</h1><ul><li><a href=1>Deutschland</a><li><a href=2>France</a>"
            "<li><a href=3>Italia</a></ul>",
        )
    ],
    "terms_of_use": [
        page("Chairs", f"<h1>Terms of use</h1><p>{'You may not copy our chairs. ' * 200}</p>"),
        page("AGB", f"<h1>Nutzungsbedingungen</h1><p>{'Stühle bleiben hier. ' * 99}</p>"),
        "# Licence Agreement\n\nWe store your name.\n\n" + "You may sit down on chairs. " * 80,
    ],
    "another_page": [
        fragment("Our goods are made of oak.", MENU),
        fragment("Our goods are made of oak. Enter your e-mail address to receive news.", MENU, 50),
        fragment("We use cookies. Our goods are made of oak.", MENU, 60),
        page("Acme", f"<h1>Chairs</h1>{fragment('Our chairs are made of oak.', MENU, 300)}"),
    ],
    "frameset": ["<html><frameset cols=*><frame src=a><noframes><p>Frames!</p></noframes>"],
    "login_page": [page("Log in", "<h1>Log in</h1><form>Name <input type=password></form>")],
    "gate": [page("Acme", "<p>We and our 80 partners store data.</p><button>Accept all</button>")],
    "empty_shell": [
        page("Privacy policy", '<div id="root"></div><script src="a.js"></script>'),
        page("Acme", "<noscript>Please enable JavaScript.</noscript><p>Loading</p>"),
    ],
}
POLICIES = [
    # A text that is both, and a title alone that is not enough.
    page("Terms of use", "<p>We collect your name. We store it. We delete it.</p>" * 9),
    page("Terms of use and privacy", f"<p>{'You may not copy chairs. ' * 200}</p>"),
    "# User agreement\n\n# Your data\n\n" + "You may not copy our chairs. " * 200,
    page("404 Cafe", "<h1>404 Cafe</h1><p>We keep your name. We share your data with nobody.</p>"),
    page(
        "Log in",
        "<p>We use a cookie to keep you in. Your data are not sold.</p><input type=password>",
    ),
    # Said among the menus of a whole site, under no heading.
    fragment("We keep your name. We share your data with nobody. Your data are safe.", MENU, 300),
    fragment("Data are kept. Names are shared. Data are sold. Cookies are stored.", MENU, 300),
    # Headed as rules, or without the menus of a site.
    page("Acme", f"<h2>Code of conduct</h2>{fragment('Sit straight.', MENU)}"),
    fragment("Our goods are made of oak.", "Oak, Ash, Elm, Home"),
    f"# About\n\nCall 404-555-0100.\n\n{'Oak is a wood. ' * 80}",
    page("Privacy", "<p>We use cookies.</p><button>Accept all</button>"),
    page("Under construction", "<p>We store your e-mail. We delete your data after a year.</p>"),
    page(
        "Robot check",
        "<p>We send your IP address to a service that tells robots. It stores the address. "
        "We receive no data.</p>",
    ),
    page("Datenschutz", "<p>Wir speichern keine Daten.</p><script src=a.js></script>"),
    '<meta http-equiv=refresh content="0;url=/new"><p>We keep your name for a year.</p>',
    "# Privacy\n\nWe keep nothing.",
    page("Page not found", f"<p>{'Words upon words and ever more of them. ' * 100}</p>"),
    page(
        "Privacy",
        "<p>It holds in Germany, France, Italy, Spain, Poland, Japan, China and India. "
        "Your data stay there: we store them in each country.</p>",
    ),
]
CASES = [(rule, text) for rule, texts in PAGES.items() for text in texts]


def judged(text: str) -> str | None:
    source = read(text.encode("utf-8"), "a.html")
    finding = no_policy(source, clean_page(source))
    return finding.rule if finding else None


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_a_page_that_is_no_policy_is_told_with_the_rule(rule: str, text: str) -> None:
    assert judged(text) == rule


@pytest.mark.parametrize("text", POLICIES)
def test_a_policy_stays_one(text: str) -> None:
    assert judged(text) is None


def test_every_rule_has_a_case_and_is_explained() -> None:
    rules = [(reason.casefold(), rule.__name__) for reason, rule in RULES]
    text = (ROOT / "docs/about/captures.md").read_text(encoding="utf-8")
    explained = re.findall(r"^### (.+) \{ #([a-z-]+) \}$", text, re.MULTILINE)

    assert set(PAGES) == {name for _, name in rules}
    assert [(title.casefold(), anchor.replace("-", "_")) for title, anchor in explained] == [
        *rules,
        ("by hand", "by_hand"),
    ]


def add_challenge(archive: Archive) -> None:
    """Add a robot check where the policy of Acme was looked for, between its two captures."""
    start = header("acme.example", "20170101120000", "http%3A//www.acme.example/privacy")
    archive.add("wall.md", f"{start}# Just a moment...\n\nWe look at your browser.\n")


def test_a_page_that_is_no_policy_is_shown_apart(archive: Archive) -> None:
    archive.build()
    before, ids = archive.tree(), archive.published()
    add_challenge(archive)
    done = archive.build()

    assert done.status == 0
    told = "corpus/wall.md: warning: probably not a policy, shown apart: robot check [no-policy]"
    assert done.err.startswith(told)
    assert done.out.endswith(", 0 set aside, 1 warning\n")
    (name,) = [one for one in archive.tree() if one.startswith("policies/") and one not in before]
    assert name == "policies/acme/no-policy-2017-01-01.md"
    text = archive.tree()[name].decode("utf-8")
    assert "Probably not a policy: " in text
    assert "We look at your browser." in text
    assert "exclude: true" in text
    listed = archive.tree()["policies/index.md"].decode("utf-8")
    assert name.removesuffix(".md") in listed.partition("## Probably not policies")[2]

    entries = archive.data("policies.json")["policies"]
    (entry,) = [one for one in entries if not one["is_policy"]]
    assert [one["id"] for one in entries if one["is_policy"]] == ids
    assert (entry["no_policy"]["reason"], entry["facts"]) == ("robot check", {})
    assert not any(entry["topics"].values())
    same = [one for one in before if one.startswith(("compare/", "changes/", "policies/acme/2"))]
    same += ["data/comparison.csv", "data/clauses.jsonl", "data/feed.xml", "_parts/overview.md"]
    assert [one for one in same if archive.tree()[one] != before[one]] == []
    assert archive.build("--strict").status == 1


def test_the_page_of_the_policy_leads_to_it(archive: Archive) -> None:
    archive.build()
    before = b"".join(data for name, data in archive.tree().items() if name.endswith("/index.md"))
    add_challenge(archive)
    archive.build()
    (apart,) = [one for one in archive.published() if "no-policy" in one]
    page = archive.tree()[f"policies/{apart.partition('/')[0]}/index.md"].decode()

    assert b"no part of what stands on this page" not in before
    assert f'<a href="../../policies/{apart}/">' in page
    assert ": robot check</li>" in page


@pytest.mark.parametrize("said", ["yes", "no"])
def test_a_person_overrules_what_a_page_is_taken_for(archive: Archive, said: str) -> None:
    archive.add("wall.html", CHALLENGE)
    archive.add("corpus.yml", f"files:\n  wall.html:\n    policy: {said}\n")
    done = archive.build("--strict")

    assert (done.status, done.err) == (0, "")
    entries = {one["source"]["file"]: one for one in archive.data("policies.json")["policies"]}
    assert entries["wall.html"]["is_policy"] is (said == "yes")


def test_a_text_that_was_reviewed_is_not_judged(archive: Archive) -> None:
    archive.add("wall.html", CHALLENGE)
    archive.add(
        "corpus.yml",
        "readers: [{id: ann, name: Ann, kind: person}]\n"
        "files:\n  wall.html:\n    review:\n      - {topic: security, verdict: add, by: ann, "
        "on: 2024-05-01, why: read, quote: security of your connection}\n",
    )
    archive.build()
    entries = {one["source"]["file"]: one for one in archive.data("policies.json")["policies"]}
    assert entries["wall.html"]["is_policy"] is True


def test_explain_says_what_a_page_is_taken_for(archive: Archive) -> None:
    archive.add("wall.html", CHALLENGE)
    done = archive.command("explain", archive.corpus / "wall.html")

    assert "probably not a policy: robot check" in done.out


@pytest.mark.parametrize(
    "title",
    ["Sign in", "Member login", "Connexion", "Se connecter", "Identifiez-vous", "Anmelden",
     "Einloggen", "Accedi", "Entra", "Iniciar sesión", "Acceder", "Inicie sesión", "Inloggen",
     "Iniciar sessão", "Entrar", "Войти", "Вход", "ログイン", "登录"],
)  # fmt: skip
def test_a_form_for_a_password_is_told_in_many_languages(title: str) -> None:
    form = page(title, f"<h1>{title}</h1><form>X <input type=password></form>")
    source = read(form.encode(), "a.html")
    finding = no_policy(source, clean_page(source))

    assert finding
    assert finding.rule == "login_page"
