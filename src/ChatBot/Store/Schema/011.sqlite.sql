-- Which process has what only one may have at a time, and until when. 011.postgresql.sql says the same for PostgreSQL.
CREATE TABLE leases (
    name       TEXT    NOT NULL PRIMARY KEY,
    holder     TEXT    NOT NULL,
    held_until INTEGER NOT NULL -- milliseconds since 1970; 0: given back
);
