package extraction

import (
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction/numeral"
)

// openNoun is the noun as printed that no table knows: the words up to the next stop, where they are few and hold no verb.
func (s *scanner) openNoun(k int) string {
	t := s.t
	from := past(t, k)
	j := from
	for j < len(t) && j-from < 8 && unicode.Is(unicode.Han, t[j]) && !strings.ContainsRune("的和与及或在被于了是有已将", t[j]) && !verbAt(t, j) {
		j++
	}
	if j-from < 2 || j-from > 6 || j < len(t) && unicode.IsLetter(t[j]) && !strings.ContainsRune("和与及或", t[j]) {
		return ""
	}
	return string(t[from:j])
}

// tableNoun is the last noun of the table of nouns in the phrase that begins at k, with the measure that it gives: the
// vocabulary of units has no word for it.
func (s *scanner) tableNoun(k int) (name, noun string, end int) {
	t := s.t
	for j := past(t, k); j < len(t) && j < k+14 && !clauseEnd(t, j); {
		found, n := s.words.Nouns.At(t, j)
		if opens := n > 1 && name == ""; strings.ContainsRune("、(（和与及或《“未没", t[j]) || digit(t[j]) || !opens && (verbAt(t, j) || strings.ContainsRune(verbStarts+"供", t[j])) {
			break // a noun may begin as a verb does: 提案, 通报
		}
		if n < 2 {
			if name != "" && (j-end > 2 || t[j] == '中') {
				break
			}
			j++
			continue
		}
		name, noun, end = found, string(t[j:j+n]), j+n
		j += n
	}
	return name, noun, end
}

// uncounted reads a number without a classifier: a noun that is a unit by itself (5 公里), or a great number before its noun
// (2.49 亿疟疾病例).
func (s *scanner) uncounted(m *mention, n number, j int) string {
	t := s.t
	if h, end := s.hedgeAfter(m.numEnd); h.word != "" && m.quantity.Bound == data.Exact { // 200 万以上的难民
		m.quantity.Bound, m.quantity.Hedge, m.end = h.bound, h.word, end
		if j = past(t, end); prefix(t, j, "的") {
			j++
		}
		if j >= len(t) {
			return "no_unit"
		}
	}
	name, k := s.words.Units.At(t, j)
	if k > 0 && name != "times" && (t[j] != '国' || m.numEnd-m.numStart > 1 && !n.grouped && !strings.ContainsRune("内外民", runeAt(t, j+1))) {
		m.quantity.Unit, m.end, m.nounEnd = name, j+k, j+k
		m.counted = string(t[j : j+k])
		s.hedgeBehind(m)
		s.per(m)
		return ""
	}
	if n.grouped || n.low != nil || n.value.Cmp(whole(1000)) >= 0 || m.quantity.Bound != "exact" {
		if unit, noun, _, ok := s.sufferers(j); ok {
			s.counts(m, unit, noun, m.numEnd)
			return ""
		}
		if prefix(t, j, "国内") {
			j += len([]rune("国内"))
		}
		if unit, noun, end := s.nounBehind(j); unit != "" && end-j <= 16 {
			m.quantity.Unit, m.counted, m.end, m.nounEnd, m.phrase = unit, noun, end, end, string(t[j:end])
			return ""
		}
	}
	if s.index(m) || s.saidHan(m, n) {
		return ""
	}
	return "no_unit"
}

// agedBehind is the place behind the ages that stand between a number and its noun: 1.52 亿 5 至 17 岁的儿童, 1.55 亿五岁以下的儿童.
func agedBehind(t []rune, j int) int {
	k := j
	for range 2 {
		n, ok := numeral.At(t, min(k, len(t)-1))
		if !ok || n.Low != nil || n.Grouped {
			return j
		}
		k = past(t, n.End)
		if r := runeAt(t, k); r == '至' || r == '到' || r == '-' || r == '–' || r == '～' {
			k = past(t, k+1)
			continue
		}
		break
	}
	if runeAt(t, k) != '岁' {
		return j
	}
	k++
	for _, w := range []string{"及以下", "及以上", "以下", "以上", "的"} {
		if prefix(t, k, w) {
			k += len([]rune(w))
		}
	}
	return k
}

