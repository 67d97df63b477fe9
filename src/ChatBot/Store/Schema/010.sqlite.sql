-- The place that each shard of a Discord bot has reached, to go on from after a restart. 010.postgresql.sql says the same for PostgreSQL.
CREATE TABLE discord_sessions (
    bot         TEXT    NOT NULL,
    shard       INTEGER NOT NULL,
    shard_count INTEGER NOT NULL,
    session     TEXT    NOT NULL,
    sequence    INTEGER NOT NULL,
    resume_url  TEXT,
    saved_at    INTEGER NOT NULL,
    PRIMARY KEY (bot, shard)
);

-- How many sessions a bot began in each hour of the last day (JSON); the version lets two processes exchange it safely.
CREATE TABLE discord_identifies (
    bot     TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    hours   TEXT    NOT NULL
);

-- Which messages of the bot answer which message, so that both are changed and deleted together. Numbers alone, kept for three days.
CREATE TABLE discord_answers (
    channel     TEXT    NOT NULL,
    question    TEXT    NOT NULL,
    replies     TEXT    NOT NULL, -- ids, separated by spaces
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (channel, question)
);
CREATE INDEX discord_answers_age ON discord_answers (answered_at);

-- What was told to whoever can mend it, so that it is told once.
CREATE TABLE discord_complaints (
    channel TEXT    NOT NULL,
    lacking TEXT    NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (channel, lacking)
);

-- What those who manage a server have set. channels: ids of the only channels where questions are answered, separated by spaces; '' for all.
CREATE TABLE discord_servers (
    guild    TEXT    NOT NULL PRIMARY KEY,
    for_one  INTEGER NOT NULL, -- 1: what a command brings is shown to nobody else unless asked otherwise
    channels TEXT    NOT NULL
);
