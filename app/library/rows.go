package library

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// Grouping is what the reports are listed by.
type Grouping string

// The groupings.
const (
	BySeries   Grouping = "series"
	BySymbol   Grouping = "symbol" // by the body that the symbol is of
	ByDate     Grouping = "date"   // by year, the newest first
	ByLanguage Grouping = "language"
)

var groupings = []Grouping{BySeries, BySymbol, ByDate, ByLanguage}

// row is one of the list: a report, or the head of a group.
type row struct {
	head   string
	count  int // of reports, for a head
	report *data.Report
	unread bool // only its existence is known
}

// Unread is a report of a series that the library holds nothing of: it stands in the list as a gap.
type Unread struct {
	Series string // as Events.Series names it
	data.Report
}

// shown are the reports that are listed: of Figurebook's own digests, only those in a language where there is one in it.
func shown(reports []data.Report, language string) []data.Report {
	own := map[string]bool{}
	for _, r := range reports {
		own[r.Symbol] = own[r.Symbol] || r.Language == language
	}
	return slices.DeleteFunc(slices.Clone(reports), func(r data.Report) bool { return r.Digest && own[r.Symbol] && r.Language != language })
}

// rows are reports in groups, each under its head; a single group has none. By series those that nobody here has read stand
// among the others.
func rows(reports []data.Report, unread []Unread, by Grouping, series func(symbol string) string, words *translations.Words) []row {
	head := func(r data.Report) string {
		switch {
		case by == ByLanguage:
			return words.Say("language." + r.Language)
		case by == ByDate && r.Date != "":
			return r.Date[:min(4, len(r.Date))]
		case by == BySymbol && r.Symbol != "":
			return body(r.Symbol)
		case by == BySeries && series(r.Symbol) != "":
			return series(r.Symbol)
		case by == BySeries && r.Symbol != "":
			return words.Say("library.no_series")
		}
		return words.Say("library.unknown")
	}
	listed := make([]*data.Report, len(reports))
	for i := range reports {
		listed[i] = &reports[i]
	}
	var earlier func(a, b *data.Report) int
	switch by {
	case BySymbol:
		earlier = func(a, b *data.Report) int { return data.CompareSymbols(a.Symbol, b.Symbol) }
	case ByDate:
		earlier = func(a, b *data.Report) int { return cmp.Compare(b.Date, a.Date) }
	default:
		earlier = inTime(listed)
	}
	slices.SortStableFunc(listed, func(a, b *data.Report) int { return cmp.Or(earlier(a, b), cmp.Compare(a.Language, b.Language)) })
	var heads []string
	groups := map[string][]row{}
	for _, r := range listed {
		h := head(*r)
		if groups[h] == nil {
			heads = append(heads, h)
		}
		groups[h] = append(groups[h], row{report: r})
	}
	if by == BySeries {
		for i := range unread {
			if group := groups[unread[i].Series]; group != nil {
				groups[unread[i].Series] = append(group, row{report: &unread[i].Report, unread: true})
			}
		}
		for _, group := range groups {
			var all []*data.Report
			for _, r := range group {
				all = append(all, r.report)
			}
			earlier := inTime(all)
			slices.SortStableFunc(group, func(a, b row) int { return earlier(a.report, b.report) })
		}
	}
	rest := func(h string) int { // what belongs nowhere stands last
		return slices.Index([]string{words.Say("library.no_series"), words.Say("library.unknown")}, h)
	}
	slices.SortStableFunc(heads, func(a, b string) int { return cmp.Compare(rest(a), rest(b)) })
	var all []row
	for _, h := range heads {
		if len(heads) > 1 {
			read := slices.DeleteFunc(slices.Clone(groups[h]), func(r row) bool { return r.unread })
			all = append(all, row{head: h, count: len(read)})
		}
		all = append(all, groups[h]...)
	}
	return all
}

// inTime orders reports by date. One without a date stands where its symbol would: those of one body run with the dates.
func inTime(reports []*data.Report) func(a, b *data.Report) int {
	bySymbol := func(a, b *data.Report) int {
		return cmp.Or(cmp.Compare(body(a.Symbol), body(b.Symbol)), data.CompareSymbols(a.Symbol, b.Symbol))
	}
	dates := map[*data.Report]string{}
	before := &data.Report{}
	for _, r := range slices.SortedStableFunc(slices.Values(reports), bySymbol) {
		year := symbolYear.FindString(r.Symbol)
		switch last := dates[before]; {
		case r.Date != "":
			dates[r] = r.Date
		case body(before.Symbol) == body(r.Symbol) && year != "" && strings.HasPrefix(last, year[1:]):
			dates[r] = last
		case year != "":
			dates[r] = year[1:]
		default:
			dates[r] = "unknown" // behind all years
		}
		before = r
	}
	return func(a, b *data.Report) int { return cmp.Or(cmp.Compare(dates[a], dates[b]), bySymbol(a, b)) }
}

// symbolYear is the year in a symbol, as in S/2021/98.
var symbolYear = regexp.MustCompile(`/(19|20)\d\d\b`)

// body is the part of a symbol that names the body whose document it is: "S" for the Security Council.
func body(symbol string) string {
	parts := strings.Split(symbol, "/")
	if len(parts) > 2 && !strings.ContainsAny(parts[1], "0123456789") {
		return parts[0] + "/" + parts[1]
	}
	return parts[0]
}

// Name is how a report is listed: its symbol, or its title where that is unknown, and its language.
func Name(r data.Report, words *translations.Words) string {
	return r.Name() + " · " + words.Say("language."+r.Language)
}

// about is what is said below a report's name: whether it is a summary, its date, how far it is checked, what revises or corrects it.
func (l *Library) about(r data.Report) string {
	var parts []string
	for _, relation := range l.symbols.Relations(r.Symbol) {
		parts = append(parts, l.words.Say("relation."+string(relation.Kind), relation.Symbol))
	}
	if r.Reissue > 0 {
		parts = append(parts, l.words.Say("library.reissued"))
	}
	if r.Digest {
		parts = append(parts, l.words.Say("library.digest"))
	}
	if p, ok := l.checked[r.Key()]; ok {
		parts = append(parts, l.words.Say("library.checked", p.Checked, p.Total))
	}
	if r.Date != "" {
		parts = append(parts, r.Date)
	}
	return strings.Join(parts, " · ")
}

// NoteText is a note on the reading of a report, in words.
func NoteText(n data.Note, words *translations.Words) string {
	return words.Say("note."+n.Kind, n.Detail)
}
