-- What a message of the bot's showed: for each statement its source's number there and its place, so that "[2]" means what people saw; of news as well, whose rows
-- answer no message. 033.sqlite.sql says the same for SQLite.
ALTER TABLE answers ADD COLUMN shown TEXT; -- "number=place", separated by spaces; NULL: nothing, or kept before this was noted
