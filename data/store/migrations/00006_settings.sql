-- +goose Up
-- What the program remembers for the person: choices, recent files, the last place. No step of her work, so nothing to undo.
create table settings (
    key text primary key,
    value text not null                -- JSON
) without rowid;
