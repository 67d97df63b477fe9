-- Which messages of the bot answer which message, so that both are changed and deleted together and a reply goes on from the answer that it replies to; on every platform, in
-- place of discord_answers. Kept for three days. 031.sqlite.sql says the same for SQLite.
CREATE TABLE answers (
    platform    TEXT    NOT NULL,
    chat        TEXT    NOT NULL,
    question    TEXT    NOT NULL, -- the message's id in its chat
    person      TEXT,             -- whose words turns has; NULL where it has none
    replies     TEXT    NOT NULL, -- ids, separated by spaces
    turns       TEXT    NOT NULL, -- JSON: what that person had asked by then, as typed
    is_turn     BIGINT  NOT NULL, -- 1: the last of these is this very message's
    answered_at BIGINT  NOT NULL,
    PRIMARY KEY (platform, chat, question)
);
CREATE INDEX answers_age ON answers (answered_at);
CREATE INDEX answers_person ON answers (platform, person) WHERE person IS NOT NULL;
INSERT INTO answers (platform, chat, question, person, replies, turns, is_turn, answered_at)
    SELECT 'discord', channel, question, NULL, replies, '[]', 0, answered_at FROM discord_answers;
DROP TABLE discord_answers;
