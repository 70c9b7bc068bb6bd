package pdf

import "regexp"

var (
	pageNumber = regexp.MustCompile(`^[-–—]?\s*\d{1,4}(/\d{1,4})?\s*[-–—]?$|\d\d-\d{5}`)
	noteHead   = regexp.MustCompile(`^(?:[\d٠-٩]{1,3}[/)]?[^\d٠-٩.,/)]|\*{1,3} ?[^\s\d*])`)
	ruled      = regexp.MustCompile(`^_{5,}$`)
	ended      = regexp.MustCompile(`[.。!?！？;；:：…”"’)）\]؟؛»]\s*$`)
)

// notesFrom is the line with which the notes at a page's foot begin, where a drawn rule or only white parts them from
// the text, whose lines have a pitch: smaller type, the first line with a number or a star of its own, or one that goes on from the page before. -1
// where there are none, or underscores rule them off.
func (l *layout) notesFrom(all [][]piece, body, pitch float64) int {
	from, last, top := -1, -1, -1 // top: the lines from here down are small, and close to each other
	for i := len(all) - 1; i >= 0; i-- {
		line := all[i]
		text := plain(line)
		if ruled.MatchString(text) {
			l.openNote = false
			return -1
		}
		if pageNumber.MatchString(text) && from < 0 {
			last, top = -1, -1 // what stands below it is none of the notes either
			continue
		}
		main := largest(line)
		if main.size > 0.93*body {
			break
		}
		if last < 0 {
			last = i
		}
		near := max(1.5, 1.3*pitch/body) * main.size // as close as lines of the text, in this size
		if top < 0 || top == i+1 && len(segments(line)) == 1 && main.base-largest(all[top]).base < near {
			top = i
		}
		if noteHead.MatchString(text) {
			from = i
			if top > i+1 { // white within the notes
				top = i
			}
		}
		if i == 0 {
			return -1 // small type up to the top: a page of tables
		}
	}
	switch {
	case from >= 0 && top >= 0 && top < from, from < 0 && top >= 0 && l.openNote:
		from = top
	}
	l.openNote = from >= 0 && !ended.MatchString(plain(all[last]))
	return from
}
