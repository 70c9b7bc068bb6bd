-- +goose Up
-- What a person did, by kind and stable name: reviews of figures, removed reports. It outlives every import. Only the
-- undo log's steps change it.
create table works (
    kind text not null,
    key text not null,                 -- Figure.ID, reports.key …
    report text not null,              -- reports.key that it is about; empty for none
    value text not null,               -- JSON
    primary key (kind, key)
) without rowid;
create index works_report on works (report, kind);

create table steps (
    id integer primary key,
    name text not null,
    subject text not null,
    at text not null,                  -- UTC
    undone integer not null default 0
);

create table changes (
    step integer not null references steps (id) on delete cascade,
    position integer not null,
    kind text not null,
    key text not null,
    report text not null,
    before text,                       -- works.value; null where there was nothing
    after text,
    primary key (step, position)
) without rowid;
create index changes_key on changes (kind, key);

insert into works (kind, key, report, value)
select 'review', v.figure, coalesce(r.key, ''), json_object('status', v.status, 'anchor', json_object(
    'paragraph', coalesce(json_extract(f.record, '$.paragraph'), ''), 'start', coalesce(json_extract(f.record, '$.start'), 0),
    'exact', coalesce(json_extract(f.record, '$.text'), ''), 'value', json_extract(f.record, '$.value'),
    'low', json_extract(f.record, '$.low'), 'high', json_extract(f.record, '$.high'),
    'bound', coalesce(json_extract(f.record, '$.bound'), ''), 'unit', coalesce(json_extract(f.record, '$.unit'), '')))
from reviews v left join (select figure, min(id) as id from figures group by figure) one on one.figure = v.figure
    left join figures f on f.id = one.id left join reports r on r.id = f.report
where v.status in ('confirmed', 'rejected');

insert into steps (id, name, subject, at)
select row_number() over (order by v.reviewed_at, v.figure), case v.status when 'confirmed' then 'confirm' else 'reject' end,
    coalesce(json_extract(w.value, '$.anchor.exact'), ''), v.reviewed_at
from reviews v join works w on w.kind = 'review' and w.key = v.figure;

insert into changes (step, position, kind, key, report, before, after)
select s.id, 0, w.kind, w.key, w.report, null, w.value
from (select row_number() over (order by v.reviewed_at, v.figure) as id, v.figure
    from reviews v join works w on w.kind = 'review' and w.key = v.figure) s join works w on w.kind = 'review' and w.key = s.figure;

drop table reviews;

-- A figure as a person sees it. The columns say what is shown, so that filters and sorting follow corrections.
create table shown (
    id integer primary key,
    report integer not null references reports (id) on delete cascade,
    figure text not null,              -- Figure.ID
    position integer not null,         -- as the rules found it; 1000000, behind all of these, for one that a person added
    paragraph integer not null,        -- its place in Report.Texts; with start and position the reading order
    start integer not null,
    superseded text,                   -- Figure.ID of the figure that a person added in its place
    status text not null,
    measure text not null,
    place text not null,
    region text not null,
    grouping text not null,
    period text not null,
    found text,                        -- the figure as the rules found it, as JSON; null for one that a person added
    record text                        -- the figure as shown, as JSON; null where it is as found
);
insert into shown (id, report, figure, position, paragraph, start, status, measure, place, region, grouping, period, found)
select id, report, figure, position, position, 0, 'found', measure, place, region, grouping, period, record from figures;
drop table figures;
alter table shown rename to figures;
create index figures_order on figures (report, paragraph, start);
create index figures_figure on figures (figure);
create index figures_measure on figures (measure);

alter table reports add column removed text; -- when a person removed it, UTC; null for one that is there
