-- Inner joins: authors who have written nothing are gone.

-- 1. The authors and how many posts each has
SELECT authors.id, authors.name, count(*) AS posts
FROM authors JOIN posts ON posts.author_id = authors.id
WHERE authors.id <= 20 GROUP BY authors.id ORDER BY authors.id;

-- 2. Posts and followers
SELECT authors.id, authors.name, count(DISTINCT posts.id) AS posts, count(DISTINCT follower_id) AS followers
FROM authors JOIN posts ON posts.author_id = authors.id JOIN followers ON followers.author_id = authors.id
WHERE authors.id <= 20 GROUP BY authors.id ORDER BY authors.id;

-- 3. The latest post of each
SELECT DISTINCT ON (authors.id) authors.id, authors.name, posts.title
FROM authors JOIN posts ON posts.author_id = authors.id
WHERE authors.id <= 20 ORDER BY authors.id, posts.created_at DESC, posts.id DESC;
