package reading

import (
	"cmp"
	"path/filepath"
	"regexp"
	"strings"
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
	anySpan = regexp.MustCompile(`(?i)(?:\d{1,2}(?:er|º)? (?:de )?)?(\p{L}+(?: \p{L}+)??)(?:/\p{L}+)?(?: (?:de |del )?((?:19|20)\d\d))?(?: года)? (?:to|and|until|au|et|à|al|y|a|по|до|إلى) (?:el |le )?(?:\d{1,2}(?:er|º)? (?:de )?)?(\p{L}+(?: \p{L}+)??)(?:/\p{L}+)? (?:de |del )?((?:19|20)\d\d)`)
	hanSpan = regexp.MustCompile(`(?:报告|期间|涵盖)[^。；]{0,60}?((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月(?: ?\d{1,2} ?日)? ?(?:至|到) ?(?:((?:19|20)\d\d) ?年 ?)?(\d{1,2}) ?月`)
)

// periodOf reads the reporting period from what the first paragraphs say that the report covers: "2024-11/2025-02", or
// a half-year or year where it is one. Empty where they do not say it.
func periodOf(paragraphs []data.Paragraph) string {
	for _, p := range paragraphs[:min(3, len(paragraphs))] {
		for _, m := range anySpan.FindAllStringSubmatch(p.Text, -1) {
			from, to := months[strings.ToLower(m[1])], months[strings.ToLower(m[3])]
			if from == "" || to == "" {
				continue
			}
			year := m[2]
			if year == "" {
				year = m[4]
			}
			return span(year, from, m[4], to)
		}
		if m := hanSpan.FindStringSubmatch(p.Text); m != nil {
			year := m[3]
			if year == "" {
				year = m[1]
			}
			return span(m[1], m[2], year, m[4])
		}
	}
	return ""
}

func span(fromYear, from, toYear, to string) string {
	switch {
	case fromYear == toYear && from == "1" && to == "6":
		return toYear + "-H1"
	case fromYear == toYear && from == "7" && to == "12":
		return toYear + "-H2"
	case fromYear == toYear && from == "1" && to == "12":
		return toYear
	}
	a, b := monthOf(fromYear, from), monthOf(toYear, to)
	if a == b { // from its first to its last day
		return a
	}
	return a + "/" + b
}
