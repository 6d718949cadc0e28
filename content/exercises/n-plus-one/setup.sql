CREATE TABLE authors (
    id   int PRIMARY KEY,
    name text NOT NULL
);
INSERT INTO authors SELECT n, 'Author ' || n FROM generate_series(1, 2000) AS n;

CREATE TABLE posts (
    id         int PRIMARY KEY,
    author_id  int NOT NULL REFERENCES authors,
    title      text NOT NULL,
    created_at timestamptz NOT NULL
);
-- Every tenth author has written nothing.
INSERT INTO posts
SELECT n, author, 'Post ' || n, timestamptz '2026-01-01' + n * 37 % 5000 * interval '1 hour'
FROM generate_series(1, 20000) AS n, LATERAL (SELECT 1 + n * 7 % 2000 AS author) AS picked
WHERE author % 10 <> 0;
CREATE INDEX posts_author_created ON posts (author_id, created_at, id);

CREATE TABLE followers (
    author_id   int NOT NULL REFERENCES authors,
    follower_id int NOT NULL,
    PRIMARY KEY (author_id, follower_id)
);
INSERT INTO followers
SELECT author, follower FROM generate_series(1, 2000) AS author, generate_series(1, 7) AS follower
WHERE (author + follower) % 3 > 0 AND author % 7 <> 0;

VACUUM ANALYZE;
