package extraction

import (
	"regexp"
	"strings"
	"unicode"
)

// A unitNote is what a head or a title says its numbers are counted in: "(thousands of United States dollars)", （千美元）, "(percentage)".
type unitNote struct {
	unit    string // empty where it names a scale alone
	zeros   int32  // of the scale: 3 for thousands
	scaled  bool   // it names a scale
	unclear bool   // it names a scale in words that are not understood
}

func (n unitNote) said() bool { return n.unit != "" || n.scaled || n.unclear }

var englishScales = map[string]int32{"hundreds": 2, "hundred": 2, "thousands": 3, "thousand": 3, "'000": 3, "’000": 3, "000s": 3, "000": 3, "millions": 6, "million": 6, "billions": 9, "billion": 9, "trillions": 12, "trillion": 12}

var hanScales = []struct {
	word  string
	zeros int32
}{{"十万", 5}, {"百万", 6}, {"千万", 7}, {"十亿", 9}, {"百亿", 10}, {"千亿", 11}, {"万亿", 12}, {"千", 3}, {"万", 4}, {"亿", 8}}

// scaleIn tells that a text names a scale, in words that mean nothing else.
var scaleIn = regexp.MustCompile(`(?i)\b(?:thousands|millions|billions|trillions)\b|\b(?:thousand|million|billion)s? (?:of )?(?:united states |us )?(?:dollars|euros|persons|people)|['’]000\b|[千万亿](?:美元|欧元|元|人|吨|户|公顷|桶)`)

// noteWords are words of a note that say nothing of the unit.
var noteWords = wordSet("in of the current constant at prices unit units us u.s. united states expressed total")

// unitNoteOf reads a text in brackets, or behind a comma, as what numbers are counted in; nothing said where it is something else.
func (e *extractor) unitNoteOf(text string) unitNote {
	text = strings.TrimSpace(strings.ToLower(text))
	for _, lead := range []string{"单位：", "单位:", "单位", "以", "按", "unit:", "units:", "unit of measure:"} {
		text = strings.TrimSpace(strings.TrimPrefix(text, lead))
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, "计"), "为单位")
	switch strings.TrimSpace(text) {
	case "percentage", "percentages", "per cent", "percent", "%", "in percentage", "in per cent", "as a percentage", "percentage of total", "百分比", "百分率", "％":
		return unitNote{unit: "percent"}
	case "number", "数目", "number of persons":
		return unitNote{}
	}
	if n, ok := e.hanNote(text); ok {
		return n
	}
	return e.englishNote(text)
}

// hanNote reads 千美元, 百万人, 美元.
func (e *extractor) hanNote(text string) (unitNote, bool) {
	var n unitNote
	rest := text
	for _, s := range hanScales {
		if after, ok := strings.CutPrefix(rest, s.word); ok {
			n.zeros, n.scaled, rest = s.zeros, true, after
			break
		}
	}
	t := []rune(rest)
	if len(t) == 0 || !unicode.Is(unicode.Han, t[0]) {
		return n, false
	}
	if name, k := e.words.Units.At(t, 0); k == len(t) && (currency(name) || n.scaled || physical(name)) {
		n.unit = name
		return n, true
	}
	n.unclear = n.scaled && scaleIn.MatchString(text)
	return n, n.unclear
}

// englishNote reads "thousands of United States dollars", "US$ millions", "in thousands", "euros".
func (e *extractor) englishNote(text string) unitNote {
	var n unitNote
	s := &scanner{words: e.words}
	if code, at := s.signOf(strings.ToUpper(text)); code != "" {
		n.unit, text = code, text[at:]
	}
	var rest []string
	for _, w := range strings.Fields(strings.NewReplacer(",", " ", "/", " ").Replace(text)) {
		if zeros, ok := englishScales[w]; ok && !n.scaled {
			n.zeros, n.scaled = zeros, true
		} else if !noteWords[w] || w == "states" && n.unit == "" && len(rest) == 0 && !strings.Contains(text, "dollar") {
			rest = append(rest, w)
		}
	}
	words := strings.Join(rest, " ")
	switch name, k := e.unitAt(words); {
	case words == "":
	case k && n.unit == "" && (currency(name) || physical(name) || n.scaled && name != "percent"):
		n.unit = name
	case k && n.unit == name:
	case words == "$" || words == "us$":
		n.unit = "USD"
	case n.scaled || n.unit != "" && currency(n.unit):
		n = unitNote{unclear: true}
	default:
		n = unitNote{}
	}
	return n
}

// unitAt is the unit whose word is all of a text.
func (e *extractor) unitAt(text string) (string, bool) {
	t := []rune(text)
	if len(t) == 0 {
		return "", false
	}
	name, k := e.words.Units.At(t, 0)
	return name, k == len(t)
}

// noted finds, and takes out of a head or a title, what it says that its numbers are counted in: in brackets, or behind "in" at
// its end. Other brackets are given to also, which takes them out where it knows them.
func (e *extractor) noted(text string, also func(inside string) bool) (rest string, note unitNote) {
	rest = text
	for _, b := range bracketed.FindAllString(text, -1) {
		inside := strings.TrimSpace(strings.Trim(b, "()（）"))
		switch n := e.unitNoteOf(inside); {
		case n.said():
			if note.said() && note != n {
				n.unclear = true
			}
			note = n
		case also(inside):
		default:
			continue
		}
		rest = strings.Replace(rest, b, " ", 1)
	}
	if m := behindIn.FindStringSubmatchIndex(rest); m != nil {
		if n := e.unitNoteOf(rest[m[2]:m[3]]); n.said() && !n.unclear {
			if note.said() && note != n {
				n.unclear = true
			}
			note, rest = n, rest[:m[0]]
		}
	}
	rest = strings.TrimSpace(rest)
	if (strings.HasSuffix(rest, "%") || strings.HasSuffix(rest, "％")) && !note.said() {
		note, rest = unitNote{unit: "percent"}, strings.TrimRight(rest, "%％, ")
	}
	if scaleIn.MatchString(rest) {
		note.unclear = true
	}
	return strings.Join(strings.Fields(rest), " "), note
}

// behindIn matches what stands behind "in" at the end of a title: "Resources, in thousands of United States dollars".
var behindIn = regexp.MustCompile(`(?i)[,，:：]? (?:in|expressed in) ((?:thousands|millions|billions|per cent|percentage|us\$|united states dollars|us dollars|dollars|euros)[^,()]*)$`)
