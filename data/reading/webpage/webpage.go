// Package webpage takes the text out of a saved web page: headings and paragraphs one a line, numbered lists with their
// numbers, raised footnote marks, tables as rows; menus, scripts and forms are left out.
package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"figurebook.org/figurebook/data/reading/marks"
)

// maxDepth is how deep elements are followed.
const maxDepth = 2000

// Is tells whether a text is a web page.
func Is(text string) bool {
	head := strings.ToLower(strings.TrimSpace(text[:min(len(text), 2048)]))
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html") || strings.Contains(head, "<html ") || strings.Contains(head, "<html>") || strings.HasPrefix(head, "<head")
}

// Text is the text of a page, and the day on which it says that its document was published, "2099-02-03", empty where it
// does not. Its error is that of the parser.
func Text(page string) (text, day string, err error) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return "", "", err
	}
	w := &writer{}
	part := mainPart(root)
	if first(part, 0, func(n *html.Node) bool { return n.DataAtom == atom.H1 }) == nil {
		if h := first(root, 0, func(n *html.Node) bool { return n.DataAtom == atom.H1 }); h != nil {
			w.node(h, 0)
		}
	}
	w.node(part, 0)
	w.flush()
	return w.out.String(), published(root), nil
}

// mainPart is the element that holds the document: main, article or what is marked as main, else the body.
func mainPart(root *html.Node) *html.Node {
	for _, is := range []func(*html.Node) bool{
		func(n *html.Node) bool { return strings.Contains(attribute(n, "class"), "report__content") },
		func(n *html.Node) bool { return n.DataAtom == atom.Article },
		func(n *html.Node) bool { return n.DataAtom == atom.Main || attribute(n, "role") == "main" },
		func(n *html.Node) bool { return n.DataAtom == atom.Body },
	} {
		if n := first(root, 0, is); n != nil {
			return n
		}
	}
	return root
}

func first(n *html.Node, depth int, is func(*html.Node) bool) *html.Node {
	if depth > maxDepth {
		return nil
	}
	if n.Type == html.ElementNode && is(n) {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := first(c, depth+1, is); found != nil {
			return found
		}
	}
	return nil
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

type writer struct {
	out   strings.Builder
	line  strings.Builder
	ruled bool // the footnotes have begun
}

func (w *writer) flush() {
	if text := strings.Join(strings.Fields(w.line.String()), " "); text != "" {
		w.out.WriteString(text)
		w.out.WriteString("\n\n")
	}
	w.line.Reset()
}

func (w *writer) children(n *html.Node, depth int) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, depth+1)
	}
}

func (w *writer) node(n *html.Node, depth int) {
	if depth > maxDepth {
		return
	}
	if n.Type == html.TextNode {
		w.line.WriteString(n.Data)
		return
	}
	if n.Type != html.ElementNode && n.Type != html.DocumentNode || attribute(n, "hidden") != "" || attribute(n, "aria-hidden") == "true" {
		return
	}
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Nav, atom.Aside, atom.Form, atom.Button, atom.Noscript, atom.Template, atom.Select, atom.Iframe, atom.Svg, atom.Footer:
		return
	case atom.Br:
		w.line.WriteByte(' ')
	case atom.Sup:
		inner := &writer{}
		inner.children(n, depth)
		if mark := strings.Trim(strings.TrimSpace(inner.line.String()), "[]()"); number(mark) && marks.Exponent(w.line.String(), mark) == 0 || (marks.Mark{Text: mark}).Letter() {
			w.line.WriteString(marks.Wrap(mark))
			return
		}
		w.children(n, depth)
	case atom.A:
		if !w.noteLink(n, depth) {
			w.children(n, depth)
		}
	case atom.Ol:
		w.flush()
		w.list(n, depth)
		w.flush()
	case atom.Table:
		w.flush()
		w.table(n, depth)
	case atom.P, atom.Div, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Li, atom.Ul, atom.Section, atom.Article, atom.Main, atom.Header, atom.Blockquote, atom.Dd, atom.Dt, atom.Figcaption, atom.Hr, atom.Pre:
		w.flush()
		w.children(n, depth)
		w.flush()
	default:
		w.children(n, depth)
	}
}

// list writes the items of a numbered list with their numbers.
func (w *writer) list(n *html.Node, depth int) {
	next := 1
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		next = start
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Li {
			continue
		}
		if value, err := strconv.Atoi(attribute(c, "value")); err == nil {
			next = value
		}
		w.flush()
		if kind := attribute(n, "type"); kind == "" || kind == "1" {
			w.line.WriteString(strconv.Itoa(next) + ". ")
		}
		w.children(c, depth+1)
		w.flush()
		next++
	}
}

// span is how many columns or rows a cell goes over, at least 1.
func span(n *html.Node, name string) int {
	wide, err := strconv.Atoi(attribute(n, name))
	if err != nil {
		return 1
	}
	return max(1, min(wide, mostColumns))
}

// mostColumns bounds what a cell can ask for.
const mostColumns = 100

func (w *writer) table(n *html.Node, depth int) {
	var rows [][]string
	below := map[int]int{} // for how many rows more a column is a cell's that began above
	over := func() {       // goes over the columns that are another row's
		for row := &rows[len(rows)-1]; below[len(*row)] > 0; *row = append(*row, marks.Above) {
			below[len(*row)]--
		}
	}
	var walk func(*html.Node, int)
	walk = func(n *html.Node, depth int) {
		if depth > maxDepth {
			return
		}
		switch n.DataAtom {
		case atom.Tr:
			rows = append(rows, nil)
		case atom.Td, atom.Th:
			if len(rows) == 0 {
				return
			}
			inner := &writer{}
			inner.children(n, depth)
			inner.flush()
			over()
			row := &rows[len(rows)-1]
			*row = append(*row, strings.Join(strings.Fields(inner.out.String()), " "))
			wide, high := span(n, "colspan"), span(n, "rowspan")
			if len(*row) >= mostColumns {
				return
			}
			for i := range wide {
				if i > 0 { // the columns that a wide cell goes over
					*row = append(*row, marks.Left)
				}
				if high > 1 {
					below[len(*row)-1] = high - 1
				}
			}
			over()
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(n, depth)
	for _, r := range rows {
		w.out.WriteString(marks.Row(r))
		w.out.WriteString("\n\n")
	}
}

func number(s string) bool {
	if s == "" || len(s) > 3 {
		return false
	}
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return true
}
