"""Pages that are a shell around a frame, with or without its text."""

import html
from email.message import EmailMessage

import pytest

from synoptic import clean
from synoptic.build.one_text import Opened, cleaned, source_of
from synoptic.formats.frames import with_frames
from synoptic.formats.read import read

POLICY = (
    "<!DOCTYPE html><title>In the frame</title><h2>Cards</h2><p>We keep your name and your address"
    " for as long as you have a card. We pass them on to nobody, unless a court asks for them.</p>"
    "<p>Ask at the desk to see what is written on your card, or to have it corrected.</p>"
)
SHELL = "<html><title>The library</title><h1>Privacy</h1>{}<footer>© 2001 The library</footer>"


def in_message(page: str, *frames: tuple[str, dict[str, str]]) -> bytes:
    """A page that a browser saved as a message, with other pages and what is said of them."""
    message = EmailMessage()
    message.make_related()
    for text, headers in ((page, {"Content-Location": "https://a.example/en/privacy"}), *frames):
        part = EmailMessage()
        part.set_content(text.encode(), maintype="text", subtype="html", cte="base64")
        for name, value in headers.items():
            part.add_header(name, value)
        message.attach(part)
    return message.as_bytes()


@pytest.mark.parametrize(
    ("element", "headers"),
    [
        ("<iframe src='cid:frame-2@x'></iframe>", {"Content-ID": "<frame-2@x>"}),
        ("<iframe data-src=x SRC = 'cid:frame-2@x'/>", {"Content-ID": "<frame-2@x>"}),
        ("<iframe src=../frame></iframe>", {"Content-Location": "https://a.example/frame"}),
        (
            "<frameset cols='1,*'><frame src='/menu'><frame src='/frame'></frameset>",
            {"Content-Location": "https://a.example/frame"},
        ),
    ],
)
def test_a_frame_in_a_message_is_taken_up(element: str, headers: dict[str, str]) -> None:
    text = clean(in_message(SHELL.format(element), (POLICY, headers)))

    assert text.startswith("# Privacy\n\n## Cards\n\nWe keep your name")
    assert "In the frame" not in text


def test_a_frame_in_a_frame_is_taken_up_and_no_frame_twice() -> None:
    outer = "<p>See below.<iframe src='cid:inner@x'></iframe><iframe src='cid:outer@x'></iframe>"
    page = SHELL.format("<iframe src='cid:outer@x'></iframe>" * 2)
    data = in_message(
        page, (outer, {"Content-ID": "<outer@x>"}), (POLICY, {"Content-ID": "<inner@x>"})
    )

    assert clean(data).count("for as long as you have a card") == 1


def test_a_frame_that_holds_its_text_is_taken_up() -> None:
    page = SHELL.format(f'<iframe title="Privacy" srcdoc="{html.escape(POLICY)}"></iframe>')

    assert "## Cards\n\nWe keep your name" in clean(page.encode())


def test_a_frame_with_less_text_than_the_page_is_left_alone() -> None:
    advertisement = "<iframe srcdoc='&lt;p>Buy a bookcase!'></iframe>"
    page = SHELL.format(POLICY + advertisement)

    assert with_frames(page) == page
    assert "bookcase" not in clean(page.encode())


@pytest.mark.parametrize("end", ["", "<!--", "<script>", "</iframe></body></html>", "<p title='"])
def test_the_words_add_up_whatever_a_frame_ends_with(end: str) -> None:
    frame = html.escape(POLICY + end)
    record = Opened.alone(SHELL.format(f'<iframe srcdoc="{frame}"></iframe>').encode(), "a.html")
    made = cleaned(source_of(record), record)

    assert made.words["source"] == made.words["kept"] + made.words["removed"]


def test_frames_in_frames_end_somewhere() -> None:
    frame = POLICY
    for _ in range(12):
        frame = f'<iframe srcdoc="{html.escape(frame)}"></iframe>'

    assert with_frames(frame).count("<iframe>") < 12


def test_a_shell_without_its_frame_is_shown_apart() -> None:
    page = SHELL.format("<iframe src='https://b.example/policy/4711'></iframe>")
    record = Opened.alone(f"<html><body>{page}".encode(), "a.html")
    finding = cleaned(source_of(record), record).no_policy

    assert finding
    assert finding.rule == "frameset"


def test_a_policy_with_a_frame_beside_it_is_a_policy() -> None:
    page = SHELL.format(f"{POLICY}<iframe src='https://b.example/map'></iframe>")
    record = Opened.alone(f"<html><body>{page}".encode(), "a.html")

    assert cleaned(source_of(record), record).no_policy is None


def test_a_frame_that_is_no_text_holds_no_words() -> None:
    data = in_message(
        SHELL.format(POLICY + "<iframe src='cid:frame@x'></iframe>"),
        ("\x00\x01\x02" * 200, {"Content-ID": "<frame@x>"}),
    )

    assert "We keep your name" in read(data, "a.mhtml").text


def test_an_address_that_is_none_leads_to_no_frame() -> None:
    page = SHELL.format("<iframe src='http://[x'></iframe>")
    assert with_frames(page, "https://a.example/", {"https://a.example/": POLICY}) == page
