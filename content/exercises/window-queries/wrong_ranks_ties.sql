-- rank() gives equal amounts the same place, so an account has three rows, or five, or thirty.

-- 1. The three greatest payments of each account
SELECT account, place, id, amount FROM (
    SELECT account, id, amount, rank() OVER (PARTITION BY account ORDER BY amount DESC) AS place FROM payments
) AS ranked
WHERE place <= 3 ORDER BY account, place, id;

-- 2. The balance after each payment
SELECT id, account, day, amount, sum(amount) OVER (PARTITION BY account ORDER BY day, id) AS balance
FROM payments ORDER BY account, day, id;

-- 3. The longest streak of each user
WITH days AS (SELECT DISTINCT user_id, at::date AS day FROM logins),
numbered AS (SELECT user_id, day, day - dense_rank() OVER (PARTITION BY user_id ORDER BY day)::int AS start FROM days),
streaks AS (SELECT user_id, count(*) AS days FROM numbered GROUP BY user_id, start)
SELECT user_id, max(days) AS days FROM streaks GROUP BY user_id ORDER BY user_id;
