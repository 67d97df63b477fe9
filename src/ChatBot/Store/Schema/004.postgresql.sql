-- Of several services on one store, each update is worked on by one: until when it is that one's, by the database's clock, unless it says so again.
ALTER TABLE seen_updates ADD COLUMN claimed_until BIGINT NOT NULL DEFAULT 0;
-- Looked through every few seconds for what a service that died has left. (SQLite's is, at a start alone, and there it would only cost.)
CREATE INDEX seen_updates_waiting ON seen_updates (platform, bot, claimed_until) WHERE body IS NOT NULL;
