package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"figurebook.org/figurebook/data"
)

// facetColumns are the columns of the facets.
var facetColumns = map[data.Facet]string{
	data.ByMeasure: "f.measure", data.ByPlace: "f.place", data.ByRegion: "f.region", data.ByGroup: "f.grouping", data.ByPeriod: "f.period",
	data.ByUnit: "f.unit", data.ByBound: "f.bound", data.ByStatus: "f.status", data.ByReport: "coalesce(nullif(r.symbol, ''), substr(r.key, 1, instr(r.key, '@') - 1))", data.ByLanguage: "r.language",
}

// readingOrder is report by report, by date, as they are read. The joined tables are walked in this order: see fromFigures.
const readingOrder = `r.date, r.symbol, r.language, r.id, f.paragraph, f.start, f.position, f.figure`

// datedFirst are conditions on the reports: those of an unknown date come after the others, which the index that is walked
// puts first.
var datedFirst = []string{" and r.date <> ''", " and r.date = ''"}

// fromFigures walks reports and then their figures, so that reading order needs no sorting.
const fromFigures = ` from reports r cross join figures f on f.report = r.id where `

// Standings are how the documents at hand stand that stand apart from others, by symbol.
func (s *Store) Standings(ctx context.Context) (map[string]data.Standing, error) {
	type row struct {
		symbol string
		stated bool
	}
	// most shelves hold none of these: nothing more is read then
	rows, err := list(ctx, s.reads, func(r *sql.Rows) (one row, err error) { return one, r.Scan(&one.symbol, &one.stated) },
		`select symbol, exists (select 1 from figures where report = reports.id and superseded is null) from reports where removed is null and symbol <> ''
		and exists (select 1 from reports where removed is null and (symbol glob '*/Rev.*' or symbol glob '*/Corr.*'))`)
	if err != nil || len(rows) == 0 {
		return nil, fault(s.path, err)
	}
	reports, stated := make([]data.Report, len(rows)), map[string]bool{}
	for i, one := range rows {
		reports[i].Symbol = one.symbol
		stated[one.symbol] = stated[one.symbol] || one.stated
	}
	return data.Standings(reports, func(symbol string) bool { return stated[symbol] }), nil
}

// aside are the documents that a filter leaves out, since they are not counted among others.
func (s *Store) aside(ctx context.Context, filter data.Filter) ([]string, error) {
	if filter.Aside || filter.Edition != "" || filter.Report != "" {
		return nil, nil
	}
	standings, err := s.Standings(ctx)
	var all []string
	for symbol, stands := range standings {
		if stands.Aside {
			all = append(all, symbol)
		}
	}
	return all, err
}

// where says a filter in SQL, without the condition on one facet; aside are the documents left out.
func where(filter data.Filter, without data.Facet, aside []string) (string, []any) {
	conditions := []string{"r.removed is null", "f.superseded is null"}
	var args []any
	for _, by := range data.Facets {
		if value := *filter.Facet(by); value != "" && by != without {
			conditions = append(conditions, facetColumns[by]+" = ?")
			args = append(args, value)
		}
	}
	if len(aside) > 0 {
		raw, _ := json.Marshal(aside) // strings never fail
		conditions = append(conditions, "r.symbol not in (select value from json_each(?))")
		args = append(args, string(raw))
	}
	if filter.Edition != "" {
		conditions = append(conditions, "r.key = ?")
		args = append(args, filter.Edition)
	}
	if len(filter.Places) > 0 && without != data.ByPlace {
		raw, _ := json.Marshal(filter.Places) // strings never fail
		conditions = append(conditions, "f.place in (select value from json_each(?))")
		args = append(args, string(raw))
	}
	if words := terms(filter.Words); len(words) > 0 {
		conditions = append(conditions, `(f.report, f.paragraph) in (select report, position from paragraphs where id in (`+inShards+`))`)
		args = append(args, match(words))
		for _, word := range words {
			conditions = append(conditions, `holds(coalesce(f.record, f.found) ->> 'sentence', ?)`)
			args = append(args, string(word.runes))
		}
	}
	if filter.Doubtful {
		conditions = append(conditions, "f.doubtful")
	}
	return strings.Join(conditions, " and "), args
}

