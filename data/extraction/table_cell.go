package extraction

import (
	"regexp"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// A cellValue is the one number that a cell of a table states, where it states one.
type cellValue struct {
	data.Quantity      // its unit is that of a sign in the cell, else empty
	scaled        bool // the cell itself has a word for its scale: 1.2 million
	decimals      int  // digits behind the point
	start, end    int  // its words in the cell, in runes
}

var (
	// plainNumber is a number in digits, in groups of three where its first has no more.
	plainNumber = regexp.MustCompile(`^(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \x{a0}\x{2009}\x{202f}]\d{3})+|\d{1,3}(?:['’]\d{3})+|\d+)(?:\.(\d+))?$`)
	// inBrackets is a number in brackets, which in accounts lies below zero.
	inBrackets = regexp.MustCompile(`^[(（]\s*([^()（）]*\d[^()（）]*)[)）](\s*%)?$`)
	// cellMark is the mark of a note behind the number in a cell, where the file did not set it apart.
	cellMark = regexp.MustCompile(`([\d%])\s?(?:[a-z]|\*{1,3}|†|‡)$`)
)

// cellQuantity reads a cell. False is for one that holds no number, several, or words beside it.
func (e *extractor) cellQuantity(cell string) (cellValue, bool) {
	t := fold([]rune(cell))
	from, to := 0, len(t)
	for from < to && (blank(t[from]) || t[from] == '\u00a0') {
		from++
	}
	for to > from && (blank(t[to-1]) || t[to-1] == '\u00a0') {
		to--
	}
	v := cellValue{start: from, end: to}
	text := string(t[from:to])
	negative := false
	if m := inBrackets.FindStringSubmatch(text); m != nil {
		negative, text = true, strings.TrimSpace(m[1])+strings.TrimSpace(m[2])
	}
	if m := cellMark.FindStringSubmatchIndex(text); m != nil {
		v.end -= len([]rune(text)) - len([]rune(text[:m[3]]))
		text = text[:m[3]]
	}
	if text == "" || !strings.ContainsFunc(text, unicode.IsDigit) {
		return v, false
	}
	s := &scanner{t: []rune(text), words: e.words}
	if !s.readCell(&v, text) {
		return v, false
	}
	if negative {
		if v.Value == nil || v.Bound != data.Exact || v.Value.Cmp(whole(0)) < 0 {
			return v, false
		}
		below := v.Value.Times(whole(-1))
		v.Value = &below
	}
	return v, true
}

// readCell reads the whole of a text as one quantity.
func (s *scanner) readCell(v *cellValue, text string) bool {
	bare, sign := strings.TrimSpace(text), int64(1)
	percent := strings.HasSuffix(bare, "%")
	bare = strings.TrimSpace(strings.TrimSuffix(bare, "%"))
	for _, minus := range []string{"-", "–", "−"} {
		if rest, ok := strings.CutPrefix(bare, minus); ok {
			bare, sign = strings.TrimSpace(rest), -1
			break
		}
	}
	bare = strings.TrimPrefix(bare, "+")
	if code, at := s.signOf(bare); code != "" && !percent {
		v.Unit, bare = code, strings.TrimSpace(bare[at:])
	}
	if percent {
		v.Unit = "percent"
	}
	if m := plainNumber.FindStringSubmatch(bare); m != nil {
		digits := strings.Map(func(r rune) rune {
			if r >= '0' && r <= '9' || r == '.' {
				return r
			}
			return -1
		}, bare)
		value, err := data.ParseDecimal(digits)
		if err != nil {
			return false
		}
		value = value.Times(whole(sign))
		v.Value, v.Bound, v.decimals = &value, data.Exact, len(m[1])
		return true
	}
	return s.readHedged(v)
}

// signOf is the currency whose sign a text begins with, and the sign's length in bytes.
func (s *scanner) signOf(text string) (string, int) {
	best, n := "", 0
	for _, c := range signs {
		if strings.HasPrefix(text, c.sign) && len(c.sign) > n && (!latin(rune(c.sign[0])) || strings.ContainsAny(c.sign, "$£")) {
			best, n = c.code, len(c.sign)
		}
	}
	return best, n
}

// hedgedShape is what a cell may hold beside a hedge: digits, their signs, and the words for their scale. Other words would be what
// is counted, which the heads say.
var hedgedShape = regexp.MustCompile(`^[^\d]{0,24}\d[\d., \x{a0}'’–—~～至-]*(?:to\s+\d[\d., ]*)?[^\d]{0,12}$`)

// readHedged reads a cell that hedges its number: about 300, >5,000, 10–15, 约 300.
func (s *scanner) readHedged(v *cellValue) bool {
	if !hedgedShape.MatchString(string(s.t)) {
		return false
	}
	for i := 0; i < len(s.t); i++ {
		m, next, ok := s.recognise(i)
		if !ok {
			if next > i+1 && digit(s.t[i]) {
				return false
			}
			continue
		}
		s.currencyBefore(&m)
		end := max(m.end, m.numEnd)
		if strings.TrimSpace(string(s.t[:m.start])) != "" || strings.TrimSpace(string(s.t[end:])) != "" {
			return false
		}
		if m.quantity.Bound == data.Exact && m.quantity.Value != nil && !holdsAny(string(s.t), "million", "billion", "thousand", "万", "亿", "百万", "千") {
			return false // it would have been read as plain digits
		}
		v.Quantity = m.quantity
		v.scaled = holdsAny(strings.ToLower(string(s.t)), "million", "billion", "thousand", "trillion", "万", "亿", "千", "百")
		return true
	}
	return false
}

// scaledBy multiplies what a cell states by a power of ten.
func (v *cellValue) scaledBy(zeros int32) {
	if zeros == 0 {
		return
	}
	factor := data.NewDecimal(1, zeros)
	for _, d := range []**data.Decimal{&v.Value, &v.Low, &v.High} {
		if *d != nil {
			product := (*d).Times(factor)
			*d = &product
		}
	}
}

// numbersIn calls found with the place of each number in digits in a text.
func numbersIn(text string, found func(start, end int)) {
	t := fold([]rune(text))
	for i := 0; i < len(t); i++ {
		if !digit(t[i]) {
			continue
		}
		start := i
		for i+1 < len(t) && (digit(t[i+1]) || strings.ContainsRune(",. \u00a0", t[i+1]) && i+2 < len(t) && digit(t[i+2])) {
			i++
		}
		found(start, i+1)
	}
}
