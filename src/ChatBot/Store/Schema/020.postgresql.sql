-- Feeds, folders and addresses that documents come from; 020.sqlite.sql says the same for SQLite.
-- Grows with every transaction that changes a topic's documents, so that each process sees when another has changed them.
CREATE TABLE document_changes (
    topic  TEXT    NOT NULL PRIMARY KEY,
    number BIGINT  NOT NULL
);

-- How each source does, by its name in the settings.
CREATE TABLE sources (
    topic           TEXT    NOT NULL,
    name            TEXT    NOT NULL,
    address         TEXT    NOT NULL, -- where it was; another address under the name starts anew
    next_at         BIGINT  NOT NULL, -- not to be asked before
    claimed_until   BIGINT  NOT NULL, -- one process asks at a time; a claim that runs out is free for another
    asked_at        BIGINT,
    succeeded_at    BIGINT,
    brought_at      BIGINT,           -- when it last brought a document
    failures        INTEGER NOT NULL, -- since it last succeeded
    problem         TEXT,             -- the last failure, in words; NULL after a success
    note            TEXT,             -- of a success: what the operator should know
    documents       INTEGER NOT NULL, -- brought so far, new versions included
    caught_up       INTEGER NOT NULL, -- 1 once all that it had at first has been taken
    etag            TEXT,
    last_modified   TEXT,
    PRIMARY KEY (topic, name)
);

-- What a feed has brought, so that nothing is brought twice.
CREATE TABLE source_entries (
    topic       TEXT    NOT NULL,
    source      TEXT    NOT NULL,
    key         TEXT    NOT NULL, -- of the entry: its id or address, as a digest
    document    TEXT    NOT NULL, -- the id of the document that it became, or repeats
    content     TEXT    NOT NULL, -- a digest of what it says now
    earlier     TEXT    NOT NULL, -- digests of what it said before, the newest first, with spaces between
    waiting     TEXT,             -- a digest it has gone back to, not yet believed
    waiting_for INTEGER NOT NULL, -- at how many looks in a row
    seen_at     BIGINT  NOT NULL,
    PRIMARY KEY (topic, source, key)
);
CREATE INDEX source_entries_content ON source_entries (topic, source, content);