// Figures are the figures that a filter chooses, in reading order, each as a person corrected it and with the status that
// she gave it.
func (s *Store) Figures(ctx context.Context, filter data.Filter) ([]data.Figure, error) {
	aside, err := s.aside(ctx, filter)
	if err != nil {
		return nil, err
	}
	conditions, args := where(filter, "", aside)
	var n int
	if err := s.reads.QueryRowContext(ctx, `select count(*)`+fromFigures+conditions, args...).Scan(&n); err != nil {
		return nil, fault(s.path, err)
	}
	figures, said := make([]data.Figure, 0, n), words{}
	scan := func(r *sql.Rows) (struct{}, error) { // straight into its place: a hundred thousand are moved for long
		f, err := scanFigure(r)
		said.share(&f)
		figures = append(figures, f)
		return struct{}{}, err
	}
	for _, part := range datedFirst {
		if _, err := list(ctx, s.reads, scan, `select coalesce(f.record, f.found)`+fromFigures+conditions+part+` order by `+readingOrder, args...); err != nil {
			return nil, fault(s.path, err)
		}
	}
	return figures, nil
}

// IDs name the figures that a filter chooses, sorted. They are what a table of figures holds of all its rows; Rows reads
// those on the screen.
func (s *Store) IDs(ctx context.Context, filter data.Filter, order ...data.Order) ([]string, error) {
	aside, err := s.aside(ctx, filter)
	if err != nil {
		return nil, err
	}
	conditions, args := where(filter, "", aside)
	var by []string
	for _, o := range order {
		column, ok := facetColumns[data.Facet(o.By)]
		switch {
		case o.By == data.InReadingOrder:
			continue
		case o.By == data.SortValue || o.By == data.SortAsOf || o.By == data.SortConfidence:
			column = "f." + string(o.By)
		case !ok:
			return nil, &data.Fault{Kind: data.BadArgument, Detail: string(o.By)}
		}
		direction := ""
		if o.Down {
			direction = " desc"
		}
		by = append(by, fmt.Sprintf("(%[1]s is null or %[1]s = ''), %[1]s%[2]s", column, direction))
	}
	parts := datedFirst
	if len(by) > 0 {
		parts = []string{""}
	}
	ids := []string{}
	for _, part := range parts {
		some, err := list(ctx, s.reads, scanString, `select f.figure`+fromFigures+conditions+part+` order by `+strings.Join(append(by, readingOrder), ", "), args...)
		if err != nil {
			return nil, fault(s.path, err)
		}
		ids = append(ids, some...)
	}
	return ids, nil
}

// Rows are the figures with these IDs, in their order. One that is no longer there is left out.
func (s *Store) Rows(ctx context.Context, ids []string) ([]data.Figure, error) {
	raw, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	figures, err := list(ctx, s.reads, scanFigure, `select coalesce(f.record, f.found) from json_each(?) i cross join figures f on f.figure = i.value
		join reports r on r.id = f.report and r.removed is null where f.superseded is null order by i.key`, string(raw))
	return figures, fault(s.path, err)
}

// Count is how many figures a filter chooses.
func (s *Store) Count(ctx context.Context, filter data.Filter) (int, error) {
	aside, err := s.aside(ctx, filter)
	if err != nil {
		return 0, err
	}
	conditions, args := where(filter, "", aside)
	var n int
	err = s.reads.QueryRowContext(ctx, `select count(*)`+fromFigures+conditions, args...).Scan(&n)
	return n, fault(s.path, err)
}

// Facets count the figures that a filter chooses by each value of facets, the most frequent first. A facet that the
// filter itself chooses by is counted without that choice, so that the other values can be chosen instead.
func (s *Store) Facets(ctx context.Context, filter data.Filter, facets ...data.Facet) (map[data.Facet][]data.FacetCount, error) {
	aside, err := s.aside(ctx, filter)
	if err != nil {
		return nil, err
	}
	counts := map[data.Facet][]data.FacetCount{}
	for _, by := range facets {
		conditions, args := where(filter, by, aside)
		scan := func(r *sql.Rows) (c data.FacetCount, err error) { return c, r.Scan(&c.Value, &c.Count) }
		all, err := list(ctx, s.reads, scan, fmt.Sprintf(`select %[1]s, count(*)%[2]s%[3]s group by %[1]s order by count(*) desc, %[1]s`, facetColumns[by], fromFigures, conditions), args...)
		if err != nil {
			return nil, fault(s.path, err)
		}
		counts[by] = all
	}
	return counts, nil
}

func scanString(r *sql.Rows) (value string, err error) { return value, r.Scan(&value) }
