package store

import (
	"context"
	"database/sql"
	"net/url"
)

// watch opens the one connection that tells whether the database was changed: SQLite counts on each the changes that
// others made.
func watch(path string) (*sql.DB, error) {
	db, err := sql.Open(driver, dsn(path, url.Values{"mode": {"ro"}, "_query_only": {"on"}}))
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// Version is a number that is another one after each change of the database, by this program or another. It is never 0.
func (s *Store) Version(ctx context.Context) (version int64, err error) {
	err = s.watching.QueryRowContext(ctx, `pragma data_version`).Scan(&version)
	return version, fault(s.path, err)
}
