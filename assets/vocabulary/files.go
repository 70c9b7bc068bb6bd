// Package vocabulary holds the built-in word lists as tables of tab-separated columns. Lines that begin with # are
// comments; the first of each file names its columns. Forms in a cell are parted by |.
package vocabulary

import "embed"

// Files are the tables.
//
//go:embed *.tsv
var Files embed.FS
