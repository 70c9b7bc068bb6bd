-- +goose Up
-- The file that a report was read from, so that a better version of the program can read it again.
create table originals (
    report text primary key,           -- reports.key: a report that is saved anew keeps it
    hash text not null,                -- SHA-256 of content, as in reports.hash
    name text not null,                -- of the file, without its folder
    said text not null,                -- what the user said of the file, as JSON
    content blob not null
);

-- +goose Down
drop table originals;
