-- What platforms have told, so that each update is dealt with once; 002.sqlite.sql says the same for SQLite.
CREATE TABLE seen_updates (
    platform    TEXT    NOT NULL,
    bot         TEXT    NOT NULL, -- the bot's id there; each counts its updates for itself
    id          BIGINT  NOT NULL,
    received_at BIGINT  NOT NULL,
    body        BYTEA,            -- as received; NULL once it is dealt with
    PRIMARY KEY (platform, bot, id)
);