// casualty tells one person to whom harm was done, whom "one" counts: 造成一人死亡, 一名妇女被打死.
func (s *scanner) casualty(n number) bool {
	t := s.t
	if strings.ContainsRune(string(t[max(0, n.start-10):n.start]), '每') { // 每两分钟就有一名
		return false
	}
	if runeAt(t, n.end) != '人' && runeAt(t, n.end) != '名' && runeAt(t, n.end) != '具' {
		return false
	}
	end := n.end
	for end < len(t) && end < n.end+16 && !clauseEnd(t, end) {
		end++
	}
	behind, before := string(t[n.end:end]), string(t[max(0, n.start-6):n.start])
	return holdsAny(behind, "死", "受伤", "重伤", "轻伤", "丧生", "遇难", "遇害", "牺牲", "身亡", "被杀", "被捕", "被绑架", "被劫持", "失踪", "尸体", "遗体") && !holdsAny(behind, "死刑", "死亡率") ||
		holdsAny(before, "打死", "炸死", "打伤", "炸伤", "杀害", "杀死", "绑架了", "绑架", "劫持")
}

// saidHan reads a great number whose noun stands before it: 需要援助的人数从 340 万增至 460 万, 2022 年为 1 390 万.
func (s *scanner) saidHan(m *mention, n number) bool {
	t := s.t
	if !n.grouped && n.value.Cmp(whole(100)) < 0 {
		return false
	}
	for _, w := range []string{"人数", "人口"} { // 感染人数 8 400 万
		if suffix(t, unblanked(t, m.start), w) {
			return s.counts(m, "person", w, m.numEnd)
		}
	}
	linked := m.quantity.Hedge != "" || m.quantity.Bound == data.Range || suffix(t, unblanked(t, m.start), "创记录的") || suffix(t, unblanked(t, m.start), "创纪录的") // 人口超过了创记录的 10 亿
	for _, link := range []string{"年的", "底的", "末的", "初的", "月的", "从", "由", "为", "达", "到", "至", "中", "有", "约", "近", "增加", "减少", "超", "逾"} {
		linked = linked || suffix(t, m.start, link) || suffix(t, m.start, link+" ")
	}
	for back := m.start - 1; back > 0 && back > m.start-6; back-- { // 出生人口 902 万, 残疾人估计有 13 亿
		if name, n := s.words.Units.At(t, back); n > 1 && back+n == m.start && !currency(name) {
			return s.counts(m, name, string(t[back:m.start]), m.numEnd)
		}
	}
	if !linked {
		return false
	}
	if n.grouped && (m.numEnd >= len(t) || clauseEnd(t, m.numEnd)) && strings.ContainsRune("有为达", runeAt(t, unblanked(t, m.start)-1)) { // 亚洲有 950 万劳工，非洲有 66 万
		if last, ok := s.lastCounted(m.numStart, 30); ok && people(last.quantity.Unit) && s.sameSentence(last.end, m.start) {
			return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
		}
	}
	for i := m.start - 2; i > 0 && i > m.start-40 && !sentenceEnd(t, i); i-- {
		if prefix(t, i, "人数") || prefix(t, i, "人口") {
			return s.counts(m, "person", string(t[i:i+2]), m.numEnd)
		}
		if prefix(t, i, "数从") || prefix(t, i, "数由") || prefix(t, i, "数为") || prefix(t, i, "数达") || prefix(t, i, "数量") {
			if name, noun := s.nounBefore(i); name != "" {
				return s.counts(m, name, noun, m.numEnd)
			}
		}
	}
	last, ok := s.lastCounted(m.numStart, 60)
	if !ok || !s.sameSentence(last.end, m.start) {
		return false
	}
	return s.counts(m, last.quantity.Unit, last.counted, m.numEnd)
}

// verbStarts begin the words that follow a counted noun and end its phrase: 有, 已, 制定, 参加.
const verbStarts = "有已将被于在通制开获得提参是给向从因正采报表"

