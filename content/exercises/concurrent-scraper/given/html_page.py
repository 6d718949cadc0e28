"""What a crawler wants of a page of HTML: its title, and where its links lead as they are written."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class HtmlPage:
    title: str | None = None
    links: list[str] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = HtmlPage()
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "title":
            self._in_title = True
            self.page.title = ""
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.page.links.append(href)

    def handle_endtag(self, tag: str) -> None:
        if tag == "title":
            self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.page.title = (self.page.title or "") + data


def parse_html(text: str) -> HtmlPage:
    """Never raises, whatever the text is."""
    parser = _Parser()
    parser.feed(text)
    return parser.page
