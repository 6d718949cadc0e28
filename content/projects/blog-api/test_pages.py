"""Lists of posts: pages, filters, and what happens while somebody turns pages."""

import pytest


def walk(visitor, path, between=None, **query):
    """The slugs of all pages in their order, following the cursors; `between` runs before each further page."""
    pages, cursor = [], None
    while True:
        params = query if cursor is None else query | {"cursor": cursor}
        page = visitor.ask(f"GET {path}", 200, params=params).json()
        pages.append([post["slug"] for post in page["items"]])
        cursor = page["next"]
        if cursor is None:
            return pages
        assert len(pages) < 20, f"GET {path} with {query} still has a next after 20 pages: {pages}"
        if between is not None:
            between()


@pytest.fixture(scope="module")
def writer(sign_up):
    """An author with six posts, alternating between two tags, and one draft; the newest first."""
    author = sign_up()
    posts = [author.write(tags=["even" if number % 2 == 0 else "odd", author.email.split("@")[0]]) for number in range(6)]
    draft = author.write("draft", tags=["even"])
    return author, posts[::-1], draft


@pytest.mark.parametrize("limit", [1, 2, 4, 6, 100])
def test_pages_lists__every_post_once(writer, nobody, limit):
    """Six posts in pages of several sizes: newest first, each once, no empty page at the end."""
    author, posts, _ = writer
    slugs = [post["slug"] for post in posts]
    pages = walk(nobody, "/posts", author=author.id, limit=limit)
    expected = [slugs[start : start + limit] for start in range(0, 6, limit)]
    assert pages == expected, f"GET /posts?limit={limit} gave the pages {pages}, not {expected}"


def test_pages_lists__without_bodies(writer, nobody):
    """An item is the post without its body."""
    author, posts, _ = writer
    (item,) = nobody.ask("GET /posts", 200, params={"author": author.id, "limit": 1}).json()["items"]
    assert item == {name: value for name, value in posts[0].items() if name != "body"}, f"GET /posts shows {item}"


def test_pages_lists__twenty_by_default(sign_up, nobody):
    """Without a limit a page has 20 posts."""
    author = sign_up()
    for _ in range(21):
        author.write()
    pages = walk(nobody, "/posts", author=author.id)
    assert [len(page) for page in pages] == [20, 1], f"21 posts gave pages of {[len(page) for page in pages]}"


@pytest.mark.parametrize("limit", ["0", "-1", "101", "many", "1.5"])
def test_pages_lists__bad_limits(nobody, limit):
    """A limit that is not a number from 1 to 100 is 422."""
    nobody.ask(f"GET /posts?limit={limit}", 422)


def test_pages_lists__an_invented_cursor(nobody, ada):
    """A cursor that no page gave is 422 or 400."""
    for visitor, path in ((nobody, "/posts"), (ada, "/me/posts")):
        visitor.ask(f"GET {path}?cursor=invented!", 400, 422)


def test_pages_stay_put__while_posts_are_published(sign_up, nobody):
    """Posts that come in while somebody turns pages make no post appear twice or not at all."""
    author = sign_up()
    slugs = [author.write()["slug"] for _ in range(5)][::-1]
    seen = sum(walk(nobody, "/posts", author.write, author=author.id, limit=2), [])
    assert seen == slugs, f"with posts coming in, the pages showed {seen}, not {slugs}"


def test_pages_stay_put__while_posts_are_deleted(sign_up, nobody):
    """A post that is deleted after it was seen makes no other one vanish, also if it was the last of its page."""
    author = sign_up()
    slugs = [author.write()["slug"] for _ in range(5)][::-1]
    doomed = iter([slugs[1], slugs[0]])
    seen = sum(walk(nobody, "/posts", lambda: author.ask(f"DELETE /posts/{next(doomed)}", 204), author=author.id, limit=2), [])
    assert seen == slugs, f"with seen posts deleted, the pages showed {seen}, not {slugs}"


def test_filters_lists__by_tag_and_author(writer, ada, nobody):
    """Both filters hold over all pages, alone and together."""
    author, posts, _ = writer
    own_tag = author.email.split("@")[0]
    other = ada.write(tags=[own_tag, "even"])["slug"]
    slugs = [post["slug"] for post in posts]
    for query, expected in (
        ({"author": author.id}, slugs),
        ({"tag": own_tag}, [other, *slugs]),
        ({"author": author.id, "tag": "even"}, slugs[1::2]),
        ({"author": author.id, "tag": "eve"}, []),
        ({"author": ada.id, "tag": own_tag}, [other]),
    ):
        seen = sum(walk(nobody, "/posts", limit=2, **query), [])
        assert seen == expected, f"GET /posts with {query} gave {seen}, not {expected}"


def test_filters_lists__ones_own_with_drafts(writer, nobody):
    """GET /me/posts pages through one's own posts, the draft too, without bodies."""
    author, posts, draft = writer
    slugs = [draft["slug"], *[post["slug"] for post in posts]]
    pages = walk(author, "/me/posts", limit=3)
    expected = [slugs[:3], slugs[3:6], slugs[6:]]
    assert pages == expected, f"GET /me/posts?limit=3 gave the pages {pages}, not {expected}"
    assert "body" not in author.ask("GET /me/posts", 200).json()["items"][0]
