-- What the buttons of a preview offer to follow and have no room for; of whom it was offered to, nothing. 025.postgresql.sql says the same for PostgreSQL.
CREATE TABLE pending_choices (
    topic      TEXT   NOT NULL,
    reference  TEXT   NOT NULL, -- a hash of the words, as the button carries it
    words      TEXT   NOT NULL,
    offered_at INTEGER NOT NULL,
    PRIMARY KEY (topic, reference)
);
CREATE INDEX pending_choices_age ON pending_choices (offered_at);
