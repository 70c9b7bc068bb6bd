package reading

import (
	"cmp"
	"path/filepath"
	"regexp"
	"strings"
	"time"
	"unicode"

	"figurebook.org/figurebook/data"
)

// reissued is what a document says that was printed again under its own symbol.
var reissued = regexp.MustCompile(`(?i)\b(?:re-?issued|reissue) for technical reasons|技术(?:性)?原因.{0,24}重新(?:印发|发布|分发)|(?:nouveau tirage|publié de nouveau|réédité).{0,20}raisons? techniques?|(?:nuev[oa]|nuevamente).{0,30}(?:por )?razones técnicas|(?:пере(?:издан|выпу)|повторн).{0,30}по техническим причинам|أعيد .{0,30}لأسباب (?:فنية|تقنية)`)

// later counts reissues.
var later = []*regexp.Regexp{
	regexp.MustCompile(`(?i)\b(?:second|deuxième|segund[ao])\b|второ|第二次|再次|للمرة الثانية`),
	regexp.MustCompile(`(?i)\b(?:third|troisième|tercer[ao]?)\b|треть|第三次|للمرة الثالثة`),
}

// reissueOf is the number of the reissue that a line says a document is; 0 where it says none.
func reissueOf(line string) int {
	if !reissued.MatchString(line) {
		return 0
	}
	for i, ordinal := range later {
		if ordinal.MatchString(line) {
			return i + 2
		}
	}
	return 1
}

// titleSymbol is the symbol that a web page names behind the title of a document, "… (S/2099/7) [EN/AR]".
var titleSymbol = regexp.MustCompile(`^(.{10,}\S) *\((` + symbolShape + `)\)(?: *\[[A-Z/]+\])?$`)

// ofPage takes what a web page says of the document that it shows: the symbol behind its title, the day of its first
// publication.
func ofPage(report *data.Report, day string) {
	if m := titleSymbol.FindStringSubmatch(report.Title); m != nil && (report.Symbol == "" || report.Symbol == m[2]) {
		report.Title, report.Symbol = m[1], m[2]
	}
	if report.Date == "" {
		report.Date = day
	}
}

// identify settles what the report is: what the user said, else what its masthead says (already in report), else what
// the file's name says. A symbol that the text merely cites is never taken.
func identify(report *data.Report, name string, hints Hints) {
	base := filepath.Base(name)
	for _, f := range report.Footnotes {
		if f.Mark != "" { // the note of the star at the symbol
			report.Reissue = max(report.Reissue, reissueOf(f.Text))
		}
	}
	if report.Symbol == "" {
		report.Symbol = symbolOfName(base)
	}
	if report.Period == "" {
		title := data.Paragraph{Text: "报告" + report.Title} // as behind the word that a span in Chinese needs
		report.Period = cmp.Or(periodOf([]data.Paragraph{title}), periodOf(report.Paragraphs))
	}
	for _, f := range []struct {
		field *string
		said  string
	}{
		{&report.Symbol, hints.Symbol}, {&report.Date, hints.Date}, {&report.Period, hints.Period}, {&report.Language, hints.Language},
	} {
		if f.said != "" {
			*f.field = f.said
		}
	}
}

var nameSymbol = regexp.MustCompile(`^((?:[AES]|ST|CAT|CCPR|CEDAW|CRC|DP|TD)(?:[-_](?:HRC|C|RES|AC|PV|SGB|ESA|ECA|ICEF))?(?:[-_]\d{1,3}){0,1}[-_](?:(?:19|20)\d\d|\d{2,3})(?:[-_]\d{1,4})?)((?:[-_](?:REV|CORR|ADD)[-_.]\d{1,2})*)(?:[-_. ]|$)`)

// partOfName is what a file's name says that a document is to another: "-CORR.1".
var partOfName = regexp.MustCompile(`[-_](REV|CORR|ADD)[-_.](\d{1,2})`)

// symbolOfName reads a document symbol from a file's name: "S-2021-98.zh.txt" gives "S/2021/98", "S_2025_71_Rev.1-EN.pdf" "S/2025/71/Rev.1".
func symbolOfName(base string) string {
	m := nameSymbol.FindStringSubmatch(strings.ToUpper(base))
	if m == nil || !strings.ContainsAny(m[1], "-_") {
		return ""
	}
	symbol := strings.NewReplacer("-", "/", "_", "/").Replace(m[1])
	for _, part := range partOfName.FindAllStringSubmatch(m[2], -1) {
		symbol += "/" + part[1][:1] + strings.ToLower(part[1][1:]) + "." + part[2]
	}
	return symbol
}

