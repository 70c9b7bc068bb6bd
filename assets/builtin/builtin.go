// Package builtin holds the built-in edition: for each of its reports the facts known of it, and a digest in words of
// Figurebook's own, which is read like any file.
package builtin

import "embed"

// Files are the digests, digest-SYMBOL.LANGUAGE.txt, the facts and the list of reports.
//
//go:embed *.txt *.json
var Files embed.FS
