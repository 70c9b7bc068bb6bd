package reading

import (
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// identify settles what the report is: what the user said, else what its masthead says (already in report), else what
// the file's name says. A symbol that the text merely cites is never taken.
func identify(report *data.Report, name string, hints Hints) {
	base := filepath.Base(name)
	if report.Symbol == "" {
		report.Symbol = symbolOfName(base)
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

var nameSymbol = regexp.MustCompile(`^((?:[AES]|ST|CAT|CCPR|CEDAW|CRC|DP|TD)(?:[-_](?:HRC|C|RES|AC|PV|SGB|ESA|ECA|ICEF))?(?:[-_]\d{1,3}){0,1}[-_](?:(?:19|20)\d\d|\d{2,3})(?:[-_]\d{1,4})?)(?:[-_. ]|$)`)

// symbolOfName reads a document symbol from a file's name: "S-2021-98.zh.txt" gives "S/2021/98".
func symbolOfName(base string) string {
	m := nameSymbol.FindStringSubmatch(strings.ToUpper(base))
	if m == nil || !strings.ContainsAny(m[1], "-_") {
		return ""
	}
	return strings.NewReplacer("-", "/", "_", "/").Replace(m[1])
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
