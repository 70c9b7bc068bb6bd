package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
	"figurebook.org/figurebook/data/vocabulary"
)

// Recognised is a quantity as the numeral stage reads it, before any choice of what is a figure.
type Recognised struct {
	Text  string `json:"text"`
	Start int    `json:"start"` // in runes of the text, end exclusive
	End   int    `json:"end"`
	data.Quantity
}

// Recognise gives every quantity in a text with its bound: what Extract chooses from. It shows why a number was or was
// not read.
func Recognise(text string) []Recognised {
	t := fold([]rune(text))
	printed := []rune(text)
	words, err := vocabulary.Default()
	if err != nil {
		return nil // never: the tests read the built-in tables
	}
	s := &scanner{t: t, words: words}
	all := []Recognised{}
	for i := 0; i < len(t); {
		if n := address(t, i); n > 0 {
			i += n
			continue
		}
		m, next, ok := s.recognise(i)
		if !ok {
			i = max(next, i+1)
			continue
		}
		r := Recognised{Start: m.start, End: max(m.end, m.numEnd), Quantity: m.quantity}
		if n := len(all); n > 0 {
			if joined, ok := between(all[n-1], r, t); ok {
				joined.Text = string(printed[joined.Start:joined.End])
				all[n-1] = joined
				i = max(next, i+1)
				continue
			}
			r.Start = max(r.Start, all[n-1].End)
		}
		r.Text = string(printed[r.Start:r.End])
		all = append(all, r)
		i = max(next, i+1)
	}
	return all
}

// recognise reads the quantity at t[i]; next is where the reading goes on.
func (s *scanner) recognise(i int) (m mention, next int, ok bool) {
	t := s.t
	n, ok := s.signed(i)
	if !ok {
		return m, i + 1, false
	}
	if digit(t[n.start]) || t[n.start] == '.' {
		if n, ok = s.suffixed(n); !ok {
			return m, n.end, false
		}
	} else if w, _ := wordAt(t, n.start); w == "one" && n.end-n.start == 3 {
		switch strings.ToLower(wordBefore(t, n.start)) {
		case "this", "that", "which", "any", "no", "each", "every", "the":
			return m, n.end, false
		}
	} else if n.words && unicode.Is(unicode.Han, t[i]) && s.partOfWord(n) {
		return m, n.end, false
	}
	m = mention{start: n.start, numStart: n.start, numEnd: n.end, end: n.end}
	m.quantity.Bound = data.Exact
	value := n.value
	m.quantity.Value = &value
	if n.low != nil {
		m.quantity.Value, m.quantity.Low, m.quantity.High, m.quantity.Bound = nil, n.low, n.high, data.Indefinite
		if n.adjacent {
			m.quantity.Bound = data.Range
		}
	}
	if n.atLeast {
		m.quantity.Bound, m.quantity.Hedge = data.AtLeast, "上"
	}
	if n.hedge.word != "" {
		m.quantity.Bound, m.quantity.Hedge = n.hedge.bound, n.hedge.word
	}
	if n.kind == numeral.Plain || n.kind == numeral.Fraction {
		s.rangeEnd(&m, n)
	}
	switch {
	case n.kind == numeral.Percent:
		m.quantity.Unit = "percent"
	case n.kind == numeral.Fraction:
		m.quantity.Unit = "fraction"
	}
	s.hedges(&m)
	s.compared(&m)
	s.percentage(&m)
	for m.end < len(t) && blank(t[m.end]) {
		if h, _ := s.hedgeAfter(m.end + 1); h.word == "" {
			break
		}
		m.end++
	}
	s.hedgeBehind(&m)
	return m, max(m.numEnd, m.end), true
}

// compared reads what a number is exceeded by: 比三十大.
func (s *scanner) compared(m *mention) {
	if !suffix(s.t, m.start, "比") || m.quantity.Bound != data.Exact || m.numEnd >= len(s.t) {
		return
	}
	switch s.t[m.numEnd] {
	case '大', '高', '多', '长', '重':
		m.quantity.Bound = data.MoreThan
	case '小', '低', '少', '短', '轻':
		m.quantity.Bound = data.LessThan
	default:
		return
	}
	m.quantity.Hedge, m.start, m.end = "比", m.start-1, m.numEnd+1
}

