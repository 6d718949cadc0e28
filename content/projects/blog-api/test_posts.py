"""Posts: who writes, reads and changes them."""

import re
import secrets
from concurrent.futures import ThreadPoolExecutor

import pytest


def test_writes_posts__a_post_comes_back_as_written(ada, nobody):
    """A published post can be read by all, at the address that Location says; its author's address is not in it."""
    words = "<b>Grüße</b>'; DROP TABLE posts; --\n\u65e5\u672c"
    sent = {"title": 'It\'s "here" 🎉', "body": words, "tags": ["road-bikes", "2026"], "status": "published"}
    answer = ada.ask("POST /posts", 201, json=sent)
    post = answer.json()
    assert {name: post.get(name) for name in sent} == sent, f"POST /posts gave {post}"
    assert post["author"] == {"id": ada.id, "name": "Ada"}, f"the author of {ada.id!r}'s post is {post['author']}"
    assert set(post) >= {"id", "slug", "created", "updated"}, f"the post has only {sorted(post)}"
    location = answer.headers.get("location", "")
    assert location.endswith(f"/posts/{post['slug']}"), f"Location is {location!r} and the slug {post['slug']!r}"
    for path in (location, f"/posts/{post['slug']}"):
        read = nobody.ask(f"GET {path}", 200)
        assert read.json() == post, f"GET {path} gave {read.text}"
        assert ada.email not in read.text, f"GET {path} shows the address {ada.email}"


def test_writes_posts__a_draft_without_tags_by_default(ada):
    """Where neither is given, the status is draft and there are no tags."""
    post = ada.ask("POST /posts", 201, json={"title": "T", "body": "B"}).json()
    assert (post["status"], post["tags"]) == ("draft", []), f"POST /posts gave {post}"


def test_writes_posts__the_limits_are_allowed(ada):
    """A title of 200 and a body of 50,000 characters and ten tags are taken."""
    tags = [f"tag-{number}" for number in range(10)]
    post = ada.write(title="é" * 200, body="é" * 50_000, tags=tags)
    assert (len(post["title"]), len(post["body"]), sorted(post["tags"])) == (200, 50_000, tags)


BAD_FIELDS = [
    ("title", None),
    ("title", ""),
    ("title", "x" * 201),
    ("title", 7),
    ("body", ""),
    ("body", "x" * 50_001),
    ("status", "secret"),
    ("tags", [f"tag-{number}" for number in range(11)]),
    ("tags", ["Not So"]),
    ("colour", "red"),
]


@pytest.mark.parametrize(("field", "value"), BAD_FIELDS, ids=[f"{field}-{value!r:.12}" for field, value in BAD_FIELDS])
def test_rejects_bad_posts__says_which_field(ada, field, value):
    """A wrong field is 422 that names it, in a new post and in a change; the post stays as it was."""
    post = ada.write()
    for request in ("POST /posts", f"PATCH /posts/{post['slug']}"):
        good = {"title": "T", "body": "B"} if request.startswith("POST") else {}
        detail = ada.ask(request, 422, json=good | {field: value}).json()["detail"]
        named = [entry["loc"] for entry in detail if entry.get("msg")]
        assert len(named) == 1 and field in named[0], f"{request} with a wrong {field} named {named}"
    assert ada.ask(f"GET /posts/{post['slug']}", 200).json() == post, "a refused change has changed the post"


def test_rejects_bad_posts__all_wrong_fields_at_once(sign_up):
    """Both missing fields are named, and nothing is stored."""
    author = sign_up()
    named = {entry["loc"][-1] for entry in author.ask("POST /posts", 422, json={"tags": []}).json()["detail"]}
    assert named == {"title", "body"}, f"POST /posts without title and body named {sorted(named)}"
    author.ask("POST /posts", 400, 422, content=b'{"title": ', headers={"Content-Type": "application/json"})
    assert author.ask("GET /me/posts", 200).json()["items"] == [], "a refused post was stored"


def test_makes_unique_slugs__of_the_title(ada):
    """Accents go, letters become small, the rest becomes single hyphens, none at the ends."""
    word = secrets.token_hex(5)
    for title, slug in ((f"Über uns! {word}", f"uber-uns-{word}"), (f"  {word} -- ¿Qué?", f"{word}-que")):
        assert ada.write(title=title)["slug"] == slug, f"the title {title!r} gave another slug than {slug!r}"


