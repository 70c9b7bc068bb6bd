package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// reference is what a paragraph says of its number: which list, which level of it.
type reference struct {
	id    string
	level int
}

// level is one level of a list: its first number, its form, and the text round it, in which %1 stands for the number.
type level struct {
	start        int
	format, text string
}

// numbering is what Word numbers paragraphs by (ECMA-376 part 1, section 17.9).
type numbering struct {
	abstract map[string]*[9]level
	of       map[string]string      // list → its abstract definition
	starts   map[string]map[int]int // list → level → the number that it starts anew with
	styles   map[string]styleNumber // paragraph style → its list
	counts   map[string]*[9]int     // abstract definition → the counters
	begun    map[string]bool        // lists that have started anew
}

type styleNumber struct {
	reference
	basedOn string
	own     bool
}

func (w *word) readNumbering() error {
	n := &w.numbers
	n.abstract, n.of, n.starts = map[string]*[9]level{}, map[string]string{}, map[string]map[int]int{}
	n.styles, n.counts, n.begun = map[string]styleNumber{}, map[string]*[9]int{}, map[string]bool{}
	var definition, list string
	at, override := -1, false
	err := w.walk("word/numbering.xml", func(e xml.StartElement) {
		value := attribute(e, "val")
		switch e.Name.Local {
		case "abstractNum":
			definition, list = attribute(e, "abstractNumId"), ""
			n.abstract[definition] = &[9]level{}
		case "num":
			list, definition = attribute(e, "numId"), ""
		case "abstractNumId":
			if list != "" {
				n.of[list] = value
			}
		case "lvlOverride":
			at, _ = strconv.Atoi(attribute(e, "ilvl"))
			override = true
		case "startOverride":
			if list != "" {
				if n.starts[list] == nil {
					n.starts[list] = map[int]int{}
				}
				n.starts[list][at], _ = strconv.Atoi(value)
			}
		case "lvl":
			at, _ = strconv.Atoi(attribute(e, "ilvl"))
			if definition != "" && at >= 0 && at < 9 {
				n.abstract[definition][at] = level{start: 1, format: "decimal"}
			}
		case "start", "numFmt", "lvlText":
			if definition == "" || at < 0 || at > 8 || override {
				return
			}
			l := &n.abstract[definition][at]
			switch e.Name.Local {
			case "start":
				l.start, _ = strconv.Atoi(value)
			case "numFmt":
				l.format = value
			default:
				l.text = value
			}
		}
	}, func(name string) {
		if name == "lvlOverride" {
			override = false
		}
	}, func(string) {})
	if err != nil {
		return err
	}
	style := ""
	return w.walk("word/styles.xml", func(e xml.StartElement) {
		s := n.styles[style]
		switch e.Name.Local {
		case "style":
			style = attribute(e, "styleId")
			return
		case "basedOn":
			s.basedOn = attribute(e, "val")
		case "numId":
			s.id, s.own = attribute(e, "val"), true
		case "ilvl":
			s.level, _ = strconv.Atoi(attribute(e, "val"))
		default:
			return
		}
		n.styles[style] = s
	}, func(string) {}, func(string) {})
}

// next counts a paragraph and gives the number that Word prints before it, a blank behind; "" where it has none.
func (n *numbering) next(r reference, direct bool, style string) string {
	for range 16 { // styles may be based on each other
		if direct || style == "" {
			break
		}
		s := n.styles[style]
		if s.own {
			r = s.reference
			break
		}
		style = s.basedOn
	}
	definition, ok := n.of[r.id]
	levels := n.abstract[definition]
	if !ok || r.id == "0" || levels == nil || r.level < 0 || r.level > 8 || levels[r.level].format == "bullet" || levels[r.level].format == "none" {
		return ""
	}
	counts := n.counts[definition]
	if counts == nil {
		counts = &[9]int{}
		for i := range counts {
			counts[i] = levels[i].start - 1
		}
		n.counts[definition] = counts
	}
	if !n.begun[r.id] {
		n.begun[r.id] = true
		for at, start := range n.starts[r.id] {
			if at >= 0 && at < 9 {
				counts[at] = start - 1
			}
		}
	}
	counts[r.level]++
	for i := r.level + 1; i < 9; i++ {
		counts[i] = levels[i].start - 1
	}
	text := levels[r.level].text
	for i := 0; i <= r.level; i++ {
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), form(counts[i], levels[i].format))
	}
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return strings.TrimSpace(text) + " "
}

// form writes a number in a form of ECMA-376 part 1, section 17.18.59; an unknown one in digits.
func form(n int, format string) string {
	switch format {
	case "upperRoman":
		return roman(n)
	case "lowerRoman":
		return strings.ToLower(roman(n))
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "chineseCounting", "chineseCountingThousand", "ideographTraditional", "japaneseCounting":
		return han(n)
	}
	return strconv.Itoa(n)
}

func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= r.value && b.Len() < 40 {
			b.WriteString(r.text)
			n -= r.value
		}
	}
	return b.String()
}

func letters(n int, first byte) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+byte((n-1)%26)), (n-1)/26+1)
}

func han(n int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 1 || n > 99:
		return strconv.Itoa(n)
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n%10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
