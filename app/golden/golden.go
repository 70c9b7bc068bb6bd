// Package golden compares what a pane shows with a file that a person has read. The file is the markup of Fyne's test
// driver, condensed so that it reads like the pane: a line for each widget, text, picture and coloured area, with its place
// on the pane and its size; wrappers, empty texts and transparent areas are left out.
// make goldens writes them all anew.
package golden

import (
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

var update = flag.Bool("update", false, "write the golden files anew, to be read before they are committed")

// Canvas compares all of a window, with the dialog on top, with testdata/name.golden, or with the file of that
// name where it is absolute.
func Canvas(t *testing.T, name string, c fyne.Canvas) {
	t.Helper()
	compare(t, name, test.RenderToMarkup(c))
}

// Object compares an object, in the size that it has, with testdata/name.golden.
func Object(t *testing.T, name string, o fyne.CanvasObject) {
	t.Helper()
	compare(t, name, test.RenderObjectToMarkup(o))
}

func compare(t *testing.T, name, markup string) {
	t.Helper()
	got, err := Condense(markup)
	if err != nil {
		t.Fatalf("the markup of %s: %v", name, err)
	}
	file := name + ".golden"
	if !filepath.IsAbs(file) {
		file = filepath.Join("testdata", file)
	}
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: make goldens writes it", err)
	}
	if got != string(want) {
		t.Errorf("otherwise than %s says (- there, + now); where that is meant, make goldens:\n%s", file, Diff(string(want), got))
	}
}

// Diff are the lines that only one of two texts has, those of the first after "- ", those of the second after "+ ".
func Diff(was, is string) string {
	a, b := strings.Split(was, "\n"), strings.Split(is, "\n")
	common := make([][]int, len(a)+1) // common[i][j] is how many lines a[i:] and b[j:] have in common, in order
	for i := len(a); i >= 0; i-- {
		common[i] = make([]int, len(b)+1)
		for j := len(b) - 1; j >= 0 && i < len(a); j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	var out strings.Builder
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			i, j = i+1, j+1
		case j == len(b) || i < len(a) && common[i+1][j] >= common[i][j+1]:
			fmt.Fprintln(&out, "-", a[i])
			i++
		default:
			fmt.Fprintln(&out, "+", b[j])
			j++
		}
	}
	return out.String()
}

// node is an element of the markup.
type node struct {
	kind     string
	attrs    map[string]string
	text     string
	children []*node
}

// Condense is a markup in fewer lines: each widget, text, picture and coloured area with its place from the top left.
func Condense(markup string) (string, error) {
	root, err := parse(markup)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	fmt.Fprintf(&out, "%s\n", root.attrs["size"])
	for _, c := range root.children {
		c.write(&out, 0, 0, 0)
	}
	return out.String(), nil
}

func parse(markup string) (*node, error) {
	d := xml.NewDecoder(strings.NewReader(markup))
	d.Strict = false // attributes such as bold have no value
	open := []*node{{}}
	for {
		token, err := d.Token()
		if token == nil {
			if len(open[0].children) != 1 {
				return nil, fmt.Errorf("%d roots, %w", len(open[0].children), err)
			}
			return open[0].children[0], nil
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &node{kind: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
}

// wrappers are widgets that show nothing themselves.
var wrappers = []string{"", "*widget.RichText", "*widget.Scroll", "*container.Scroll", "*widget.entryContent", "*widget.Label", "*line.Line", "*widget.focusSelectable", "*widget.OverlayContainer"}

// quiet are widgets that are left out: shadows, bars and lines that the toolkit draws where there is more to scroll.
var quiet = []string{"*widget.Shadow", "*widget.scrollBarArea", "*widget.Separator", "*dialog.themedBackground"}

// write writes a node whose parent stands at x, y.
func (n *node) write(out *strings.Builder, depth, x, y int) {
	if slices.Contains(quiet, n.attrs["type"]) {
		return
	}
	var dx, dy int
	_, _ = fmt.Sscanf(n.attrs["pos"], "%d,%d", &dx, &dy)
	x, y = x+dx, y+dy
	line := func(parts ...string) {
		parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
		fmt.Fprintf(out, "%s%s\n", strings.Repeat("  ", depth), strings.Join(parts, " "))
	}
	at := fmt.Sprintf("%d,%d", x, y)
	switch n.kind {
	case "text":
		if text, broken := strings.CutSuffix(n.text, "\u2060"); broken { // what shows nothing
			n.text = strings.TrimRight(text, " ")
		}
		if n.text != "" {
			line(at, fmt.Sprintf("%q", n.text), n.rest("alignment"))
		}
	case "rectangle":
		if n.visible() {
			line(at, "area", n.attrs["size"], n.rest("radius"))
		}
	case "container", "content", "overlay", "widget":
		if n.kind == "overlay" || n.kind == "widget" && !slices.Contains(wrappers, n.attrs["type"]) {
			name := n.attrs["type"]
			line(at, strings.TrimPrefix(name[strings.LastIndex(name, ".")+1:], "*"), n.attrs["size"])
			depth++
		}
		for _, c := range n.children {
			c.write(out, depth, x, y)
		}
	default: // image, line, circle …
		line(at, n.kind, n.attrs["size"], n.rest())
		for _, c := range n.children {
			c.write(out, depth, x, y)
		}
	}
}

// visible tells whether an area has a colour.
func (n *node) visible() bool {
	clear := func(colour string) bool { return colour == "" || strings.HasSuffix(colour, ",0)") }
	return !clear(n.attrs["fillColor"]) || !clear(n.attrs["strokeColor"])
}

// rest are the attributes that have no place of their own in a line, but those named.
func (n *node) rest(but ...string) string {
	var all []string
	for name, value := range n.attrs {
		switch {
		case name == "pos" || name == "size" || slices.Contains(but, name):
		case value == name: // it has no value
			all = append(all, name)
		default:
			all = append(all, name+"="+value)
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}
