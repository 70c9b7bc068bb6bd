-- +goose Up
-- What the table of figures is filtered and sorted by, each as shown. The columns are filled anew from reports and
-- reviews when the database is opened.
alter table figures add column unit text not null default '';
alter table figures add column bound text not null default '';
alter table figures add column as_of text not null default '';
alter table figures add column value real;       -- the stated number, else the low end; for sorting alone
alter table figures add column confidence real not null default 0;
alter table figures add column doubtful integer not null default 0;
drop index figures_order;
drop index figures_measure;
-- In reading order with all that is filtered, so that the long records are read only for the figures on the screen.
create index figures_order on figures (report, paragraph, start, position, figure, superseded, status, measure, place,
    region, grouping, period, unit, bound, as_of, value, confidence, doubtful);
create index reports_order on reports (date, symbol, language, id);
