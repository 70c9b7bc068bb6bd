package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"figurebook.org/figurebook/data/reading/marks"
)

// Links between a footnote and its mark, as word processors and sites for relief work name them: from the text to the
// note, and back.
var (
	toNote   = regexp.MustCompile(`^[^#]*#_?(?:ftn|edn|fn|footnote|note)[-_:]?\d{1,3}$`)
	fromNote = regexp.MustCompile(`^[^#]*#_?(?:ftnref|ednref|fnref|footnote-?ref|noteref)[-_:]?\d{1,3}$`)
)

// noteLink writes a link that is a footnote's mark, or the number that begins a footnote; the first of these is ruled off
// from the text. It tells whether it did.
func (w *writer) noteLink(n *html.Node, depth int) bool {
	inner := &writer{}
	inner.children(n, depth)
	text, _ := marks.Strip(strings.TrimSpace(inner.line.String()))
	mark := strings.Trim(text, "[]()")
	if !number(mark) {
		return false
	}
	switch href := attribute(n, "href"); {
	case fromNote.MatchString(href) && strings.TrimSpace(w.line.String()) == "":
		if !w.ruled {
			w.out.WriteString("__________\n\n")
			w.ruled = true
		}
		w.line.WriteString(mark + " ")
		return true
	case toNote.MatchString(href):
		w.line.WriteString(marks.Wrap(mark))
		return true
	}
	return false
}

// published is the day on which a page says that its document was first published, "2099-02-03"; empty where it does not.
func published(root *html.Node) string {
	term := first(root, 0, func(n *html.Node) bool {
		return n.DataAtom == atom.Dt && n.FirstChild != nil && strings.Contains(strings.ToLower(n.FirstChild.Data), "originally published")
	})
	if term == nil {
		return ""
	}
	for n := term.NextSibling; n != nil; n = n.NextSibling {
		if n.DataAtom != atom.Dd {
			continue
		}
		day := first(n, 0, func(n *html.Node) bool { return n.DataAtom == atom.Time })
		if day == nil {
			return ""
		}
		return dayOnly.FindString(attribute(day, "datetime"))
	}
	return ""
}

var dayOnly = regexp.MustCompile(`^(?:19|20)\d\d-\d\d-\d\d`)
