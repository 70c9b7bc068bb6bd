-- +goose Up
-- The index is kept in shards of 65,536 texts each, as if each were in a language of its own: a search begins with the texts
-- that came last and ends as soon as it has enough, and FTS4 reads all that it knows of a word in a shard before it gives the
-- first text.
drop table words;
drop view folded;
create view folded as select id as rowid, id >> 16 as shard, fold(text) as text from paragraphs;
create virtual table words using fts4 (text, content="folded", languageid="shard", order=desc, tokenize=unicode61 "remove_diacritics=0");
insert into words (docid, shard, text) select rowid, shard, text from folded;
