-- 1. The authors and how many posts each has
SELECT authors.id, authors.name, count(posts.id) AS posts
FROM authors
LEFT JOIN posts ON posts.author_id = authors.id
WHERE authors.id <= 20
GROUP BY authors.id
ORDER BY authors.id;

-- 2. Posts and followers
SELECT id,
       name,
       (SELECT count(*) FROM posts WHERE author_id = authors.id) AS posts,
       (SELECT count(*) FROM followers WHERE author_id = authors.id) AS followers
FROM authors
WHERE id <= 20
ORDER BY id;

-- 3. The latest post of each
SELECT authors.id, authors.name, latest.title
FROM authors
LEFT JOIN LATERAL (
    SELECT title
    FROM posts
    WHERE author_id = authors.id
    ORDER BY created_at DESC, id DESC
    LIMIT 1
) AS latest ON true
WHERE authors.id <= 20
ORDER BY authors.id;
