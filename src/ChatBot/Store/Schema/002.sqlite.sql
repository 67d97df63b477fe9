-- What platforms have told, so that each update is dealt with once; 002.postgresql.sql says the same for PostgreSQL.
CREATE TABLE seen_updates (
    platform    TEXT    NOT NULL,
    bot         TEXT    NOT NULL, -- the bot's id there; each counts its updates for itself
    id          INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    body        BLOB,             -- as received; NULL once it is dealt with
    PRIMARY KEY (platform, bot, id)
);
