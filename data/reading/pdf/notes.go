package pdf

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	pageNumber = regexp.MustCompile(`^[-–—]?\s*\d{1,4}(/\d{1,4})?\s*[-–—]?$|\d\d-\d{5}`)
	noteHead   = regexp.MustCompile(`^(?:[\d٠-٩]{1,3}[/)]?[^\d٠-٩.,/)]|\*{1,3} ?[^\s\d*])`)
	typedHead  = regexp.MustCompile(`^(?:(\d{1,3})|([a-z]))/[^\d/]`)
	typedMark  = regexp.MustCompile(`(?:^|[^\pL\d/])(\d{1,3}/|[a-z]/)$`)
	goingOn    = regexp.MustCompile(`^/(?:\.\.\.|…)$`)
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
		if main.size > 0.93*body || isRow(segments(line)) {
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
	if from < 0 {
		from, last = l.markedNotesFrom(all)
		if l.openNote {
			until := last + 1
			if from >= 0 {
				until = from
			}
			if rest := restOfNote(all[:until], pitch); rest >= 0 {
				from = rest
			}
		}
	}
	l.marked = marksIn(all, from)
	l.openNote = from >= 0 && !ended.MatchString(plain(all[last]))
	return from
}

// noteMark is the mark of a note with which a line begins: "1/" or "a/" as it is typed, or a raised number; "" for none.
func noteMark(line []piece) string {
	if m := typedHead.FindStringSubmatch(plain(line)); m != nil {
		return m[1] + m[2] + "/"
	}
	if len(line) > 1 && raisedMark(line[0], largest(line)) {
		return line[0].String()
	}
	return ""
}

// after tells that a note's mark is the one behind another, "2/" behind "1/".
func after(mark, before string) bool {
	mark, before = strings.TrimSuffix(mark, "/"), strings.TrimSuffix(before, "/")
	n, err := strconv.Atoi(mark)
	m, none := strconv.Atoi(before)
	if err != nil || none != nil {
		return err != nil && none != nil && mark[0] == before[0]+1
	}
	return n == m+1
}

// markedNotesFrom are the first line of the notes at a page's foot and the last, where they are set in the size of the text,
// or most of the page in theirs: each begins with its mark, the next one behind that of the note before it, and the mark of
// the first stands in the text above, or on the page before. First is -1 where there are none.
func (l *layout) markedNotesFrom(all [][]piece) (from, last int) {
	last = len(all) - 1
	for last >= 0 && (goingOn.MatchString(plain(all[last])) || pageNumber.MatchString(plain(all[last]))) {
		last--
	}
	from, first := -1, ""
	for i := last; i >= 0; i-- {
		mark := noteMark(all[i])
		if mark == "" {
			continue
		}
		known := l.marked[mark] || marksIn(all[:i], -1)[mark]
		if known && (from < 0 || after(first, mark)) {
			from, first = i, mark
		} else if from >= 0 {
			break
		}
	}
	return from, last
}

// restOfNote is the line with which the last block of lines begins, where it may be the rest of a note: it goes on in small
// letters, with white above and text above that. -1 where it does not.
func restOfNote(all [][]piece, pitch float64) int {
	isText := func(line []piece) bool { return utf8.RuneCountInString(plain(line)) > 40 }
	for i := len(all) - 1; i > 0; i-- {
		if largest(all[i-1]).base-largest(all[i]).base > 1.3*max(pitch, largest(all[i]).size) {
			if first, _ := utf8.DecodeRuneInString(plain(all[i])); unicode.IsLower(first) && slices.ContainsFunc(all[:i], isText) {
				return i
			}
			return -1
		}
	}
	return -1
}

// marksIn are the marks in the lines of a page above from, all where that is negative: raised ones, and ones that are typed
// at a word's end or by themselves.
func marksIn(all [][]piece, from int) map[string]bool {
	if from < 0 {
		from = len(all)
	}
	found := map[string]bool{}
	for _, line := range all[:from] {
		main := largest(line)
		for i, p := range line {
			word := strings.TrimRight(p.String(), ".,;:")
			if i > 0 && raisedMark(p, main) {
				found[word] = true
			} else if m := typedMark.FindStringSubmatch(word); m != nil {
				found[m[1]] = true
			}
		}
	}
	return found
}
