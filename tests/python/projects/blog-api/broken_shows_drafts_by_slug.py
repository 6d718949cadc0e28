"""Drafts are in no list and cannot be changed, but whoever knows the slug reads them."""

import reference

FAILS = ["hides-drafts", "takes-comments"]

find_post = reference.find_post


def find_post_for_all(slug, visitor, change=False):
    if not change:
        post = reference.db.execute("SELECT * FROM posts WHERE slug = ?", (slug,)).fetchone()
        if post is not None:
            return post
    return find_post(slug, visitor, change)


reference.find_post = find_post_for_all

if __name__ == "__main__":
    reference.main()
