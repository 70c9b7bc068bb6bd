// Package clipboard puts a picture on the system's clipboard, which the toolkit's own, for text only, cannot. On Windows and
// macOS the system keeps it; under X11 the program itself hands it out as long as it runs.
package clipboard

import "figurebook.org/figurebook/data"

// unavailable says why there is no clipboard here: why names a cause, whose words are the translation "cause." + why; err is
// what the system said, nil where it said nothing.
func unavailable(why string, err error) error {
	return &data.Fault{Kind: data.NoClipboard, Detail: why, Err: err}
}
