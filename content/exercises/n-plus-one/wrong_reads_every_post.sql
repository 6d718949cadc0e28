-- The latest posts of all authors are worked out first, and twenty are kept.

-- 1. The authors and how many posts each has
SELECT authors.id, authors.name, count(posts.id) AS posts
FROM authors LEFT JOIN posts ON posts.author_id = authors.id
WHERE authors.id <= 20 GROUP BY authors.id ORDER BY authors.id;

-- 2. Posts and followers
SELECT id, name,
       (SELECT count(*) FROM posts WHERE author_id = authors.id) AS posts,
       (SELECT count(*) FROM followers WHERE author_id = authors.id) AS followers
FROM authors WHERE id <= 20 ORDER BY id;

-- 3. The latest post of each
WITH ranked AS MATERIALIZED (
    SELECT author_id, title, row_number() OVER (PARTITION BY author_id ORDER BY created_at DESC, id DESC) AS place
    FROM posts
)
SELECT authors.id, authors.name, ranked.title
FROM authors LEFT JOIN ranked ON ranked.author_id = authors.id AND place = 1
WHERE authors.id <= 20 ORDER BY authors.id;
