package checking

import (
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// contrary tells whether what two figures of one number state cannot both be meant by one fact: a rise and a fall, two countries, two
// years, the dead and the injured. Only what the words of both sentences say for sure counts; silence excludes nothing.
func contrary(f, g data.Figure) bool {
	return f.Per != "" && g.Per != "" && f.Per != g.Per || otherPlace(f, g) || otherDate(f, g) || otherWay(f, g) || otherDoing(f, g)
}

// otherPlace tells two places, each told by the figure's own sentence, of which neither lies in the other.
func otherPlace(f, g data.Figure) bool {
	p, q := text(f.Place), text(g.Place)
	if p == q || !told(f, "place") || !told(g, "place") {
		return false
	}
	v, err := vocabulary.Default()
	if err != nil || !v.Known(p) || !v.Known(q) {
		return false
	}
	return !v.Within(p, q) && !v.Within(q, p) && v.RegionOf(p) != q && v.RegionOf(q) != p
}

// otherDate tells two dates, each told by the figure's own sentence, that share no day.
func otherDate(f, g data.Figure) bool {
	a, b := text(f.AsOf), text(g.AsOf)
	if a == b || !told(f, "as_of") || !told(g, "as_of") {
		return false
	}
	return apartInTime(a, b)
}

// apartInTime tells whether two dates of the form of Figure.AsOf have no day in common, as far as years, months and days tell.
func apartInTime(a, b string) bool {
	plain := func(s string) bool {
		return s != "" && strings.Trim(s, "0123456789-") == "" && s[0] >= '0' && s[0] <= '9'
	}
	fromA, toA, spanA := strings.Cut(a, "/")
	fromB, toB, spanB := strings.Cut(b, "/")
	if !spanA {
		toA = fromA
	}
	if !spanB {
		toB = fromB
	}
	if !plain(fromA) || !plain(toA) || !plain(fromB) || !plain(toB) {
		return false
	}
	before := func(end, start string) bool { // in the digits that both have
		n := min(len(end), len(start))
		return end[:n] < start[:n]
	}
	return before(toA, fromB) || before(toB, fromA)
}

// told tells whether an attribute was read from the words of the figure's own sentence.
func told(f data.Figure, attribute string) bool {
	code, _, _ := strings.Cut(f.Why[attribute], ": ")
	switch code {
	case "clause", "after", "respectively":
		return true
	case "sentence":
		return attribute == "place"
	case "before":
		return attribute == "as_of"
	}
	return false
}

// A movement is which way a number goes, and whether it says how far or to where.
type movement struct{ up, down, by, to bool }

var (
	rises = []string{" rose", " rise", " rising", " risen", " increas", " grew", " grow", " climb", " jumped", " surg", " soar", " expand"}
	falls = []string{" fell", " fall", " declin", " decreas", " drop", " reduc", " shrank", " shrink", " plung", " plummet", " contract"}

	hanRises = []string{"上升", "增加", "增长", "上涨", "提高", "攀升", "增至", "升至", "升到", "飙升"}
	hanFalls = []string{"下降", "减少", "下跌", "降低", "缩减", "降至", "减至", "降到", "萎缩", "削减"}
)

// otherWay tells a rise from a fall, and by how much from to how much.
func otherWay(f, g data.Figure) bool {
	if f.Unit == "times" || g.Unit == "times" {
		return false
	}
	a, b := moved(f), moved(g)
	return a.up && b.down || a.down && b.up || (a.up || a.down) && (b.up || b.down) && (a.by && b.to || a.to && b.by)
}

// moved reads the verb of change that stands before a figure in its clause, or the noun of change right behind it.
func moved(f data.Figure) movement {
	before, behind, ok := strings.Cut(f.Sentence, f.Text)
	if !ok {
		return movement{}
	}
	if f.Language == "zh" {
		return hanMoved(before)
	}
	before = " " + strings.ToLower(before)
	before = strings.TrimRight(before[max(strings.LastIndexAny(before, ";:"), strings.LastIndex(before, ", ")+1, 0):], " ")
	behind = strings.ToLower(behind[:min(len(behind), 24)])
	for _, w := range []string{" rise", " increase", " growth"} {
		if strings.HasPrefix(behind, w) {
			return movement{up: true, by: true}
		}
	}
	for _, w := range []string{" fall", " decrease", " decline", " reduction", " drop"} {
		if strings.HasPrefix(behind, w) {
			return movement{down: true, by: true}
		}
	}
	up, down := last(before, rises), last(before, falls)
	m := movement{up: up > down, down: down > up}
	at := max(up, down)
	if at < 0 || len(before)-at > 60 || strings.ContainsAny(before[at:], "0123456789") {
		return movement{}
	}
	link := before[at:]
	switch {
	case strings.HasSuffix(link, " from"):
		return movement{}
	case strings.HasSuffix(link, " to"):
		m.to = true
	case strings.HasSuffix(link, " by"):
		m.by = true
	}
	return m
}

func hanMoved(before string) movement {
	before = before[max(strings.LastIndex(before, "，"), strings.LastIndex(before, "；"), 0):]
	up, down := last(before, hanRises), last(before, hanFalls)
	at := max(up, down)
	if at < 0 || len(before)-at > 36 || strings.ContainsAny(before[at:], "0123456789") || strings.HasSuffix(strings.TrimRight(before, " "), "从") || strings.HasSuffix(strings.TrimRight(before, " "), "由") {
		return movement{}
	}
	m := movement{up: up > down, down: down > up}
	rest := strings.TrimRight(before[at:], " \u00a0")
	for _, w := range []string{"至", "到", "为", "达"} {
		m.to = m.to || strings.HasSuffix(rest, w)
	}
	m.by = slices.Contains(hanRises, strings.TrimSuffix(rest, "了")) || slices.Contains(hanFalls, strings.TrimSuffix(rest, "了"))
	m.by = m.by && !m.to
	return m
}

// last is where the last of some words stands in s, -1 where none does.
func last(s string, words []string) int {
	at := -1
	for _, w := range words {
		at = max(at, strings.LastIndex(s, w))
	}
	return at
}

// doings are pairs of what excludes each other, in words of both languages: a sentence that has words of the one and none of the other
// does not say what one says that has it the other way round.
var doings = [][2][]string{
	{{"killed", "died", " dead", "deaths", "死亡", "丧生", "遇难", "身亡", "被打死", "遇害"}, {"injured", "wounded", " hurt", "受伤", "打伤"}},
	{{"received", "raised", "收到", "筹得", "筹集"}, {" paid", "spent", "disbursed", "支付", "支出", "花费", "拨付"}},
	{{"received", "raised", "收到", "筹得", "筹集"}, {" needs", "requires", "required", "requested", "appealed", "需要", "所需", "呼吁", "请求"}},
	{{"women", "woman", "girls", "妇女", "女性", "女童", "女子"}, {" men", " man ", "boys", "男子", "男性", "男童", "男孩"}},
	{{"arrested", "detained", "逮捕", "被捕", "拘留"}, {"released", "freed", "释放", "获释"}},
	{{"opened", "reopened", "开放", "重开"}, {"closed", "shut", "关闭"}},
	{{"exports", "exported", "出口"}, {"imports", "imported", "进口"}},
	{{"births", "born", "出生"}, {"deaths", "died", "死亡"}},
}

// otherDoing tells two figures whose sentences say opposite things of what they count.
func otherDoing(f, g data.Figure) bool {
	a, b := " "+strings.ToLower(f.Sentence), " "+strings.ToLower(g.Sentence)
	for _, d := range doings {
		a0, a1, b0, b1 := last(a, d[0]) >= 0, last(a, d[1]) >= 0, last(b, d[0]) >= 0, last(b, d[1]) >= 0
		if a0 && !a1 && b1 && !b0 || a1 && !a0 && b0 && !b1 {
			return true
		}
	}
	return false
}
