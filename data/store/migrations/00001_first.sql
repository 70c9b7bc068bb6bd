-- +goose Up
create table reports (
    id integer primary key,
    key text not null unique,          -- Report.Key: symbol and language
    symbol text not null,
    language text not null,
    title text not null,
    date text not null,
    period text not null,
    digest integer not null,
    hash text not null,
    structure text not null            -- sections, paragraphs, footnotes and notes, as the JSON of data.Report
);

create table figures (
    id integer primary key,
    report integer not null references reports (id) on delete cascade,
    position integer not null,
    figure text not null,              -- Figure.ID
    measure text not null,
    place text not null,
    region text not null,
    grouping text not null,
    period text not null,
    record text not null               -- the figure as the rules found it, as JSON
);
create index figures_report on figures (report, position);
create index figures_figure on figures (figure);
create index figures_measure on figures (measure);

create table refusals (
    report integer not null references reports (id) on delete cascade,
    position integer not null,
    record text not null,
    primary key (report, position)
) without rowid;

-- What a person did outlives every import, so it hangs on the figure's stable name, not on a row.
create table reviews (
    figure text primary key,
    status text not null,
    reviewed_at text not null default (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
) without rowid;

-- +goose Down
drop table reviews;
drop table refusals;
drop table figures;
drop table reports;
