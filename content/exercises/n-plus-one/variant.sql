DELETE FROM posts WHERE author_id IN (3, 4) OR id % 11 = 0;
INSERT INTO posts SELECT 90000 + n, 6, 'Same moment ' || n, '2027-01-01' FROM generate_series(1, 3) AS n;
DELETE FROM followers WHERE author_id = 2;
INSERT INTO followers SELECT 3, n FROM generate_series(100, 130) AS n;
ANALYZE;
