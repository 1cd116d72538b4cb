"""A browser window and what happens in it."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

SIZES = {"phone": (390, 844), "desktop": (1440, 900)}


@dataclass
class Watch:
    """What a page asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@dataclass
class Reader:
    """A person at a browser window."""

    page: Page
    site: str
    watch: Watch

    def open(self, path: str = "") -> Page:
        self.page.goto(self.site + path, wait_until="load")
        return self.page

    def open_to_click(self, path: str) -> Page:
        """Open a page and wait until the theme has the site map.

        Before it does, it may take a link within a page for one to another and not scroll.
        """
        with self.page.expect_response("**/sitemap.xml"):
            self.open(path)
        self.page.wait_for_load_state("networkidle")
        return self.page


@contextlib.contextmanager
def reading(
    browser: Browser, site: str, size: str = "desktop", **options: object
) -> Iterator[Reader]:
    width, height = SIZES[size]
    context: BrowserContext = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", **options
    )
    context.set_default_timeout(8000)
    page, watch = context.new_page(), Watch()
    page.on("request", lambda request: watch.requests.append(request.url))
    page.on("pageerror", lambda error: watch.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            message.type in ("error", "warning")
            and watch.complaints.append(f"{page.url}: {message.text}")
        ),
    )
    yield Reader(page, site, watch)
    context.close()
