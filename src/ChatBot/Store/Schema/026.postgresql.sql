-- When a chat could not be written to and can again: people are told then why something didn't reach them. Kept for two weeks. 026.sqlite.sql says the same for SQLite.
CREATE TABLE chat_absences (
    chat_id BIGINT NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    gone_at BIGINT NOT NULL,
    back_at BIGINT NOT NULL
);
CREATE INDEX chat_absences_chat ON chat_absences (chat_id, back_at);

-- Which thumb is whose, so that one that is changed counts once: a hash of the person and the message, kept for three days.
CREATE TABLE feedback_marks (
    mark        TEXT    NOT NULL PRIMARY KEY,
    feedback_id BIGINT NOT NULL,
    helpful     BIGINT NOT NULL,
    given_at    BIGINT NOT NULL
);
CREATE INDEX feedback_marks_age ON feedback_marks (given_at);
