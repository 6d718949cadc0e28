-- The balance is summed afresh for each payment, which reads the account's payments once for each of them.

-- 1. The three greatest payments of each account
SELECT account, place, id, amount FROM (
    SELECT account, id, amount, row_number() OVER (PARTITION BY account ORDER BY amount DESC, id) AS place FROM payments
) AS ranked
WHERE place <= 3 ORDER BY account, place;

-- 2. The balance after each payment
SELECT id, account, day, amount,
       (SELECT sum(p.amount) FROM payments p
        WHERE p.account = payments.account AND (p.day, p.id) <= (payments.day, payments.id)) AS balance
FROM payments ORDER BY account, day, id;

-- 3. The longest streak of each user
WITH days AS (SELECT DISTINCT user_id, at::date AS day FROM logins),
numbered AS (SELECT user_id, day - row_number() OVER (PARTITION BY user_id ORDER BY day)::int AS start FROM days),
streaks AS (SELECT user_id, count(*) AS days FROM numbered GROUP BY user_id, start)
SELECT user_id, max(days) AS days FROM streaks GROUP BY user_id ORDER BY user_id;