def test_makes_unique_slugs__ten_of_one_title_at_once(ada):
    """Ten posts of one title that are sent at once have ten slugs, and each finds its own post."""
    title = f"Same {secrets.token_hex(5)}"
    with ThreadPoolExecutor(10) as pool:
        posts = list(pool.map(lambda number: ada.write(title=title, body=f"Number {number}."), range(10)))
    slugs = [post["slug"] for post in posts]
    assert len(set(slugs)) == 10, f"ten posts of one title have the slugs {sorted(slugs)}"
    for post in posts:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", post["slug"]), f"{post['slug']!r} is no slug"
        assert ada.ask(f"GET /posts/{post['slug']}", 200).json() == post


def test_makes_unique_slugs__stays_when_the_title_changes(ada, nobody):
    """Links to a post hold when its title is changed."""
    slug = ada.write()["slug"]
    changed = ada.ask(f"PATCH /posts/{slug}", 200, json={"title": "Something else"}).json()
    assert changed["slug"] == slug, f"with the title, the slug became {changed['slug']!r}"
    assert nobody.ask(f"GET /posts/{slug}", 200).json()["title"] == "Something else"


def test_hides_drafts__absent_for_others(ada, bob, nobody):
    """A draft is 404 to other authors and to people without a token."""
    post = ada.write("draft")
    for visitor in (bob, nobody):
        visitor.ask(f"GET /posts/{post['slug']}", 404)
        visitor.ask(f"GET /posts/{post['slug']}/comments", 404)


def test_hides_drafts__in_no_list_of_others(sign_up, bob, admin, nobody):
    """Lists show published posts, whoever asks; only one's own list shows drafts."""
    author = sign_up()
    draft, post = author.write("draft"), author.write()
    for visitor in (bob, nobody, author, admin):
        for params in ({"author": author.id}, {"limit": 100}):
            items = visitor.ask("GET /posts", 200, params=params).json()["items"]
            slugs = [item["slug"] for item in items]
            assert draft["slug"] not in slugs, f"GET /posts with {params} shows a draft to {visitor.email or 'nobody'}"
            assert post["slug"] in slugs, f"GET /posts with {params} lacks the newest post"
    assert draft["slug"] not in [item["slug"] for item in bob.ask("GET /me/posts?limit=100", 200).json()["items"]]


def test_hides_drafts__there_for_author_editors_and_admins(ada, editor, admin, nobody):
    """Its author, an editor and an admin see a draft; all do while it is published."""
    post = ada.write("draft")
    for visitor in (ada, editor, admin):
        assert visitor.ask(f"GET /posts/{post['slug']}", 200).json() == post
    ada.ask(f"PATCH /posts/{post['slug']}", 200, json={"status": "published"})
    nobody.ask(f"GET /posts/{post['slug']}", 200)
    ada.ask(f"PATCH /posts/{post['slug']}", 200, json={"status": "draft"})
    nobody.ask(f"GET /posts/{post['slug']}", 404)


def test_guards_changes__what_is_not_named_stays(ada, nobody):
    """A change of the body leaves title, tags and status alone."""
    post = ada.write(tags=["a", "b"])
    changed = ada.ask(f"PATCH /posts/{post['slug']}", 200, json={"body": "New words."}).json()
    assert changed == post | {"body": "New words.", "updated": changed["updated"]}, f"PATCH gave {changed}"
    assert nobody.ask(f"GET /posts/{post['slug']}", 200).json() == changed


def test_guards_changes__deleted_is_gone(ada, nobody):
    """After deleting, the post is absent: alone and in the list."""
    post = ada.write()
    ada.ask(f"DELETE /posts/{post['slug']}", 204)
    for visitor in (nobody, ada):
        visitor.ask(f"GET /posts/{post['slug']}", 404)
    ada.ask(f"DELETE /posts/{post['slug']}", 404)
    listed = [item["slug"] for item in nobody.ask("GET /posts", 200, params={"author": ada.id}).json()["items"]]
    assert post["slug"] not in listed, f"GET /posts still shows {post['slug']}"


@pytest.mark.parametrize(("status", "refusal"), [("published", 403), ("draft", 404)])
def test_guards_changes__of_other_authors(ada, bob, nobody, status, refusal):
    """Another author's post cannot be changed or deleted: 403 where it is published, 404 where it is a draft."""
    post = ada.write(status)
    bob.ask(f"PATCH /posts/{post['slug']}", refusal, json={"title": "Taken over"})
    bob.ask(f"DELETE /posts/{post['slug']}", refusal)
    nobody.ask(f"PATCH /posts/{post['slug']}", 401, json={"title": "Taken over"})
    nobody.ask(f"DELETE /posts/{post['slug']}", 401)
    assert ada.ask(f"GET /posts/{post['slug']}", 200).json() == post, "a refused request has changed the post"


