create table goose_db_version (id integer primary key autoincrement, version_id integer not null, is_applied integer not null, tstamp timestamp default (datetime('now')));
insert into goose_db_version (version_id, is_applied) values (0, 1);
insert into goose_db_version (version_id, is_applied) values (1, 1);
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
insert into reports (id, key, symbol, language, title, date, period, digest, hash, structure) values (1, 'S/2099/1@en', 'S/2099/1', 'en', 'The valley', '2099-01-01', '', 0, 'ab', '{"symbol": "S/2099/1", "language": "en", "title": "The valley", "sections": [], "paragraphs": [{"number": "1", "section": "", "page": 0, "text": "More than 7,000 fighters came to Mali."}, {"number": "2", "section": "", "page": 0, "text": "Some 300 left, and 12 stayed."}], "footnotes": [], "notes": [], "hash": "ab"}');
insert into figures (id, report, position, figure, measure, place, region, grouping, period, record) values (1, 1, 0, 'f1', 'fighters', 'Mali', '', '', '', '{"id": "f1", "report": "S/2099/1", "edition": "S/2099/1@en", "language": "en", "paragraph": "1", "section": "", "text": "More than 7,000", "start": 0, "end": 15, "sentence": "", "value": 7000, "low": null, "high": null, "bound": "more_than", "unit": "person", "measure": "fighters", "place": "Mali", "group": null, "as_of": null, "source": null, "confidence": 0.8, "status": "found"}');
insert into figures (id, report, position, figure, measure, place, region, grouping, period, record) values (2, 1, 1, 'f2', 'people', '', '', '', '', '{"id": "f2", "report": "S/2099/1", "edition": "S/2099/1@en", "language": "en", "paragraph": "2", "section": "", "text": "Some 300", "start": 0, "end": 8, "sentence": "", "value": 300, "low": null, "high": null, "bound": "about", "unit": "person", "measure": "people", "place": null, "group": null, "as_of": null, "source": null, "confidence": 0.8, "status": "found"}');
insert into figures (id, report, position, figure, measure, place, region, grouping, period, record) values (3, 1, 2, 'f3', 'people', '', '', '', '', '{"id": "f3", "report": "S/2099/1", "edition": "S/2099/1@en", "language": "en", "paragraph": "2", "section": "", "text": "12", "start": 19, "end": 21, "sentence": "", "value": 12, "low": null, "high": null, "bound": "exact", "unit": "person", "measure": "people", "place": null, "group": null, "as_of": null, "source": null, "confidence": 0.8, "status": "found"}');
insert into reviews (figure, status, reviewed_at) values ('f1', 'confirmed', '2099-02-01T08:00:00Z'), ('f2', 'rejected', '2099-02-01T09:00:00Z'), ('f3', 'found', '2099-02-01T09:30:00Z'), ('gone', 'confirmed', '2099-01-01T00:00:00Z');
