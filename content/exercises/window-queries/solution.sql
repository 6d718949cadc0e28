-- 1. The three greatest payments of each account
SELECT account, place, id, amount
FROM (
    SELECT account, id, amount, row_number() OVER (PARTITION BY account ORDER BY amount DESC, id) AS place
    FROM payments
) AS ranked
WHERE place <= 3
ORDER BY account, place;

-- 2. The balance after each payment
SELECT id, account, day, amount, sum(amount) OVER by_account AS balance
FROM payments
WINDOW by_account AS (PARTITION BY account ORDER BY day, id ROWS UNBOUNDED PRECEDING)
ORDER BY account, day, id;

-- 3. The longest streak of each user
WITH days AS (
    SELECT DISTINCT user_id, (at AT TIME ZONE 'UTC')::date AS day
    FROM logins
),
streaks AS (
    SELECT user_id, count(*) AS days
    FROM (
        SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS start
        FROM days
    ) AS numbered
    GROUP BY user_id, start
)
SELECT user_id, max(days) AS days
FROM streaks
GROUP BY user_id
ORDER BY user_id;
