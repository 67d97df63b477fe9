-- Whose chat it is, and whether the bot may write there just now. 027.sqlite.sql says the same for SQLite.
ALTER TABLE chats ADD COLUMN owner TEXT;           -- the person whose private chat it is; NULL: it has others, or nobody said
ALTER TABLE chats ADD COLUMN paused_at BIGINT;      -- since when a right lacks that can be given back; NULL: none lacks
ALTER TABLE chats ADD COLUMN paused_reason TEXT;
-- Of Telegram a person's private chat has the person's number.
UPDATE chats SET owner = chat WHERE platform = 'telegram' AND chat NOT LIKE '-%';
CREATE INDEX chats_owner ON chats (platform, owner) WHERE owner IS NOT NULL;
CREATE INDEX chats_paused ON chats (platform, chat) WHERE paused_at IS NOT NULL;
