package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"figurebook.org/figurebook/data"
)

// The kinds of works: what a person can do, undo and redo.
const (
	reviewWork  = "review"  // key: Figure.ID; value: data.Review
	removalWork = "removal" // key: reports.key; value: when, as JSON string

	comparisonWork = "comparison" // key: its name; value: data.Comparison
	findingWork    = "finding"    // key: the finding's ID; value: data.Settlement
	decisionWork   = "decision"   // key: the step's number, so that they stand in order; value: what was decided about a line
)

const timeForm = "2006-01-02T15:04:05Z"

// now is the time of what a person does.
func now() string { return time.Now().UTC().Format(timeForm) }

// recorder writes one step of a person's work and its undo log in a transaction.
type recorder struct {
	ctx     context.Context
	tx      *sql.Tx
	step    data.Step
	reports map[string]*data.Report // those read so far, by key
}

// step does one thing that a person asked for, whole or not at all. What changes nothing leaves no step, and its ID is 0.
func (s *Store) step(ctx context.Context, name data.StepName, subject string, do func(r *recorder) error) (data.Step, error) {
	at := now()
	step := data.Step{Name: name, Subject: subject}
	step.At, _ = time.Parse(timeForm, at)
	err := s.change(ctx, func(tx *sql.Tx) error {
		row, err := tx.ExecContext(ctx, `insert into steps (name, subject, at) values (?, ?, ?)`, name, subject, at)
		if err != nil {
			return err
		}
		if step.ID, err = row.LastInsertId(); err != nil {
			return err
		}
		r := &recorder{ctx, tx, step, map[string]*data.Report{}}
		if err := do(r); err != nil {
			return err
		}
		step = r.step
		if len(step.Keys) == 0 {
			return errSame
		}
		if _, err := tx.ExecContext(ctx, `update steps set subject = ? where id = ?`, step.Subject, step.ID); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `delete from steps where undone`) // what was undone cannot be redone over this
		return err
	})
	if errors.Is(err, errSame) {
		step.ID, err = 0, nil
	}
	return step, err
}

// set keeps a value, nil for nothing, under a kind and key, logs the change and shows it.
func (r *recorder) set(kind, key, report string, value any) error {
	before, err := readWork(r.ctx, r.tx, kind, key)
	if err != nil {
		return err
	}
	var after sql.NullString
	if value != nil {
		raw, err := json.Marshal(value)
		if err != nil {
			return err
		}
		after = sql.NullString{String: string(raw), Valid: true}
	}
	if before == after {
		return nil
	}
	if _, err := r.tx.ExecContext(r.ctx, `insert into changes (step, position, kind, key, report, before, after) values (?, ?, ?, ?, ?, ?, ?)`, r.step.ID, len(r.step.Keys), kind, key, report, before, after); err != nil {
		return err
	}
	r.step.Keys = append(r.step.Keys, key)
	return put(r.ctx, r.tx, kind, key, report, after)
}

// put writes a work and shows what it does.
func put(ctx context.Context, tx *sql.Tx, kind, key, report string, value sql.NullString) error {
	query, args := `delete from works where kind = ? and key = ?`, []any{kind, key}
	if value.Valid {
		query, args = `insert or replace into works (kind, key, report, value) values (?, ?, ?, ?)`, []any{kind, key, report, value.String}
	}
	if _, err := tx.ExecContext(ctx, query, args...); err != nil {
		return err
	}
	switch kind {
	case reviewWork:
		return show(ctx, tx, report, key)
	case removalWork:
		return showRemoval(ctx, tx, key)
	}
	return nil
}

func readWork(ctx context.Context, tx *sql.Tx, kind, key string) (value sql.NullString, err error) {
	err = tx.QueryRowContext(ctx, `select value from works where kind = ? and key = ?`, kind, key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return value, err
}

// Undo takes back the last step that a person did and has not undone; nil where there is none.
func (s *Store) Undo(ctx context.Context) (*data.Step, error) {
	return s.replay(ctx, `select id, name, subject, at from steps where not undone order by id desc limit 1`, `select kind, key, report, before from changes where step = ? order by position desc`, true)
}

// Redo does again the step that was undone last; nil where there is none.
func (s *Store) Redo(ctx context.Context) (*data.Step, error) {
	return s.replay(ctx, `select id, name, subject, at from steps where undone order by id limit 1`, `select kind, key, report, after from changes where step = ? order by position`, false)
}

func (s *Store) replay(ctx context.Context, which, values string, undone bool) (step *data.Step, err error) {
	type change struct {
		kind, key, report string
		value             sql.NullString
	}
	err = s.change(ctx, func(tx *sql.Tx) error {
		steps, err := list(ctx, tx, scanStep, which)
		if err != nil || len(steps) == 0 {
			return err
		}
		step = &steps[0]
		changes, err := list(ctx, tx, func(r *sql.Rows) (c change, err error) { return c, r.Scan(&c.kind, &c.key, &c.report, &c.value) }, values, step.ID)
		if err != nil {
			return err
		}
		for _, c := range changes {
			step.Keys = append(step.Keys, c.key)
			if err := put(ctx, tx, c.kind, c.key, c.report, c.value); err != nil {
				return err
			}
		}
		_, err = tx.ExecContext(ctx, `update steps set undone = ? where id = ?`, undone, step.ID)
		return err
	})
	return step, err
}

// Steps are what a person did, the latest first: those that Undo would take back and those that Redo would do again.
func (s *Store) Steps(ctx context.Context, limit int) (undo, redo []data.Step, err error) {
	if undo, err = list(ctx, s.reads, scanStep, `select id, name, subject, at from steps where not undone order by id desc limit ?`, limit); err != nil {
		return nil, nil, fault(s.path, err)
	}
	redo, err = list(ctx, s.reads, scanStep, `select id, name, subject, at from steps where undone order by id limit ?`, limit)
	return undo, redo, fault(s.path, err)
}

func scanStep(r *sql.Rows) (data.Step, error) {
	var step data.Step
	var at string
	if err := r.Scan(&step.ID, &step.Name, &step.Subject, &at); err != nil {
		return step, err
	}
	var err error
	step.At, err = time.Parse(timeForm, at)
	return step, err
}

// worksOf are the works of a kind, by key.
func worksOf[T any](ctx context.Context, s *Store, kind string) ([]T, error) {
	all, err := list(ctx, s.reads, func(r *sql.Rows) (value T, err error) {
		var raw string
		if err := r.Scan(&raw); err != nil {
			return value, err
		}
		return value, json.Unmarshal([]byte(raw), &value)
	}, `select value from works where kind = ? order by key`, kind)
	return all, fault(s.path, err)
}

// querier is a transaction or a pool.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// list reads all rows of a query.
func list[T any](ctx context.Context, q querier, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := []T{}
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
