-- Corrections: chats that want to be told when an answer that they were shown has changed since; 021.postgresql.sql says the same for PostgreSQL.
ALTER TABLE chats ADD COLUMN corrections INTEGER NOT NULL DEFAULT 0; -- 1: wanted

-- What those chats were shown: no name of who asked, and only for a week.
CREATE TABLE shown_answers (
    topic    TEXT    NOT NULL,
    chat_id  INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    question TEXT    NOT NULL, -- as it was read
    said     TEXT    NOT NULL, -- JSON: the statements that led the answer, with their places
    shown_at INTEGER NOT NULL,
    PRIMARY KEY (topic, chat_id, question)
);
CREATE INDEX shown_answers_chat ON shown_answers (chat_id, shown_at);
CREATE INDEX shown_answers_age ON shown_answers (shown_at);
