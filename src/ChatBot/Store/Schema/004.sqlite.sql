-- 004.postgresql.sql says what it is for; one service alone uses a file, so here nobody looks at it.
ALTER TABLE seen_updates ADD COLUMN claimed_until INTEGER NOT NULL DEFAULT 0;
