"""A cursor says how many posts were shown, not which was the last: new and deleted posts shift the pages."""

import base64

import reference

FAILS = ["pages-stay-put"]


def list_page(where, values, limit, cursor):
    shown = reference.read_cursor(cursor, 0)
    query = f"SELECT * FROM posts WHERE {' AND '.join(where)} ORDER BY id DESC LIMIT ? OFFSET ?"
    rows = reference.db.execute(query, [*values, limit + 1, shown]).fetchall()
    items = [{key: value for key, value in reference.show_post(row).items() if key != "body"} for row in rows[:limit]]
    more = base64.urlsafe_b64encode(str(shown + limit).encode()).decode() if len(rows) > limit else None
    return {"items": items, "next": more}


reference.list_page = list_page

if __name__ == "__main__":
    reference.main()
