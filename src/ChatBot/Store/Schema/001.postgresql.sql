-- Times are milliseconds since 1970 (UTC), days are ISO 8601. 001.sqlite.sql says the same for SQLite.
CREATE TABLE schema_versions (
    version    INTEGER NOT NULL PRIMARY KEY,
    applied_at BIGINT  NOT NULL
);

-- Every version of every document. The current one has no replaced_at; only it has facts.
CREATE TABLE documents (
    topic          TEXT    NOT NULL,
    id             TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    content_hash   TEXT    NOT NULL, -- of the text as received and what is known of its source
    origin         TEXT    NOT NULL, -- the folder, feed or command that it came by
    basis          TEXT    NOT NULL, -- what the facts were drawn with: topic and engine
    kind           TEXT    NOT NULL,
    publisher      TEXT,
    title          TEXT,
    author         TEXT,
    published      TEXT,
    published_note TEXT,
    language       TEXT    NOT NULL,
    url            TEXT,
    received_at    BIGINT  NOT NULL,
    replaced_at    BIGINT ,
    encoding       TEXT    NOT NULL, -- of the next two: utf-8, or utf-16 where the text is not well-formed Unicode
    received       BYTEA   NOT NULL,
    text           BYTEA   NOT NULL,
    layout         TEXT    NOT NULL, -- JSON: paragraphs, sentences, stripped parts, map from text to received
    PRIMARY KEY (topic, id, version)
);
CREATE UNIQUE INDEX documents_current ON documents (topic, id) WHERE replaced_at IS NULL;

CREATE TABLE facts (
    topic       TEXT    NOT NULL,
    document_id TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    locator     TEXT    NOT NULL,
    sentence    INTEGER NOT NULL,
    start       INTEGER NOT NULL, -- in UTF-16 units of the document's text
    length      INTEGER NOT NULL,
    stance      TEXT    NOT NULL,
    attributes  TEXT    NOT NULL, -- JSON
    details     TEXT    NOT NULL, -- JSON: entities, attribution, dates, quantities, roles
    PRIMARY KEY (topic, document_id, version, number),
    FOREIGN KEY (topic, document_id, version) REFERENCES documents (topic, id, version) ON DELETE CASCADE
);

-- Nobody's name stands in these two, nor where a question was asked.
CREATE TABLE unanswered_questions (
    id       BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic    TEXT    NOT NULL,
    question TEXT    NOT NULL,
    asked_at BIGINT  NOT NULL
);
CREATE INDEX unanswered_questions_topic ON unanswered_questions (topic, id);

CREATE TABLE feedback (
    id       BIGINT  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic    TEXT    NOT NULL,
    question TEXT    NOT NULL,
    answer   TEXT    NOT NULL,
    helpful  BOOLEAN NOT NULL,
    given_at BIGINT  NOT NULL
);
CREATE INDEX feedback_topic ON feedback (topic, id);