// languageOf tells the language of a text by its script, and the languages in Latin letters apart by their commonest
// words. Empty where there are no letters.
func languageOf(text string) string {
	var han, latin, cyrillic, arabic int
	for i, r := range text {
		if i > 200_000 {
			break
		}
		switch {
		case unicode.Is(unicode.Han, r):
			han++
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		case unicode.Is(unicode.Arabic, r):
			arabic++
		}
	}
	switch most := max(han*3, latin, cyrillic, arabic); {
	case most == 0:
		return ""
	case most == han*3:
		return "zh"
	case most == cyrillic:
		return "ru"
	case most == arabic:
		return "ar"
	}
	counts := map[string]int{}
	for _, word := range strings.Fields(strings.ToLower(text[:min(len(text), 200_000)])) {
		if language, ok := commonWords[word]; ok {
			counts[language]++
		}
	}
	if counts["fr"] > counts["en"] && counts["fr"] > counts["es"] {
		return "fr"
	}
	if counts["es"] > counts["en"] {
		return "es"
	}
	return "en"
}

var commonWords = map[string]string{
	"the": "en", "and": "en", "of": "en", "by": "en", "with": "en",
	"le": "fr", "les": "fr", "des": "fr", "et": "fr", "dans": "fr",
	"el": "es", "los": "es", "las": "es", "y": "es", "del": "es",
}

var (
	anySpan = regexp.MustCompile(`(?i)(?:(\d{1,2})(?:er|º)? (?:de )?)?(\p{L}+(?: \p{L}+)??)(?:/\p{L}+)?(?: (?:de |del )?((?:19|20)\d\d))?(?: года)? (?:to|and|until|au|et|à|al|y|a|по|до|إلى|[-–—]) (?:el |le )?(?:(\d{1,2})(?:er|º)? (?:de )?)?(\p{L}+(?: \p{L}+)??)(?:/\p{L}+)? (?:de |del )?((?:19|20)\d\d)`)
	hanSpan = regexp.MustCompile(`(?:报告|期间|涵盖)[^。；]{0,60}?((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)? ?(?:至|到) ?(?:((?:19|20)\d\d) ?年 ?)?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?`)
	// days of one month, as weekly reports cover: "19 to 25 April 2022", 2022年4月19日至25日
	anyDays = regexp.MustCompile(`(?i)(?:报告|period|cover|week|période|semaine|período|semana|период)[^.。;；]{0,120}?\b(\d{1,2})(?:er|º)? ?(?:to|until|au|al|a|по|[-–—]) ?(\d{1,2}) (?:de )?(\p{L}+) (?:de )?((?:19|20)\d\d)`)
	hanDays = regexp.MustCompile(`(?:报告|期间|涵盖)[^。；]{0,60}?((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日? ?[至到—–-] ?(\d{1,2}) ?日`)
)

// periodOf reads the reporting period from what the first paragraphs say that the report covers: "2024-11/2025-02", or
// a half-year or year where it is one, or the days where it is shorter than a month. Empty where they do not say it.
func periodOf(paragraphs []data.Paragraph) string {
	for _, p := range paragraphs[:min(3, len(paragraphs))] {
		for _, m := range anySpan.FindAllStringSubmatch(p.Text, -1) {
			from, to := months[strings.ToLower(m[2])], months[strings.ToLower(m[5])]
			if from != "" && to != "" {
				return span([3]string{cmp.Or(m[3], m[6]), from, m[1]}, [3]string{m[6], to, m[4]})
			}
		}
		if m := hanSpan.FindStringSubmatch(p.Text); m != nil {
			return span([3]string{m[1], m[2], m[3]}, [3]string{cmp.Or(m[4], m[1]), m[5], m[6]})
		}
		if m := anyDays.FindStringSubmatch(p.Text); m != nil && months[strings.ToLower(m[3])] != "" {
			month := months[strings.ToLower(m[3])]
			return span([3]string{m[4], month, m[1]}, [3]string{m[4], month, m[2]})
		}
		if m := hanDays.FindStringSubmatch(p.Text); m != nil {
			return span([3]string{m[1], m[2], m[3]}, [3]string{m[1], m[2], m[4]})
		}
	}
	return ""
}

// shortest is the number of days from which on a period is told by its months.
const shortest = 27

// span is a period from one day to another, each its year, month and day; the days may be empty.
func span(from, to [3]string) string {
	if from[2] != "" && to[2] != "" {
		first, last := date(from[0], from[1], from[2]), date(to[0], to[1], to[2])
		a, badFirst := time.Parse(time.DateOnly, first)
		b, badLast := time.Parse(time.DateOnly, last)
		if days := b.Sub(a).Hours() / 24; badFirst == nil && badLast == nil && days >= 0 && days < shortest {
			return first + "/" + last
		}
	}
	switch whole := from[0] == to[0]; {
	case whole && from[1] == "1" && to[1] == "6":
		return to[0] + "-H1"
	case whole && from[1] == "7" && to[1] == "12":
		return to[0] + "-H2"
	case whole && from[1] == "1" && to[1] == "12":
		return to[0]
	}
	a, b := monthOf(from[0], from[1]), monthOf(to[0], to[1])
	if a == b { // from its first to its last day
		return a
	}
	return a + "/" + b
}
