-- What the ORM sends today, for authors 1 to 20.

-- 1. The authors and how many posts each has
SELECT id, name FROM authors WHERE id <= 20 ORDER BY id;
SELECT count(*) FROM posts WHERE author_id = 1;
SELECT count(*) FROM posts WHERE author_id = 2;
-- … and so on, 20 times

-- 2. Posts and followers
SELECT id, name FROM authors WHERE id <= 20 ORDER BY id;
SELECT count(*) FROM posts WHERE author_id = 1;
SELECT count(*) FROM followers WHERE author_id = 1;
-- … and so on

-- 3. The latest post of each
SELECT id, name FROM authors WHERE id <= 20 ORDER BY id;
SELECT title FROM posts WHERE author_id = 1 ORDER BY created_at DESC, id DESC LIMIT 1;
-- … and so on
