package charts

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// attribute is something by which figures differ: its canonical term and its label in the chart's language.
type attribute struct {
	name string
	key  func(*data.Figure) string
	kind vocabulary.Kind
}

func attributes(spec Spec, v *vocabulary.Vocabulary) map[string]attribute {
	region := func(f *data.Figure) string {
		if f.Region != "" {
			return f.Region
		}
		return together(text(f.Place), v.RegionOf)
	}
	if spec.Scheme == "m49" || spec.Scheme == "m49_subregions" {
		region = func(f *data.Figure) string { return m49(text(f.Place), v, spec.Scheme == "m49_subregions") }
	}
	all := map[string]attribute{}
	for _, a := range []attribute{
		{"region", region, vocabulary.Region},
		{"place", func(f *data.Figure) string { return text(f.Place) }, vocabulary.Place},
		{"group", func(f *data.Figure) string { return text(f.Group) }, vocabulary.Group},
		{"population", func(f *data.Figure) string { return f.Population }, ""},
		{"unit", func(f *data.Figure) string { return f.Unit }, vocabulary.Unit},
		{"measure", func(f *data.Figure) string { return f.Measure }, vocabulary.Measure},
		{"subject", func(f *data.Figure) string { return inScript(f.Subject, spec.Language) }, ""},
		{"counted", func(f *data.Figure) string { return inScript(f.Counted, spec.Language) }, ""},
		{"date", func(f *data.Figure) string { return text(f.AsOf) }, ""},
		{"period", period, ""},
		{"report", reportOf, ""},
		{"paragraph", func(f *data.Figure) string { return f.Paragraph }, ""},
		{"language", func(f *data.Figure) string { return f.Language }, ""},
		{Editions, func(f *data.Figure) string { return symbol(*f) + " " + f.Paragraph }, ""},
	} {
		all[a.name] = a
	}
	return all
}

// inScript is a text if it is written in the script of a language, else nothing: words of a report that no vocabulary
// translates are not shown in a chart of the other language.
func inScript(words, language string) string {
	han := strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Han, r) })
	if han != (language == "zh") {
		return ""
	}
	return words
}

// together is the region in which several places named together all lie, each by a rule; empty where they do not.
func together(place string, of func(string) string) string {
	region := of(place)
	if region != "" || !strings.Contains(place, " and ") {
		return region
	}
	for i, p := range strings.Split(strings.ReplaceAll(place, " and ", ", "), ", ") {
		one := of(p)
		if one == "" || i > 0 && one != region {
			return ""
		}
		region = one
	}
	return region
}

// reportOf is the report whose state a figure tells: the one that it is quoted from, where it is quoted.
func reportOf(f *data.Figure) string {
	if f.QuotedFrom != "" {
		return f.QuotedFrom
	}
	return symbol(*f)
}

// period is the reporting period whose state a figure tells; a quoted value's is not known here, and not that of the
// report that quotes it.
func period(f *data.Figure) string {
	if f.QuotedFrom != "" {
		return ""
	}
	return f.Period
}

// titled are the titles by which the reports without a symbol are known, by what symbol gives of them.
func titled(figures []data.Figure, words *translations.Words) map[string]string {
	titles := map[string]string{}
	for _, f := range figures {
		if f.Report == nil && f.Title != "" {
			titles[symbol(f)] = name(f, words)
		}
	}
	return titles
}

// label is the term of an attribute in the chart's language.
func (c *Chart) label(a attribute, key string) string {
	switch {
	case key == "":
		return c.words.Say("chart.not_stated")
	case a.name == "report" && c.titles[key] != "":
		return c.titles[key]
	case a.name == "report" && !strings.Contains(key, "/") && !strings.HasPrefix(key, "file-"):
		return c.words.Say("chart.earlier_report") // quoted without its symbol
	case a.name == "date" || a.name == "period":
		return DateText(key, c.words)
	case a.name == "paragraph":
		return c.paragraphName(key)
	case a.name == "language":
		return languageName(key, c.words)
	case a.name == Editions:
		return c.editionPlace(key)
	case a.name == "region" && c.Spec.Scheme == "m49":
		return c.words.Say("m49." + key)
	case a.name == "region" && c.Spec.Scheme == "m49_subregions":
		return c.v.Label(vocabulary.Place, key, c.Spec.Language)
	case a.name == "population":
		return c.v.PopulationLabel(key, c.Spec.Language)
	case a.kind != "":
		return c.v.Label(a.kind, key, c.Spec.Language)
	}
	return key
}

// varying are those of the named attributes whose terms differ among figures.
func varying(figures []data.Figure, all map[string]attribute, names ...string) []attribute {
	var vary []attribute
	for _, n := range names {
		first := all[n].key(&figures[0])
		for i := range figures {
			if all[n].key(&figures[i]) != first {
				vary = append(vary, all[n])
				break
			}
		}
	}
	return vary
}

// term is the terms of several attributes as one key.
func term(f *data.Figure, of []attribute) string {
	var keys []string
	for _, a := range of {
		keys = append(keys, a.key(f))
	}
	return strings.Join(keys, "\x00")
}

// termLabel is the label of a term; what is not stated is left out of several.
func (c *Chart) termLabel(f *data.Figure, of []attribute) string {
	var labels []string
	for _, a := range of {
		if key := a.key(f); key != "" {
			labels = append(labels, c.label(a, key))
		}
	}
	if len(labels) == 0 && len(of) > 0 {
		return c.words.Say("chart.not_stated")
	}
	return strings.Join(labels, " · ")
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