// nounBefore is the noun that stands before a number without one: 国家从 32 个减少到 29 个.
func (s *scanner) nounBefore(start int) (unit, noun string) {
	t := s.t
	j := start
	for j > 0 && blank(t[j-1]) {
		j--
	}
	linked := false
	if j > 1 && (t[j-1] == '（' || t[j-1] == '(') {
		j, linked = j-1, true
	}
	for back := j; back > max(0, j-5); back-- { // 夜间巡逻 85 次
		if name, n := s.words.Units.At(t, back-1); n > 1 && back-1+n == j {
			return name, string(t[back-1 : j])
		}
	}
	for _, link := range []string{"去年的", "今年的", "上年的", "前年的", "从", "由", "为", "达", "达到", "达到了", "增至", "减少到", "增加到", "上升到", "下降到", "降至", "减至", "有", "只有", "共有", "仅有", "至", "到", "批准", "拒绝"} {
		linked = linked || suffix(t, j, link)
	}
	if !linked {
		return "", ""
	}
	for i := j - 1; i >= max(0, j-20) && !sentenceEnd(t, i) && !(t[i] == '，' && t[j-1] != '至' && t[j-1] != '为'); i-- {
		if name, n := s.words.Units.At(t, i); n > 1 && i+n <= j {
			for back := i - 1; back > i-6 && back >= 0; back-- { // 维持和平行动, where 行动 alone is another unit
				if whole, k := s.words.Units.At(t, back); k > n && back+k == i+n {
					name, i, n = whole, back, k
				}
			}
			return name, string(t[i : i+n])
		}
		if name, n := s.words.Nouns.At(t, i); n > 1 && i+n <= j && !generalNouns[name] { // 和平行动总数达到了 16 个
			return nounUnit(name), string(t[i : i+n])
		}
	}
	return "", ""
}

// verbs begin the predicate behind a counted noun: 实施, 承诺提供.
var verbs = []string{
	"实施", "承诺", "提供", "获得", "得到", "采取", "开展", "参加", "建立", "设立", "使用", "接受", "收到", "表示", "完成", "支持", "加入", "批准", "签署", "发布", "宣布", "认为", "出席", "返回",
	"死亡", "受伤", "丧生", "失踪", "流离", "面临", "需要", "居住", "来自", "处于", "属于", "正在", "仍然", "受到", "遭到", "遭受", "遇害", "被捕", "超过", "占", "扩大", "扩建", "发生", "减少", "增加", "增至", "降至", "逃", "牺牲", "移交", "转交", "送交", "缴获", "判处", "涉及", "属", "由", "归",
}

func verbAt(t []rune, j int) bool {
	for _, v := range verbs {
		if prefix(t, j, v) && !prefix(t, j, "流离失所者") {
			return true
		}
	}
	return false
}

// predicates begin what is said of those counted before, where their noun is left out: 41 起系民兵所为, 1.28 亿顶已分发到社区.
const predicates = "已系归由均都仍则"

// predicateAt tells whether a predicate begins at k and no 的 makes a modifier of it: 20 个已完成的项目.
func predicateAt(t []rune, k int) bool {
	if k = past(t, k); k >= len(t) || !strings.ContainsRune(predicates, t[k]) {
		return false
	}
	for i := k; i < len(t) && i < k+20 && !clauseEnd(t, i); i++ {
		if t[i] == '的' {
			return false
		}
	}
	return true
}

// alone are nouns of one rune that count only right behind a number, for elsewhere they are parts of words: 人, 国.
const alone = "人国名位项女户周票席市区次台具艘"

// weights are units of one rune, which never stand behind a classifier: 克 in 伊拉克.
const weights = "克米升元镑吨倍"

// areal are the units of the parts of a country.
var areal = wordSet("constituent_state province governorate region county district municipality city village town community administrative_area")

// modifies tells whether the clause from k on is a modifier that 的 closes before the noun: 被列为危机国的 19 个国家.
func modifies(t []rune, k int) bool {
	for i := k; i < len(t) && i < k+24 && !sentenceEnd(t, i) && t[i] != '，'; i++ {
		if t[i] == '的' {
			return i+1 < len(t) && unicode.Is(unicode.Han, t[i+1])
		}
	}
	return false
}

// suffering begin a modifier of people that names what befalls them, and is no noun that is counted: 1.2 亿遭受冲突、风暴的人.
var suffering = []string{"遭受", "遭到", "面临", "缺乏", "患有", "受到", "受", "生活在", "处于", "无法", "没有", "因"}

// sufferers is the noun of people behind the 的 that closes such a modifier at k; false where none does.
func (s *scanner) sufferers(k int) (unit, noun string, end int, ok bool) {
	t := s.t
	for _, w := range suffering {
		if !prefix(t, k, w) {
			continue
		}
		for i := k; i < len(t) && i < k+48 && !sentenceEnd(t, i) && t[i] != '，'; i++ {
			if t[i] != '的' || i+1 >= len(t) {
				continue
			}
			if name, n := s.words.Units.At(t, i+1); people(name) {
				return name, string(t[i+1 : i+1+n]), i + 1 + n, true
			}
		}
		return "", "", 0, false
	}
	return "", "", 0, false
}

