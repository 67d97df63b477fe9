-- Which process has what only one may have at a time, and until when by this database's clock. 011.sqlite.sql says the same for SQLite.
CREATE TABLE leases (
    name       TEXT   NOT NULL PRIMARY KEY,
    holder     TEXT   NOT NULL,
    held_until BIGINT NOT NULL -- milliseconds since 1970; 0: given back
);
