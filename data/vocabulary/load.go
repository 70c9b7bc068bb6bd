package vocabulary

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"unicode"

	words "figurebook.org/figurebook/assets/vocabulary"
	"figurebook.org/figurebook/data"
)

// Default is the built-in vocabulary, parsed once.
var Default = sync.OnceValues(func() (*Vocabulary, error) { return Load(words.Files) })

// Load reads the tables measures.tsv, places.tsv, codes.tsv, divisions.tsv, peoples.tsv, nouns.tsv, missions.tsv,
// groups.tsv, units.tsv and hedges.tsv. The error joins a data.Fault for each faulty line.
func Load(files fs.FS) (*Vocabulary, error) {
	v := &Vocabulary{
		labels: map[Kind]map[string][2]string{}, parents: map[string]string{}, regions: map[string]string{}, codes: map[string]Code{}, forms: map[string]string{}, measures: map[rune][]Word{},
		before: hedged{}, behind: hedged{}, line: map[string]string{}, nouns: map[string]string{}, counted: map[string]string{}, subregion: map[string]string{}, divisions: map[[2]string]string{}, peoples: map[string]string{},
	}
	for _, k := range []Kind{Measure, Place, Group, Unit, Region, People} {
		v.labels[k] = map[string][2]string{}
	}
	return v, (&loader{v: v, files: files}).read()
}

// With is the built-in vocabulary and an analyst's own tables from a folder, of the same form: their forms win over the
// built-in ones. A folder that is not there, and a table that is not in it, add nothing.
func With(folder string) (*Vocabulary, error) {
	if _, err := os.Stat(folder); err != nil {
		return Default()
	}
	v, err := Load(words.Files)
	if err != nil {
		return nil, err
	}
	return v, (&loader{v: v, files: own{os.DirFS(folder)}, own: true}).read()
}

// own is a folder of tables, any of which may be missing.
type own struct{ fs.FS }

// ReadFile is part of fs.ReadFileFS.
func (o own) ReadFile(name string) ([]byte, error) {
	raw, err := fs.ReadFile(o.FS, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return raw, err
}

// A loader reads tables into a vocabulary, and notes what is wrong with them.
type loader struct {
	v      *Vocabulary
	files  fs.FS
	own    bool // they are the user's, whose forms win
	file   string
	line   int
	names  []reference
	faults []error
}

// A reference is a term of another table that a line names.
type reference struct {
	file string
	line int
	kind data.FaultKind // of the fault where no table has it
	term string
}

func (l *loader) read() error {
	l.places()
	l.states()
	l.nouns()
	l.hedges()
	l.measures()
	for _, r := range l.names {
		if !l.knows(r) {
			l.faults = append(l.faults, &data.Fault{Kind: r.kind, File: r.file, Place: fmt.Sprint(r.line), Detail: r.term})
		}
	}
	return errors.Join(l.faults...)
}

// table goes through the lines of one file; one of too few columns is a fault.
func (l *loader) table(name string, columns int, row func([]string)) {
	raw, err := fs.ReadFile(l.files, name)
	if err != nil {
		l.faults = append(l.faults, &data.Fault{Kind: data.BadVocabulary, File: name, Place: "1", Detail: err.Error(), Err: err})
	}
	l.file = name
	for i, line := range strings.Split(strings.TrimPrefix(string(raw), "\ufeff"), "\n") {
		l.line = i + 1
		line = strings.TrimSuffix(line, "\r")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) < columns || cells[0] == "" {
			l.fault(data.BadVocabulary, fmt.Sprintf("%d/%d", len(cells), columns))
			continue
		}
		row(cells)
	}
}

// fault notes what is wrong with the line in hand.
func (l *loader) fault(kind data.FaultKind, detail string) {
	l.faults = append(l.faults, &data.Fault{Kind: kind, File: l.file, Place: fmt.Sprint(l.line), Detail: detail})
}

// refers notes that the line in hand names a term, which some table must have in the end; an empty one names none.
func (l *loader) refers(kind data.FaultKind, term string) {
	if term != "" {
		l.names = append(l.names, reference{l.file, l.line, kind, term})
	}
}

// knows tells whether some table has what a line refers to.
func (l *loader) knows(r reference) bool {
	kind := map[data.FaultKind]Kind{data.UnknownPlace: Place, data.UnknownState: Place, data.UnknownRegion: Region, data.UnknownUnit: Unit, data.UnknownMeasure: Measure}[r.kind]
	_, ok := l.v.labels[kind][r.term]
	return ok && (r.kind != data.UnknownState || l.v.parents[r.term] == "")
}

// places reads the gazetteer and the codes of its States and regions, of which a user's folder needs none.
func (l *loader) places() {
	v := l.v
	var named []string
	l.table("places.tsv", 5, func(c []string) {
		zh, en := split(c[3]), split(c[4])
		v.labels[Place][c[0]] = [2]string{first(zh, c[0]), c[0]}
		v.parents[c[0]], v.regions[c[0]] = c[1], c[2]
		named = append(named, c[0])
		if c[1] == "" {
			v.forms[c[0]] = c[3]
		}
		if len(c) > 5 && c[5] != "" {
			v.subregion[c[0]] = c[5]
		}
		if c[0] == c[2] {
			v.labels[Region][c[0]] = [2]string{first(zh, c[0]), c[0]}
		}
		l.refers(data.UnknownPlace, c[1])
		l.refers(data.UnknownRegion, c[2])
		v.Places.add(l.own, c[0], append(zh, en...))
	})
	for _, name := range named { // a place without a region lies in that of its parent
		place := name
		for range 10 { // parents are written by people: a circle must end
			if place = v.parents[place]; v.regions[name] == "" {
				v.regions[name] = v.regions[place]
			}
		}
	}
	l.table("codes.tsv", 3, func(c []string) {
		l.refers(data.UnknownPlace, c[0])
		v.codes[c[0]] = Code{ISO3: c[1], M49: c[2]}
	})
}