def test_guards_changes__nobody_writes_in_anothers_name(ada, bob):
    """An author in the body of a request is refused."""
    post = ada.write()
    ada.ask(f"PATCH /posts/{post['slug']}", 422, json={"author": {"id": bob.id}})
    ada.ask("POST /posts", 422, json={"title": "T", "body": "B", "author_id": bob.id})
    assert ada.ask(f"GET /posts/{post['slug']}", 200).json()["author"]["id"] == ada.id


@pytest.mark.parametrize("status", ["published", "draft"])
@pytest.mark.parametrize("role", ["editor", "admin"])
def test_obeys_roles__editors_and_admins_change_every_post(ada, request, role, status):
    """They change and delete what an author wrote; until then it stays the author's."""
    visitor, post = request.getfixturevalue(role), ada.write(status)
    changed = visitor.ask(f"PATCH /posts/{post['slug']}", 200, json={"title": "Edited"}).json()
    assert (changed["title"], changed["author"]) == ("Edited", post["author"]), f"PATCH by the {role} gave {changed}"
    visitor.ask(f"DELETE /posts/{post['slug']}", 204)
    ada.ask(f"GET /posts/{post['slug']}", 404)


def test_refuses_lost_updates__an_old_etag_changes_nothing(ada, editor):
    """Who changes what somebody else has changed meanwhile gets 412; with the present ETag it works."""
    path = f"/posts/{ada.write()['slug']}"
    old = ada.ask(f"GET {path}", 200).headers.get("etag")
    assert old, f"GET {path} has no ETag"
    editor.ask(f"PATCH {path}", 200, json={"title": "The editor's"}, headers={"If-Match": old})
    ada.ask(f"PATCH {path}", 412, json={"title": "Ada's"}, headers={"If-Match": old})
    read = ada.ask(f"GET {path}", 200)
    assert read.json()["title"] == "The editor's", f"a PATCH with 412 has changed the title to {read.json()['title']!r}"
    ada.ask(f"PATCH {path}", 200, json={"title": "Ada's"}, headers={"If-Match": read.headers["etag"]})


def test_takes_comments__of_every_user(ada, bob, nobody):
    """Users comment on a published post, others cannot; the comments come oldest first, in pages."""
    path = f"/posts/{ada.write()['slug']}/comments"
    for number in range(3):
        comment = bob.ask(f"POST {path}", 201, json={"text": f"Comment {number}"}).json()
        assert (comment["text"], comment["author"]["id"]) == (f"Comment {number}", bob.id), f"POST {path} gave {comment}"
    nobody.ask(f"POST {path}", 401, json={"text": "Anonymous"})
    for text in ("", "x" * 2_001):
        bob.ask(f"POST {path}", 422, json={"text": text})
    first = nobody.ask(f"GET {path}?limit=2", 200).json()
    second = nobody.ask(f"GET {path}", 200, params={"limit": 2, "cursor": first["next"]}).json()
    texts = [[comment["text"] for comment in page["items"]] for page in (first, second)]
    assert texts == [["Comment 0", "Comment 1"], ["Comment 2"]], f"GET {path}?limit=2 gave the pages {texts}"
    assert second["next"] is None, f"the last page has the next {second['next']!r}"


def test_takes_comments__who_deletes_them(ada, bob, editor, admin, sign_up):
    """The writer, the post's author, editors and admins delete a comment; a third user gets 403."""
    path = f"/posts/{ada.write()['slug']}/comments"
    third = sign_up()
    for visitor in (bob, ada, editor, admin):
        comment = bob.ask(f"POST {path}", 201, json={"text": "Hello"}).json()
        third.ask(f"DELETE /comments/{comment['id']}", 403)
        visitor.ask(f"DELETE /comments/{comment['id']}", 204)
        visitor.ask(f"DELETE /comments/{comment['id']}", 404)
    assert ada.ask(f"GET {path}", 200).json()["items"] == [], f"GET {path} shows deleted comments"


def test_takes_comments__none_on_what_is_hidden(ada, bob):
    """Another author's draft takes no comment and says so as if it were absent."""
    bob.ask(f"POST /posts/{ada.write('draft')['slug']}/comments", 404, json={"text": "Hello"})