// nounBehind finds the head noun of the phrase that begins at k: the last known noun before the phrase ends, at a stop,
// or before the phrase's own 的 and its noun where a modifier comes first.
func (s *scanner) nounBehind(k int) (unit, noun string, end int) {
	t := s.t
	if prefix(t, k, "涉及") || predicateAt(t, k) {
		return "", "", 0
	}
	if unit, noun, end, ok := s.sufferers(k); ok {
		return unit, noun, end
	}
	for j := k; j < len(t) && j < k+34; {
		if unit != "" && j == end && (strings.ContainsRune(verbStarts, t[j]) || verbAt(t, j) || t[j] == '中' && !unicode.Is(unicode.Han, runeAt(t, j+1))) {
			return unit, noun, end
		}
		if unit != "" && j == end && t[j] == '中' { // 两份新出版物中呼吁
			if _, n := s.words.Nouns.At(t, j); n < 2 && !strings.ContainsRune("心小央部非国学东亚南", runeAt(t, j+1)) {
				return unit, noun, end
			}
		}
		if unit == "" && j > k && verbAt(t, j) && !strings.ContainsRune(string(t[j:min(len(t), j+14)]), '的') {
			return "", "", 0
		}
		if (t[j] == '和' || t[j] == '与' || t[j] == '、') && j+1 < len(t) && t[j+1] == '《' {
			return unit, noun, end
		}
		if strings.ContainsRune("和与及、", t[j]) {
			if n, ok := numeralAt(t, min(past(t, j+1), len(t)-1)); ok && n.low != nil { // 214 头牛和数以千计的动物
				return unit, noun, end
			}
		}
		switch t[j] {
		case '，', '。', '；', '、', '：', ',', '.', ';', '(', '（', '和', '与', '被', '在', '因', '将':
			joins := (t[j] == '和' || t[j] == '与' || t[j] == '、' || t[j] == '在') && strings.ContainsRune(string(t[j:min(len(t), j+24)]), '的') && (unit == "" || t[k] == '关' || t[k] == '向')
			if !joins && !(t[j] == '被' && j == k && (prefix(t, j, "被迫") || prefix(t, j, "被拘留者") || prefix(t, j, "被强迫") || prefix(t, j, "被关押者") || modifies(t, j))) {
				return unit, noun, end
			}
		}
		han := numeral.HanDigit(t[j])
		if _, after := small(t, j); digit(t[j]) && t[j-1] != '-' && !digit(t[j-1]) && after < len(t) && t[after] != '年' && t[after] != '月' && t[after] != '日' && !(unit == "" && prefix(t, after, "毫米")) {
			return unit, noun, end // another number counts what follows
		}
		if unit != "" && (digit(t[j]) || han && j+1 < len(t) && (t[j+1] == '个' || counters[string(t[j+1])] != "")) {
			return unit, noun, end
		}
		if _, n := s.words.Peoples.At(t, j); n > 1 && t[j+n-1] == '人' { // 270 万苏丹人
			unit, noun, end = "person", string(t[j:j+n]), j+n
			j += n
			continue
		}
		if t[j] == '国' && strings.ContainsRune("内外际民", runeAt(t, j+1)) { // 480 万国内流离失所的人
			j += 2
			continue
		}
		if name, n := s.words.Units.At(t, j); n > 0 && unicode.Is(unicode.Han, t[j]) && !currency(name) && !(n == 1 && name == "province" && j > k) {
			part := n == 1 && (strings.ContainsRune(weights, t[j]) || strings.ContainsRune(alone, t[j]) && j > k)
			if !part || t[j] == '人' && t[j-1] == '的' {
				unit, noun, end = name, string(t[j:j+n]), j+n
				if countsStates(name) && j > k && runeAt(t, end) == '的' && runeAt(t, k-1) == '个' { // 七个高危国家的卫生设施
					return unit, noun, end
				}
				if j == k && areal[name] && runeAt(t, end) == '的' && runeAt(t, k-1) == '个' { // 四个省的农民
					return unit, noun, end
				}
				if countsStates(name) && (j == k || s.isBare(end) || t[end] == '的') { // "七个国家建立小组": the States are counted, where no noun joins on
					if _, more := s.words.Units.At(t, min(j+n, len(t)-1)); more == 0 {
						return unit, noun, end
					}
				}
			}
			j += n
			continue
		}
		j++
	}
	return unit, noun, end
}
