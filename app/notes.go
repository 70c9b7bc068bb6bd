package app

import (
	"strings"

	"figurebook.org/figurebook/app/library"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// Notes are the reading notes of a report in words, one a line.
func Notes(r *data.Report, words *translations.Words) string {
	var lines []string
	for _, n := range r.Notes {
		lines = append(lines, library.NoteText(n, words))
	}
	if len(lines) == 0 {
		return words.Say("window.details.no_notes")
	}
	return strings.Join(lines, "\n")
}
