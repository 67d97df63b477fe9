-- Which message an answer was shown to, so that one that is taken back is not corrected. 030.sqlite.sql says the same for SQLite.
ALTER TABLE shown_answers ADD COLUMN message TEXT; -- the message's id in its chat; NULL: shown before this was kept
