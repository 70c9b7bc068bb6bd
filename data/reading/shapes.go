package reading

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shapes of lines. Each is tried on a line without the blanks around it.
var (
	numbered   = regexp.MustCompile(`^([\d٠-٩０-９]{1,3})(?:[.．、]|\s?[-–]\s)\s*(\S.*)$`)
	bareNumber = regexp.MustCompile(`^([\d٠-٩０-９]{1,3})(?:[.．]|\s?[-–])$`)
	romanHead  = regexp.MustCompile(`^([IVX]{1,6})[.．]\s+(\S.*)$`)
	letterHead = regexp.MustCompile(`^([A-Z])[.．]\s+(\S.*)$`)
	hanHead    = regexp.MustCompile(`^([一二三四五六七八九十]{1,3})[.．、]\s*(\S.*)$`)
	noteStart  = regexp.MustCompile(`^\(?([\d٠-٩]{1,3})(?:[)/]?\s+(\S.*)|[)/]?([\p{Lu}\p{Lo}“].*))$`)
	letterNote = regexp.MustCompile(`^([a-z])/\s*(\S.*)$`)
	listHead   = regexp.MustCompile(`(?i)^(?:(?:foot|end)?notes|注|注释|尾注|notas|примечания|сноски|الحواشي)$`)
	rule       = regexp.MustCompile(`^_{5,}$`)
	address    = regexp.MustCompile(`^https?://\S+$`)
	symbolLine = regexp.MustCompile(`^(` + symbolShape + `)(?:\s+\*\d+\*)?\*{0,3}$`)
	pageFoot   = regexp.MustCompile(`^(?:\d{1,4}/\d{1,4}|[^\pL]*(?:[A-Z]{1,3}\.?)?[^\pL]*(?:\d\d-\d{5}|\d{5}-\d\d)(?:[^\pL]*[A-Z])?[^\pL]*|\(?\)?\s*\*\d{6,8}\*|/(?:\.\.\.|…))$`)
	recycle    = regexp.MustCompile(`(?i)Please recycle|Merci de recycler|Se ruega reciclar|Просьба отправить на вторичную переработку|请回收|الرجاء إعادة استعمال الورق`)
	pageOf     = regexp.MustCompile(`(?i)^(?:page|página|страница|стр\.?|الصفحة) ?\d{1,4}$|^第 ?\d{1,4} ?页$`)
	loneNumber = regexp.MustCompile(`^[\d٠-٩]+$`)
	sentence   = regexp.MustCompile(`[.。!?！？;；:：…”"’)）\]؟؛](?:[\d\s\x{e0f1}\x{e0f2}]|\d/|\s[a-z]/)*$`)
	starNote   = regexp.MustCompile(`^(\*{1,3})\s*(\S.*)$`)
)

// symbolShape is a document symbol: the body, then its parts; a resolution's year stands in brackets behind a blank, a
// volume likewise, and one document may bear two symbols (Dag Hammarskjöld Library, "Document symbols").
const symbolShape = `(?:A|ACC|APLC|BWC|CAT|CBD|CCPR|CCW|CD|CED|CEDAW|CERD|CMW|CRC|CRPD|DC|DP|E|ECE|FCCC|GC|HRI|HSP|ICCD|ID|IDB|INCB|ISBA|JIU|LOS|NPT|PBC|S|SPT|ST|TD|TRADE|UNEP|UNW|WHO|YUN)/[A-Z0-9./()–-]*\d[A-Za-z0-9./()–-]*(?: \((?:(?:19|20)\d\d|Vol\. [IVX]+|Part [IVX]+)\))?`

// footOfPage tells a line that stands at a page's foot: its number, that of the print job with its day, the bar code, the
// request to recycle beside them, the stroke that says that others follow.
func footOfPage(line string) bool {
	const longest = 200 // in bytes
	if len(line) > longest {
		return false
	}
	rest := strings.TrimSpace(recycle.ReplaceAllString(line, ""))
	return pageFoot.MatchString(rest) || rest != line && utf8.RuneCountInString(rest) < 12
}

// ends tells whether a text ends as a sentence does, marks aside.
func ends(text string) bool { return sentence.MatchString(text[max(0, len(text)-80):]) }

func number(trimmed string) (n int, rest string, ok bool) {
	if m := numbered.FindStringSubmatch(trimmed); m != nil {
		n = integer(m[1])
		if rest := trimmed[len(m[1]):]; strings.HasPrefix(strings.TrimLeft(rest, " "), "-") || strings.HasPrefix(strings.TrimLeft(rest, " "), "–") {
			return n, m[2], strings.ContainsFunc(m[2], isArabic) // "13 - text": so Arabic documents number
		}
		// "3.5 per cent" at the start of a line is a decimal
		return n, m[2], !(m[2][0] >= '0' && m[2][0] <= '9' && strings.HasPrefix(trimmed[len(m[1])+1:], m[2][:1]))
	}
	if m := bareNumber.FindStringSubmatch(trimmed); m != nil {
		n = integer(m[1])
		return n, "", true
	}
	return 0, "", false
}

// integer reads digits of any script.
func integer(digits string) int {
	n, _ := strconv.Atoi(strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '０' && r <= '９':
			return r - '０' + '0'
		}
		return r
	}, digits))
	return n
}

func itoa(n int) string { return strconv.Itoa(n) }

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) }