// partOfWord tells a Han numeral that is part of a word: 一切, 四川, 五台山.
func (s *scanner) partOfWord(n number) bool {
	if n.end-n.start > 2 || n.low != nil || n.kind != numeral.Plain {
		return false
	}
	after := rune(' ')
	if n.end < len(s.t) {
		after = s.t[n.end]
	}
	for _, w := range []string{"一美", "两美", "四川", "陆地", "陆上", "海陆", "登陆", "队伍", "退伍", "收拾", "放肆", "肆无", "拾起", "十足", "两两", "两刀"} {
		r := []rune(w)
		for at := range r {
			if s.t[n.start] == r[at] && prefix(s.t, n.start-at, w) {
				return true
			}
		}
	}
	one := n.end-n.start == 1 && s.t[n.start] == '一'
	if one && n.start > 0 && unicode.Is(unicode.Han, s.t[n.start-1]) && strings.ContainsRune("统唯每某任第同", s.t[n.start-1]) {
		return true
	}
	return n.end-n.start == 1 && strings.ContainsRune(hanWordTails+"切看", after)
}

// percentage takes the sign or word of a percentage.
func (s *scanner) percentage(m *mention) {
	t := s.t
	if m.quantity.Unit == "percent" {
		return
	}
	j := m.numEnd
	for j < len(t) && blank(t[j]) {
		j++
	}
	for _, p := range []struct {
		word  string
		times int64
		unit  string
	}{
		{"%", 1, "percent"},
		{"％", 1, "percent"},
		{"percentage points", 1, "percentage_point"},
		{"percentage point", 1, "percentage_point"},
		{"percentage", 1, "percent"},
		{"percents", 1, "percent"},
		{"percent", 1, "percent"},
		{"per cent", 1, "percent"},
		{"个百分点", 1, "percentage_point"},
		{"個百分點", 1, "percentage_point"},
		{"成", 10, "percent"},
		{"折", 10, "percent"},
	} {
		end, ok := spaced(t, j, p.word)
		if !ok {
			continue
		}
		if p.times == 10 {
			if p.word == "折" && m.quantity.Value != nil && m.quantity.Value.Cmp(whole(10)) == 0 {
				return // the full price
			}
			if end < len(t) && unicode.Is(unicode.Han, t[end]) && !numeral.HanDigit(t[end]) && !strings.ContainsRune("的以左多是和", t[end]) {
				return
			}
			m.times(10)
			if p.word == "成" && end+1 < len(t) && t[end] == ' ' && numeral.HanDigit(t[end+1]) {
				end++
			}
			if p.word == "成" && end < len(t) && numeral.HanDigit(t[end]) && m.quantity.Value != nil { // 七成六
				if tail, ok := numeralAt(t, end); ok && tail.end == end+1 {
					sum := m.quantity.Value.Plus(tail.value)
					m.quantity.Value, end = &sum, tail.end
				}
			}
			hundred := whole(100)
			if p.word == "折" && m.quantity.Value != nil && m.quantity.Value.Cmp(hundred) > 0 { // 七二折
				tenth := m.quantity.Value.Over(whole(10))
				m.quantity.Value = &tenth
			}
		}
		m.quantity.Unit, m.end = p.unit, end
		return
	}
}

// spaced is prefix with blanks allowed between Han runes: 百 分 点.
func spaced(t []rune, i int, word string) (end int, ok bool) {
	j := i
	for k, r := range []rune(word) {
		if k > 0 && r >= 0x3000 {
			for j < len(t) && blank(t[j]) {
				j++
			}
		}
		if j >= len(t) || t[j] != r {
			return i, false
		}
		j++
	}
	return j, true
}

// between joins a lower and an upper bound that one phrase states: "greater than 100 and smaller than 300".
func between(a, b Recognised, t []rune) (Recognised, bool) {
	switch strings.ToLower(strings.TrimSpace(string(t[min(a.End, b.Start):b.Start]))) {
	case "and", "and is", "且", "的同时", "并且", "", ",", "，", "，且", "但":
	default:
		return a, false
	}
	lower := func(q data.Quantity) bool {
		return q.Value != nil && (q.Bound == data.MoreThan || q.Bound == data.AtLeast)
	}
	upper := func(q data.Quantity) bool {
		return q.Value != nil && (q.Bound == data.LessThan || q.Bound == data.AtMost)
	}
	low, high := a.Value, b.Value
	switch {
	case lower(a.Quantity) && upper(b.Quantity):
	case upper(a.Quantity) && lower(b.Quantity):
		low, high = high, low
	default:
		return a, false
	}
	if low.Cmp(*high) >= 0 {
		return a, false
	}
	a.Quantity = data.Quantity{Low: low, High: high, Bound: data.Range, Unit: a.Unit}
	a.End = b.End
	return a, true
}
