package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"

	"figurebook.org/figurebook/data"
)

// reviewed is a person's work on one figure.
type reviewed struct {
	id string
	data.Review
}

func scanReviewed(r *sql.Rows) (v reviewed, err error) {
	var value string
	if err := r.Scan(&v.id, &value); err != nil {
		return v, err
	}
	return v, json.Unmarshal([]byte(value), &v.Review)
}

// reviewsOf are the reviews of the figures of the report with a key.
func reviewsOf(ctx context.Context, q querier, key string) ([]reviewed, error) {
	return list(ctx, q, scanReviewed, `select key, value from works where report = ? and kind = ?`, key, reviewWork)
}

// insertFound keeps the figures that the rules found in a report, none yet reviewed.
func insertFound(ctx context.Context, tx *sql.Tx, id int64, r *data.Report, figures []data.Figure, records []string) error {
	order := paragraphOrder(r)
	insert, err := tx.PrepareContext(ctx, `insert into figures (report, figure, position, paragraph, start, found, `+columns+`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for i, f := range figures {
		if _, err := insert.ExecContext(ctx, append([]any{id, f.ID, i, order[f.Paragraph], f.Start, records[i]}, columnsOf(f)...)...); err != nil {
			return err
		}
	}
	return nil
}

// columns are the columns of figures that are filtered and sorted by.
const columns = `status, measure, place, region, grouping, period, unit, bound, as_of, value, confidence, doubtful`

// columnsOf are their values for a figure as it is shown.
func columnsOf(f data.Figure) []any {
	var value any
	switch {
	case f.Value != nil:
		value = f.Value.Float()
	case f.Low != nil:
		value = f.Low.Float()
	}
	return []any{string(f.Status), f.Measure, text(f.Place), f.Region, text(f.Group), f.Period, f.Unit, string(f.Bound), text(f.AsOf), value, f.Confidence, f.Doubtful()}
}

// paragraphOrder is the place of each paragraph in a report.
func paragraphOrder(r *data.Report) map[string]int {
	order := map[string]int{}
	for i, p := range r.Texts() {
		order[p.Number] = i
	}
	return order
}

// showReviewed shows every review of a report's figures.
func showReviewed(ctx context.Context, tx *sql.Tx, r *data.Report) error {
	reviews, err := reviewsOf(ctx, tx, r.Key())
	if err != nil {
		return err
	}
	// Added figures come last: what they supersede depends on what was rejected.
	slices.SortStableFunc(reviews, func(a, b reviewed) int { return cmp.Compare(addedLast(a), addedLast(b)) })
	whole := func() (*data.Report, error) { return r, nil }
	for _, v := range reviews {
		if err := showIn(ctx, tx, r.Key(), v.id, whole); err != nil {
			return err
		}
	}
	return nil
}

func addedLast(v reviewed) int {
	if v.Added != nil {
		return 1
	}
	return 0
}

// show brings the row of one figure to what a person's review of it says, or to what was found where there is none.
func show(ctx context.Context, tx *sql.Tx, report, figure string) error {
	return showIn(ctx, tx, report, figure, func() (*data.Report, error) { return readReport(ctx, tx, report, true) })
}

func showIn(ctx context.Context, tx *sql.Tx, report, figure string, whole func() (*data.Report, error)) error {
	var id int64
	err := tx.QueryRowContext(ctx, `select id from reports where key = ?`, report).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil // the work waits for the report
	}
	if err != nil {
		return err
	}
	row := figureRow{report: id, id: figure}
	if err := row.read(ctx, tx); err != nil {
		return err
	}
	value, err := readWork(ctx, tx, reviewWork, figure)
	if err != nil {
		return err
	}
	var review data.Review
	if value.Valid {
		if err := json.Unmarshal([]byte(value.String), &review); err != nil {
			return err
		}
	}
	if row.found == nil && review.Added == nil {
		return row.remove(ctx, tx) // there is no such figure (any more)
	}
	var found data.Figure
	if row.found != nil {
		found = *row.found
	}
	if !value.Valid {
		if row.start == found.Start {
			return row.write(ctx, tx, found, nil, nil)
		}
		r, err := whole()
		if err != nil {
			return err
		}
		return row.write(ctx, tx, found, nil, r)
	}
	var r *data.Report
	if review.Moved() || row.start != found.Start {
		if r, err = whole(); err != nil {
			return err
		}
	}
	shown, err := review.Over(found, r)
	if err != nil {
		return err
	}
	if review.Added != nil {
		if slices.Contains(shown.Stale, "text") {
			return row.remove(ctx, tx) // adrift
		}
		shown.ID, shown.Edition, shown.Report, shown.Language, shown.Digest = figure, r.Key(), orNil(r.Symbol), r.Language, r.Digest
	}
	if err := row.write(ctx, tx, shown, &shown, r); err != nil {
		return err
	}
	if review.Added != nil {
		return row.supersede(ctx, tx, shown)
	}
	return nil
}

func orNil(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// figureRow is the row of a figure.
type figureRow struct {
	report int64
	id     string
	exists bool
	start  int
	found  *data.Figure // nil where the rules did not find it
}

func (w *figureRow) read(ctx context.Context, tx *sql.Tx) error {
	var found sql.NullString
	err := tx.QueryRowContext(ctx, `select start, found from figures where report = ? and figure = ?`, w.report, w.id).Scan(&w.start, &found)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	w.exists = true
	if found.Valid {
		w.found = &data.Figure{}
		return json.Unmarshal([]byte(found.String), w.found)
	}
	return nil
}

// write brings the row to a figure. record is what differs from what was found, nil for nothing; r is the report where the
// figure may stand elsewhere than before, else nil.
func (w *figureRow) write(ctx context.Context, tx *sql.Tx, f data.Figure, record *data.Figure, r *data.Report) error {
	var raw any
	if record != nil {
		b, err := json.Marshal(record)
		if err != nil {
			return err
		}
		raw = string(b)
	}
	if !w.exists {
		if _, err := tx.ExecContext(ctx, `insert into figures (report, figure, position, paragraph, start, status, measure, place, region, grouping, period) values (?, ?, 1000000, 0, 0, '', '', '', '', '', '')`, w.report, w.id); err != nil {
			return err
		}
		w.exists = true
	}
	if r != nil {
		if _, err := tx.ExecContext(ctx, `update figures set paragraph = ?, start = ? where report = ? and figure = ?`, paragraphOrder(r)[f.Paragraph], f.Start, w.report, w.id); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `update figures set (`+columns+`, record) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) where report = ? and figure = ?`, append(columnsOf(f), raw, w.report, w.id)...)
	return err
}

// remove takes the row of a figure away, and shows again what it superseded.
func (w *figureRow) remove(ctx context.Context, tx *sql.Tx) error {
	if !w.exists {
		return nil
	}
	if _, err := tx.ExecContext(ctx, `delete from figures where report = ? and figure = ?`, w.report, w.id); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `update figures set superseded = null where report = ? and superseded = ?`, w.report, w.id)
	return err
}

// supersede hides what the rules found of the same words and number as a figure that a person added, so that it does not
// count twice.
func (w *figureRow) supersede(ctx context.Context, tx *sql.Tx, added data.Figure) error {
	if _, err := tx.ExecContext(ctx, `update figures set superseded = null where report = ? and superseded = ?`, w.report, w.id); err != nil {
		return err
	}
	if added.Status == data.Rejected {
		return nil
	}
	twins, err := list(ctx, tx, scanFigure, `select coalesce(record, found) from figures where report = ?1 and found is not null and status <> ?2 and paragraph = (select paragraph from figures where report = ?1 and figure = ?3)`, w.report, data.Rejected, w.id)
	if err != nil {
		return err
	}
	for _, f := range twins {
		if f.Start < added.End && added.Start < f.End && f.Same(added.Quantity) {
			if _, err := tx.ExecContext(ctx, `update figures set superseded = ? where report = ? and figure = ?`, w.id, w.report, f.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

func scanFigure(r *sql.Rows) (f data.Figure, err error) {
	var record string
	if err := r.Scan(&record); err != nil {
		return f, err
	}
	return f, json.Unmarshal([]byte(record), &f)
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
