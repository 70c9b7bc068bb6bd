package library

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/line"
	"figurebook.org/figurebook/data"
)

// contents is the tree of a report's sections.
type contents struct {
	tree      *widget.Tree
	chosen    func(path string)
	titles    map[string]string   // by path
	children  map[string][]string // paths by the path of their parent; "" for the top
	sectionOf map[string]string   // by paragraph number
	report    string              // key
	at        string              // path of the section that the reader shows
	following bool                // while the tree is told where the reader is
}

func newContents(chosen func(path string)) *contents {
	c := &contents{chosen: chosen}
	c.plant()
	return c
}

// plant makes the tree anew. The toolkit keeps the arrows of one that stands in the colours in which they were drawn first.
func (c *contents) plant() {
	c.tree = widget.NewTree(
		func(path string) []string { return c.children[path] },
		func(path string) bool { return path == "" || len(c.children[path]) > 0 },
		func(bool) fyne.CanvasObject {
			return line.New("")
		},
		func(path string, _ bool, o fyne.CanvasObject) { o.(*line.Line).SetText(c.titles[path]) })
	c.tree.OnSelected = func(path string) {
		if !c.following {
			c.at = path
			c.chosen(path)
		}
	}
	c.tree.OpenAllBranches()
	if _, known := c.titles[c.at]; known {
		c.following = true
		c.tree.Select(c.at)
		c.following = false
	}
}

// show fills the tree with the sections of a report, all open.
func (c *contents) show(r *data.Report) {
	key := r.Key() + r.Hash
	if key == c.report {
		return
	}
	c.report, c.at = key, ""
	c.titles, c.children, c.sectionOf = map[string]string{}, map[string][]string{}, map[string]string{}
	for _, s := range r.Sections {
		title := s.Title
		if s.Number != "" {
			title = s.Number + ". " + title
		}
		parent := s.Path
		for parent != "" {
			parent = parent[:max(0, strings.LastIndex(parent, "."))]
			if _, known := c.titles[parent]; known {
				break
			}
		}
		if _, twice := c.titles[s.Path]; !twice {
			c.children[parent] = append(c.children[parent], s.Path)
		}
		c.titles[s.Path] = title
	}
	for _, p := range r.Paragraphs {
		c.sectionOf[p.Number] = p.Section
	}
	c.tree.UnselectAll()
	c.tree.OpenAllBranches() // which sets the rows anew
	c.tree.ScrollToTop()
}

// follow marks the section in which a paragraph stands, or that "section:" and its path names.
func (c *contents) follow(paragraph string) {
	path, ok := strings.CutPrefix(paragraph, "section:")
	if !ok {
		path = c.sectionOf[paragraph]
	}
	if path == c.at {
		return
	}
	c.at, c.following = path, true
	if _, known := c.titles[path]; known {
		c.tree.Select(path)
	} else {
		c.tree.UnselectAll()
	}
	c.following = false
}
