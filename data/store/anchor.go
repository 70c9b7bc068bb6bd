package store

import (
	"context"
	"database/sql"
	"regexp"
	"slices"

	"figurebook.org/figurebook/data"
)

// anchored is a figure's name and where its words stand.
type anchored struct {
	id string
	data.Anchor
}

// anchors are those of the figures that the rules found in the report with a key and of those that a person reviewed, which
// may have been found in an earlier reading alone. What she saw of a figure comes before what was found.
func anchors(ctx context.Context, tx *sql.Tx, key string) ([]anchored, error) {
	reviews, err := reviewsOf(ctx, tx, key)
	if err != nil {
		return nil, err
	}
	var all []anchored
	known := map[string]bool{}
	for _, v := range reviews {
		known[v.id] = true
		if v.Added == nil {
			all = append(all, anchored{v.id, v.Anchor})
		}
	}
	r, err := readReport(ctx, tx, key, true)
	if err != nil || r == nil {
		return all, err
	}
	figures, err := list(ctx, tx, scanFigure, `select found from figures f join reports r on r.id = f.report where r.key = ? and found is not null order by position`, key)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, p := range r.Texts() {
		texts[p.Number] = p.Text
	}
	for _, f := range figures {
		if !known[f.ID] {
			all = append(all, anchored{f.ID, data.AnchorOf(f, texts[f.Paragraph])})
		}
	}
	return all, nil
}

// anchor gives what a person did with figures whose names are no longer found to the figures that they meant, as when their
// words were found anew or the full text took the place of a digest. Work that fits none stays as it is.
func anchor(ctx context.Context, tx *sql.Tx, r *data.Report, figures []data.Figure, before []anchored) error {
	free := map[string]bool{}
	for _, f := range figures {
		free[f.ID] = true
	}
	var gone []anchored
	for _, a := range before {
		if free[a.id] {
			delete(free, a.id)
		} else {
			gone = append(gone, a)
		}
	}
	renamed := map[string]string{}
	for _, a := range gone {
		candidates := slices.DeleteFunc(slices.Clone(figures), func(f data.Figure) bool { return !free[f.ID] })
		if i := a.Among(candidates, r); i >= 0 {
			renamed[a.id] = candidates[i].ID
			delete(free, candidates[i].ID)
		}
	}
	if len(renamed) == 0 {
		return nil
	}
	return rewrite(ctx, tx, renamed)
}

// quotedID is a string in JSON, which may be a figure's name.
var quotedID = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// rewrite gives figures new names in all that a person did, and in what can be undone and redone of it.
func rewrite(ctx context.Context, tx *sql.Tx, renamed map[string]string) error {
	for old, id := range renamed {
		for _, query := range []string{`update works set key = ? where kind = ? and key = ?`, `update changes set key = ? where kind = ? and key = ?`} {
			if _, err := tx.ExecContext(ctx, query, id, reviewWork, old); err != nil {
				return err
			}
		}
	}
	names := func(value string) string {
		return quotedID.ReplaceAllStringFunc(value, func(quoted string) string {
			if id, ok := renamed[quoted[1:len(quoted)-1]]; ok {
				return `"` + id + `"`
			}
			return quoted
		})
	}
	type row struct {
		table, kind, key string
		step, position   int64
		values           [2]sql.NullString
	}
	rows, err := list(ctx, tx, func(r *sql.Rows) (w row, err error) {
		return w, r.Scan(&w.table, &w.kind, &w.key, &w.step, &w.position, &w.values[0], &w.values[1])
	}, `select 'works', kind, key, 0, 0, value, null from works union all select 'changes', kind, key, step, position, before, after from changes`)
	if err != nil {
		return err
	}
	for _, w := range rows {
		was := w.values
		for i := range w.values {
			w.values[i].String = names(w.values[i].String)
		}
		switch {
		case w.values == was:
		case w.table == "works":
			_, err = tx.ExecContext(ctx, `update works set value = ? where kind = ? and key = ?`, w.values[0], w.kind, w.key)
		default:
			_, err = tx.ExecContext(ctx, `update changes set before = ?, after = ? where step = ? and position = ?`, w.values[0], w.values[1], w.step, w.position)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
