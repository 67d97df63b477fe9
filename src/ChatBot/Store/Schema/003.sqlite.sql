-- Who wants to be told of what, and what is on its way to whom; 003.postgresql.sql says the same for PostgreSQL.
-- A chat is also a lane: one delivery of it is under way at a time, so they arrive in order.
CREATE TABLE chats (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    platform     TEXT    NOT NULL,
    chat         TEXT    NOT NULL,
    thread       TEXT    NOT NULL, -- '' where there is none
    time_zone    TEXT,             -- IANA id; NULL: the topic's
    quiet_from   INTEGER,          -- minute of the local day
    quiet_to     INTEGER,
    gone_at      INTEGER,          -- since when it can't be written to
    gone_reason  TEXT,
    ready_at     INTEGER,          -- when its next delivery may be claimed; NULL: none waits, or one is under way
    leased_until INTEGER NOT NULL, -- 0: nobody has claimed it
    claim        INTEGER NOT NULL, -- counts claims, so that a holder whose time ran out changes nothing
    UNIQUE (platform, chat, thread)
);
CREATE INDEX chats_ready ON chats (platform, ready_at, id) WHERE ready_at IS NOT NULL;
CREATE INDEX chats_leased ON chats (platform, leased_until) WHERE leased_until > 0;

CREATE TABLE subscriptions (
    id         INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    topic      TEXT    NOT NULL,
    chat_id    INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    person     TEXT    NOT NULL, -- who made it
    kind       TEXT    NOT NULL, -- everything, entity, attribute, source, keywords, question
    subject    TEXT    NOT NULL, -- the id, the publisher, the words, the question; '' for everything
    anchor     TEXT    NOT NULL, -- what an update is looked up by: of keywords the least common stem, else the subject
    label      TEXT    NOT NULL, -- as people call it
    rhythm     TEXT    NOT NULL, -- instant, daily, weekly
    hour       INTEGER NOT NULL, -- local hour of a digest
    weekday    INTEGER NOT NULL, -- of a weekly digest, 1 is Monday
    created_at INTEGER NOT NULL,
    UNIQUE (topic, chat_id, kind, subject)
);
CREATE INDEX subscriptions_anchor ON subscriptions (topic, kind, anchor);
CREATE INDEX subscriptions_chat ON subscriptions (chat_id);

-- What new documents added: the record that digests, previews and "why" are drawn from.
CREATE TABLE updates (
    id          INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    topic       TEXT    NOT NULL,
    at          INTEGER NOT NULL,
    document_id TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    question    TEXT,             -- the watched question that it answers anew; NULL: the document's own news
    silent      INTEGER NOT NULL, -- 1: recorded, but nobody is told
    content     TEXT    NOT NULL  -- JSON
);
CREATE INDEX updates_at ON updates (topic, at);
CREATE INDEX updates_document ON updates (topic, document_id, at);

CREATE TABLE deliveries (
    id        INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    key       TEXT    NOT NULL UNIQUE, -- minted here, the same for every attempt
    chat_id   INTEGER NOT NULL REFERENCES chats (id) ON DELETE CASCADE,
    queued_at INTEGER NOT NULL,
    due_at    INTEGER NOT NULL,
    joinable  INTEGER NOT NULL, -- 1: more updates may join it until it is due
    state     INTEGER NOT NULL, -- 0 waiting, 1 being sent, 2 sent, 3 refused, 4 chat gone, 5 outcome unknown
    attempt   INTEGER NOT NULL,
    doubtful  INTEGER NOT NULL, -- attempts of which nobody can say whether they arrived
    ended_at  INTEGER,
    message   TEXT,             -- its id on the platform
    problem   TEXT
);
CREATE INDEX deliveries_waiting ON deliveries (chat_id, due_at, id) WHERE ended_at IS NULL;
CREATE INDEX deliveries_ended ON deliveries (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE delivery_items (
    delivery_id     INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    update_id       INTEGER NOT NULL,
    subscription_id INTEGER NOT NULL,
    PRIMARY KEY (delivery_id, update_id, subscription_id)
) WITHOUT ROWID;
