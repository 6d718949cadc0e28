-- Two joins at once: each post appears once for each follower, and both counts are their product.

-- 1. The authors and how many posts each has
SELECT authors.id, authors.name, count(posts.id) AS posts
FROM authors LEFT JOIN posts ON posts.author_id = authors.id
WHERE authors.id <= 20 GROUP BY authors.id ORDER BY authors.id;

-- 2. Posts and followers
SELECT authors.id, authors.name, count(posts.id) AS posts, count(followers.follower_id) AS followers
FROM authors
LEFT JOIN posts ON posts.author_id = authors.id
LEFT JOIN followers ON followers.author_id = authors.id
WHERE authors.id <= 20 GROUP BY authors.id ORDER BY authors.id;

-- 3. The latest post of each
SELECT id, name,
       (SELECT title FROM posts WHERE author_id = authors.id ORDER BY created_at DESC, id DESC LIMIT 1) AS title
FROM authors WHERE id <= 20 ORDER BY id;
