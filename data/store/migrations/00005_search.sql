-- +goose Up
-- The texts of the reports that are there, for search. They are filled and indexed when the database is opened.
create table paragraphs (
    id integer primary key,
    report integer not null references reports (id) on delete cascade,
    position integer not null,         -- in Report.Texts
    number text not null,
    text text not null
);
create index paragraphs_report on paragraphs (report, position);

-- The index holds each Han character as a word of its own, so that words of any length are found as phrases of them. It
-- reads what it indexed through fold, a function of the program, and stores no text again.
create view folded as select id as rowid, fold(text) as text from paragraphs;
create virtual table words using fts4 (text, content="folded", order=desc, tokenize=unicode61 "remove_diacritics=0");
