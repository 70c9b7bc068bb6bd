package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode/utf8"

	"figurebook.org/figurebook/data"
)

// index keeps the texts of a report for search.
func index(ctx context.Context, tx *sql.Tx, id int64, r *data.Report) error {
	keep, err := tx.PrepareContext(ctx, `insert into paragraphs (report, position, number, text) values (?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer keep.Close()
	for i, p := range r.Texts() {
		if _, err := keep.ExecContext(ctx, id, i, p.Number, p.Text); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, `insert into words (docid, shard, text) select rowid, shard, text from folded where rowid in (select id from paragraphs where report = ?)`, id)
	return err
}

// unindex takes the texts of the report with a key out of search.
func unindex(ctx context.Context, tx *sql.Tx, key string) error {
	for _, query := range []string{
		`delete from words where docid in (select p.id from paragraphs p join reports r on r.id = p.report where r.key = ?)`,
		`delete from paragraphs where report = (select id from reports where key = ?)`,
	} {
		if _, err := tx.ExecContext(ctx, query, key); err != nil {
			return err
		}
	}
	return nil
}

// candidates is how many hits are ranked against each other; of more, those of the reports imported last are.
const candidates = 400

// Search finds all words of a query, in quotation marks a phrase, in paragraphs, footnotes, titles and symbols: first
// reports by title or symbol, then paragraphs, those first that hold the words most closely and often, then the newer. A
// Chinese word is found whatever its length, an English one whole, and from three letters on while it is being typed.
func (s *Store) Search(ctx context.Context, query string, limit int) ([]data.Hit, error) {
	all := terms(query)
	if len(all) == 0 || limit <= 0 {
		return []data.Hit{}, nil
	}
	hits, err := s.searchReports(ctx, all)
	if err != nil {
		return nil, fault(s.path, err)
	}
	if len(hits) >= limit {
		return hits[:limit], nil
	}
	paragraphs, err := s.searchParagraphs(ctx, all)
	if err != nil {
		return nil, fault(s.path, err)
	}
	at, err := s.reads.PrepareContext(ctx, figuresAtParagraph)
	if err != nil {
		return nil, fault(s.path, err)
	}
	defer at.Close()
	for _, p := range paragraphs[:min(limit-len(hits), len(paragraphs))] {
		if p.Figures, err = figuresAt(ctx, at, p.Hit, p.text); err != nil {
			return nil, fault(s.path, err)
		}
		hits = append(hits, p.Hit)
	}
	return hits, nil
}

// searchReports finds reports whose title or symbol holds every term, the newest first.
func (s *Store) searchReports(ctx context.Context, all []term) ([]data.Hit, error) {
	reports, err := list(ctx, s.reads, func(r *sql.Rows) (h data.Hit, err error) {
		return h, r.Scan(&h.Report, &h.Symbol, &h.Title, &h.Date)
	}, `select key, symbol, title, date from reports where removed is null order by date desc, symbol, language`)
	if err != nil {
		return nil, err
	}
	hits := []data.Hit{}
	for _, h := range reports {
		title, symbol := foldText(h.Title), foldText(h.Symbol)
		everywhere := true
		for _, t := range all {
			places := t.in(title)
			everywhere = everywhere && (len(places) > 0 || len(t.in(symbol)) > 0)
			h.Places = append(h.Places, places...)
		}
		if everywhere {
			h.Context = h.Title
			hits = append(hits, h)
		}
	}
	return hits, nil
}

// ranked is a hit in a paragraph.
type ranked struct {
	data.Hit
	text     string
	position int  // in Report.Texts
	together bool // the terms stand in the order of the query, with nothing between
	times    int
	missing  bool // a term of which the index knows its parts alone
}

// inShard asks for the texts in a shard of the index, at most so many, those that came last first.
const inShard = `select r.key, r.symbol, r.title, r.date, p.number, p.position, p.text from
	(select docid from words where words match ? and shard = ? order by docid desc limit ?) w
	cross join paragraphs p on p.id = w.docid cross join reports r on r.id = p.report and r.removed is null`

// inShards asks for the ids of the texts in all shards of the index.
const inShards = `with recursive shards(n) as (select max(id) >> 16 from paragraphs union all select n - 1 from shards where n > 0)
	select docid from shards cross join words where words match ? and shard = n`

// searchParagraphs finds paragraphs that hold every term, the best first.
func (s *Store) searchParagraphs(ctx context.Context, all []term) ([]ranked, error) {
	scan := func(r *sql.Rows) (h ranked, err error) {
		if err := r.Scan(&h.Report, &h.Symbol, &h.Title, &h.Date, &h.Paragraph, &h.position, &h.text); err != nil {
			return h, err
		}
		f := foldText(h.text)
		for _, t := range all {
			places := t.in(f)
			h.missing = h.missing || len(places) == 0
			h.Places = append(h.Places, places...)
		}
		slices.SortFunc(h.Places, func(a, b [2]int) int { return a[0] - b[0] })
		h.together, h.times = len(all) == 1 || strings.Contains(bare(f.runes), bare(whole(all))), len(h.Places)
		h.Context, h.From = around(h.text, h.Places)
		return h, nil
	}
	var last sql.NullInt64
	if err := s.reads.QueryRowContext(ctx, `select max(id) >> 16 from paragraphs`).Scan(&last); err != nil || !last.Valid {
		return nil, err
	}
	var hits []ranked
	for shard := last.Int64; shard >= 0 && len(hits) < candidates; shard-- {
		found, err := list(ctx, s.reads, scan, inShard, match(all), shard, candidates-len(hits))
		if err != nil {
			return nil, err
		}
		hits = append(hits, found...)
	}
	hits = slices.DeleteFunc(hits, func(h ranked) bool { return h.missing })
	slices.SortStableFunc(hits, func(a, b ranked) int {
		if a.together != b.together {
			if a.together {
				return -1
			}
			return 1
		}
		return cmp.Or(min(b.times, 3)-min(a.times, 3), strings.Compare(b.Date, a.Date), strings.Compare(a.Report, b.Report), a.position-b.position)
	})
	return hits, nil
}

// whole is all terms as one text.
func whole(all []term) []rune {
	var runes []rune
	for _, t := range all {
		runes = append(runes, t.runes...)
	}
	return runes
}

// bare is a text without what stands between words.
func bare(runes []rune) string {
	return string(slices.DeleteFunc(slices.Clone(runes), func(r rune) bool { return !token(r) }))
}

// contextBefore and contextBehind are how many runes of a text are shown around a hit.
const contextBefore, contextBehind = 30, 90

// around cuts a text to what stands around the first of places.
func around(text string, places [][2]int) (cut string, from int) {
	if len(places) == 0 {
		places = [][2]int{{0, 0}}
	}
	runes := []rune(text)
	from = max(0, places[0][0]-contextBefore)
	return string(runes[from:min(len(runes), places[0][1]+contextBehind)]), from
}

// headHit tells that a hit in a row stands before its first figure.
func headHit(places [][2]int, first int) bool {
	return slices.ContainsFunc(places, func(p [2]int) bool { return p[1] <= first })
}

// figuresAtParagraph asks for the figures of a paragraph, by its number and its report's key.
const figuresAtParagraph = `select coalesce(f.record, f.found) from reports r join paragraphs p on p.report = r.id and p.number = ?
	join figures f on f.report = r.id and f.paragraph = p.position where r.key = ? and f.superseded is null order by f.start`

// asked is a query that is prepared, for list.
type asked struct{ *sql.Stmt }

// QueryContext is part of querier: the query is the prepared one.
func (a asked) QueryContext(ctx context.Context, _ string, args ...any) (*sql.Rows, error) {
	return a.Stmt.QueryContext(ctx, args...)
}

// figuresAt are the IDs of the figures in whose sentence, or row of a table, a hit in a text lies.
func figuresAt(ctx context.Context, at *sql.Stmt, h data.Hit, text string) ([]string, error) {
	figures, err := list(ctx, asked{at}, scanFigure, figuresAtParagraph, h.Paragraph, h.Report)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, f := range figures {
		start, end := f.Start, f.End
		if _, _, inTable := data.InTable(h.Paragraph); inTable && headHit(h.Places, figures[0].Start) { // what heads the row is of all its figures
			start, end = 0, f.End
		} else if before, _, ok := strings.Cut(text, f.Sentence); ok && f.Sentence != "" {
			start = utf8.RuneCountInString(before)
			end = start + utf8.RuneCountInString(f.Sentence)
		}
		if slices.ContainsFunc(h.Places, func(p [2]int) bool { return p[0] < end && start < p[1] }) {
			ids = append(ids, f.ID)
		}
	}
	return ids, nil
}
