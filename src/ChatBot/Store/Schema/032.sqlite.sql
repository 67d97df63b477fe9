-- What a message showed of the news that it was for, what it only counted, and what it left out and why: JSON, noted when it has gone out or nothing was left
-- to say; null before that, and of what went out before this was noted. 032.postgresql.sql says the same for PostgreSQL.
ALTER TABLE deliveries ADD COLUMN told TEXT;
