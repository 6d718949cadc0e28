-- 1. The three greatest payments of each account
SELECT account, max(amount) AS amount
FROM payments
GROUP BY account
ORDER BY account;

-- 2. The balance after each payment
SELECT id, account, day, amount
FROM payments
ORDER BY account, day, id;

-- 3. The longest streak of each user
SELECT user_id, count(DISTINCT at::date) AS days
FROM logins
GROUP BY user_id
ORDER BY user_id;