// states reads what hangs on States: what their divisions are called, their peoples, the missions that work there.
func (l *loader) states() {
	v := l.v
	l.table("divisions.tsv", 3, func(c []string) {
		l.refers(data.UnknownState, c[0])
		l.refers(data.UnknownUnit, c[2])
		v.divisions[[2]string{c[0], c[1]}] = c[2]
	})
	l.table("peoples.tsv", 3, func(c []string) {
		l.refers(data.UnknownState, c[1])
		v.peoples[c[0]] = c[1]
		v.labels[People][c[0]] = [2]string{v.labels[Place][c[1]][0], c[0]}
		forms := split(c[2])
		for _, state := range split(v.forms[c[1]]) {
			for _, ending := range []string{"人", "籍", "国民", "公民"} {
				forms = append(forms, state+ending)
			}
		}
		v.Peoples.add(l.own, c[0], forms)
	})
	l.table("missions.tsv", 3, func(c []string) {
		l.refers(data.UnknownPlace, c[0])
		v.Missions.add(l.own, c[0], append(split(c[1]), split(c[2])...))
	})
	l.table("groups.tsv", 3, func(c []string) {
		zh := split(c[1])
		v.labels[Group][c[0]] = [2]string{first(zh, c[0]), c[0]}
		v.Groups.add(l.own, c[0], append(zh, split(c[2])...))
	})
}

// nouns reads the units and the nouns that name what is counted.
func (l *loader) nouns() {
	v := l.v
	l.table("nouns.tsv", 2, func(c []string) {
		v.Nouns.add(l.own, c[0], split(c[1]))
		v.nouns[strings.ReplaceAll(c[0], "_", " ")] = c[0]
		if label := first(split(c[1]), ""); len(c) > 3 && c[3] != "" {
			v.counted[c[0]] = c[3]
		} else if v.counted[c[0]] == "" {
			v.counted[c[0]] = label
		}
		if len(c) > 2 {
			for _, form := range split(c[2]) {
				v.nouns[form] = c[0]
			}
		}
	})
	l.table("units.tsv", 3, func(c []string) {
		v.labels[Unit][c[0]] = [2]string{c[1], c[2]}
		for len(c) < 5 {
			c = append(c, "")
		}
		v.Units.add(l.own, c[0], append(split(c[3]), split(c[4])...))
	})
}

// hedges reads the hedging words: bound, where they stand (before, behind), Chinese and English words.
func (l *loader) hedges() {
	l.table("hedges.tsv", 4, func(c []string) {
		switch data.Bound(c[0]) {
		case data.About, data.MoreThan, data.AtLeast, data.LessThan, data.AtMost:
		default:
			l.fault(data.UnknownBound, c[0])
			return
		}
		for _, word := range append(split(c[2]), split(c[3])...) {
			r := []rune(word)
			if c[1] == "behind" {
				if unicode.IsLetter(r[0]) && r[0] < 0x250 {
					r = append([]rune{' '}, r...)
				}
				l.v.behind.add(r[0], hedgeForm{r, data.Bound(c[0])})
			} else {
				l.v.before.add(unicode.ToLower(r[len(r)-1]), hedgeForm{r, data.Bound(c[0])})
			}
		}
	})
}

func (l *loader) measures() {
	v := l.v
	l.table("measures.tsv", 6, func(c []string) {
		v.labels[Measure][c[0]] = [2]string{c[2], c[3]}
		if len(c) > 6 && c[6] != "" {
			v.line[c[0]] = c[6]
			l.refers(data.UnknownMeasure, c[6])
		}
		units := strings.Split(c[1], ",")
		for _, u := range units {
			l.refers(data.UnknownUnit, u)
		}
		for _, w := range append(split(c[4]), split(c[5])...) {
			bare, strong := strings.CutPrefix(w, "!")
			form := []rune(bare)
			if len(form) == 0 {
				continue
			}
			v.measures[form[0]] = append(v.measures[form[0]], Word{c[0], units, form, strong})
		}
	})
}

func split(cell string) []string {
	if cell == "" {
		return nil
	}
	return slices.DeleteFunc(strings.Split(cell, "|"), func(s string) bool { return s == "" })
}

func first(forms []string, otherwise string) string {
	if len(forms) > 0 {
		return forms[0]
	}
	return otherwise
}

func (f *Forms) add(wins bool, name string, forms []string) {
	if f.byFirst == nil {
		f.byFirst = map[rune][]form{}
	}
	for _, s := range forms {
		r := []rune(s)
		if wins {
			f.byFirst[r[0]] = append([]form{{r, name}}, f.byFirst[r[0]]...)
		} else {
			f.byFirst[r[0]] = append(f.byFirst[r[0]], form{r, name})
		}
		slices.SortStableFunc(f.byFirst[r[0]], func(a, b form) int { return len(b.runes) - len(a.runes) })
	}
}
