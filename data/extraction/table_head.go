package extraction

import (
	"regexp"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// A tableHead is what the head of a column or of a row, or the title of a table, says of the numbers below, beside or under it.
type tableHead struct {
	text       string // as printed
	note       unitNote
	asOf       string
	place      string
	parent     string // the place of the gazetteer of which it is a part
	region     bool   // it names no more than a region of the world
	group      string
	population string
	words      string   // what is left: a noun, mostly
	more       []string // what heads above it say beside that
	total      bool
	share      bool // no more than that its numbers are shares
	change     bool // that they are by how much others changed
	part       bool // of those to its left: of whom children
	hedge      string
	planned    bool
	refused    string // why no number below it is a figure: it heads page numbers, dates …
}

// longestHead is the length in bytes above which a cell is no head that is understood.
const longestHead = 600

// headOf reads one head. Where whole, a place or a group must be all that it says: "Office in Mali" is no place.
func (e *extractor) headOf(text string, wholly bool) tableHead {
	h := tableHead{text: text}
	if len(text) > longestHead {
		return h
	}
	folded := string(fold([]rune(text)))
	folded = strings.Join(strings.Fields(columnNumber.ReplaceAllString(folded, "")), " ")
	if h.refused = refusedHead(folded); h.refused != "" {
		return h
	}
	folded, h.note = e.noted(folded, func(inside string) bool { return e.insideBrackets(&h, inside) })
	folded = hedged(&h, folded)
	if rest, ok := partOf(folded); ok {
		h.part, folded = true, rest
	}
	folded = e.dateIn(&h, folded)
	low := strings.ToLower(strings.Trim(folded, " ,.:;，：；、"))
	switch {
	case low == "":
	case totals.MatchString(low):
		h.total = true
	case shareHeads[low]:
		h.share = true
		if h.note.unit == "" {
			h.note.unit = "percent"
		}
	case changeHeads.MatchString(low):
		h.change, h.words = true, folded
	case genericHeads[low]:
	case e.placeIn(&h, folded, wholly):
	case e.peopleOnly(&h, low):
	default:
		h.words = h.rest(folded)
	}
	return h
}

// rest is what a head says beside its place.
func (h *tableHead) rest(folded string) string {
	return strings.Trim(counting.ReplaceAllString(folded, ""), " ,.:;，：；、")
}

var (
	// columnNumber is what only numbers a column, or says how it is reckoned: (1), (3)=(1)-(2).
	columnNumber = regexp.MustCompile(`[(（](?:\d{1,2}|[a-z])[)）](?: ?[=+–-] ?[(（](?:\d{1,2}|[a-z])[)）])*`)
	// counting begins a head that counts what follows.
	counting = regexp.MustCompile(`(?i)^(?:total )?(?:numbers?|no\.|amount|volume) of (?:the )?`)
	totals   = regexp.MustCompile(`^(?:(?:grand |sub-?|over-?all )?totals?(?: ?[,:(].*)?|(?:gross|net|total) requirements|all|sum|所需资源[毛净总]额|合计|总计|共计|小计|总数|总和|总额|全部)(?: ?[(（].*[)）])?$`)
	// changeHeads head how much numbers changed or differ.
	changeHeads = regexp.MustCompile(`^(?:variances?|differences?|changes?|net change|increase|decrease|increase ?[/(].*|增减|增长|增加|减少|变化|变动|差异|差额|增（减）|增\(减\).*)$`)
)

// shareHeads say no more of a column than that its numbers are shares.
var shareHeads = map[string]bool{"percentage": true, "percentages": true, "per cent": true, "percent": true, "%": true, "share": true, "proportion": true, "百分比": true, "百分率": true, "占比": true, "比例": true, "％": true, "percentage of total": true, "share of total": true}

// genericHeads say nothing of what is counted.
var genericHeads = map[string]bool{"number": true, "numbers": true, "amount": true, "value": true, "quantity": true, "figure": true, "count": true, "actual": true, "数量": true, "数目": true, "数字": true, "数": true, "金额": true, "数额": true, "数值": true, "实际": true}

// headsOf are the heads under which no number is a figure, by the reason.
var headsOf = map[string]*regexp.Regexp{
	"reference":  regexp.MustCompile(`^(?:paragraphs?|paras?\.?|pages?|articles?|rules?|sections?|chapters?|annex(?:es)?|references?|ref\.?|paragraph number|operative paragraph|页次|页码|段次|段落|条款|条次|章次|章节|款次|节|所在页|页|段)(?: \S+)?$`),
	"ordinal":    regexp.MustCompile(`^(?:no\.?|nos\.?|№|#|serial(?: no\.?| number)?|s/n|item(?: no\.?| number)?|rank(?:ing)?|lot|phase|level|session|meeting(?: no\.?)?|id|code|序号|编号|号码|次序|排名|名次|代码|代号|届会|会议)$`),
	"date":       regexp.MustCompile(`^(?:dates?|date of .*|years?|year of .*|months?|day|since|deadline|日期|年份|月份|时间|.*日期|.*年份)$`),
	"symbol":     regexp.MustCompile(`^(?:documents?|symbols?|document symbol|resolutions?|decisions?|文号|文件|决议|决定|文件编号)$`),
	"coordinate": regexp.MustCompile(`^(?:latitude|longitude|coordinates|纬度|经度|坐标)$`),
	"name":       regexp.MustCompile(`^(?:telephone|phone|fax|contact|telephone number|电话|传真|联系方式)$`),
}

func refusedHead(text string) string {
	low := strings.ToLower(strings.Trim(text, " :：."))
	if strings.TrimSpace(strings.ToLower(text)) == "no." {
		return "ordinal"
	}
	for reason, heads := range headsOf {
		if heads.MatchString(low) {
			return reason
		}
	}
	return ""
}

// partOf tells a head whose numbers are a part of those to its left.
func partOf(text string) (rest string, ok bool) {
	low := strings.ToLower(text)
	for _, lead := range []string{"of whom:", "of which:", "of whom", "of which", "including", "其中：", "其中:", "其中"} {
		if strings.HasPrefix(low, lead) && len(low) > len(lead) {
			return strings.TrimSpace(text[len(lead):]), true
		}
	}
	return text, false
}

var (
	estimates = regexp.MustCompile(`(?i)\b(?:estimated|estimates?|est\.|provisional|preliminary|approximate)\b|估计数?|估算数?|约数|初步数?|暂定数?`)
	plans     = regexp.MustCompile(`(?i)\b(?:projected|projections?|forecasts?|planned)\b|^(?:targets?|expected|scenario)\b|预计数?|预测数?|计划数|目标数|^计划$|^目标$`)
)

// hedged takes the word off a head that makes estimates of the numbers below it, and notes one that makes plans of them.
func hedged(h *tableHead, text string) string {
	if plans.MatchString(text) {
		h.planned = true
		return text
	}
	if word := estimates.FindString(text); word != "" {
		h.hedge = word
		text = strings.TrimSpace(strings.Replace(text, word, " ", 1))
	}
	return text
}

// insideBrackets reads what stands in the brackets of a head, where it is no unit: a date, a hedge.
func (e *extractor) insideBrackets(h *tableHead, inside string) bool {
	before := *h
	if rest := hedged(h, inside); rest == "" || h.planned {
		return true
	}
	if rest := e.dateIn(h, inside); strings.Trim(rest, " ,") == "" {
		return true
	}
	*h = before
	return false
}

var (
	// bareYear is a year, or two that a budget runs over, standing by itself.
	bareYear = regexp.MustCompile(`^((?:19|20)\d\d)(?: ?([/–-]) ?((?:19|20)\d\d|\d\d))? ?(?:年度?|财年|财政年度)?(?:底|末)?$`)
	// dateLead stands before the date of a head or a title.
	dateLead = regexp.MustCompile(`(?i)(?:,|，|：|:)? ?\b(?:as (?:at|of)|in|for|during|by|at|since|between|from|end of|end|year ended|recorded in|fiscal year|financial year|calendar year) $|(?:,|，|、)? ?(?:截至|截止|在|于)? ?$`)
	dateTail = regexp.MustCompile(`^ ?(?:止|为止|底|末|年度|财年)?(?:记录的|发生的|的)?[,，：:]? ?`)
)

// dateIn finds the date of a head and takes it off.
func (e *extractor) dateIn(h *tableHead, text string) string {
	if m := bareYear.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		h.asOf = yearsTerm(m)
		return ""
	}
	t := []rune(text)
	if len(t) == 0 {
		return text
	}
	var found []dated
	for _, d := range e.dates(t, 0, len(t)) {
		if d.year > 0 && d.from == "" {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		if m := yearInTitle.FindStringSubmatchIndex(text); m != nil && len(found) == 0 {
			h.asOf = text[m[2]:m[3]]
			return strings.TrimSpace(text[:m[0]] + text[m[1]:])
		}
		return text
	}
	d := found[0]
	term := e.term(t, found, 0)
	if term == "" {
		return text
	}
	h.asOf = term
	before, behind := string(t[:d.start]), string(t[d.end:])
	before = strings.TrimRight(before[:len(before)-len(dateLead.FindString(before))], " ,，")
	behind = strings.TrimSpace(behind[len(dateTail.FindString(behind)):])
	return strings.TrimSpace(before + " " + behind)
}

// yearInTitle is a year at the end of a title or behind a comma, where no word makes a date of it.
var yearInTitle = regexp.MustCompile(`,? \b((?:19|20)\d\d)$`)

// yearsTerm is the term of a year, or of two.
func yearsTerm(m []string) string {
	if m[3] == "" {
		return m[1]
	}
	to := m[3]
	if len(to) == 2 {
		to = m[1][:2] + to
	}
	if to <= m[1] {
		return m[1]
	}
	return m[1] + "/" + to
}

// placeIn finds the place that a head names; wholly says that it must be all of it.
func (e *extractor) placeIn(h *tableHead, text string, wholly bool) bool {
	t := []rune(text)
	places := find(t, 0, len(t), &e.words.Places)
	groups := find(t, 0, len(t), &e.words.Groups)
	if len(groups) == 1 {
		h.group = groups[0].name
		if groups[0].end-groups[0].start == len(t) {
			return true
		}
	}
	places = located(t, places, groups)
	if len(places) != 1 {
		return false
	}
	p := places[0]
	around := strings.TrimSpace(string(t[:p.start]) + string(t[p.end:]))
	if alone := around == "" || strings.Trim(strings.ToLower(around), " ,()the*") == ""; wholly && !alone {
		return false
	}
	h.place, h.parent = p.name, p.whole()
	h.region = e.words.RegionOf(p.name) == p.name || e.words.Subregion(p.name) == "" && e.words.Parent(p.name) == "" && e.words.RegionOf(p.name) == ""
	if around == "" || wholly {
		return true
	}
	before := placeLead.ReplaceAllString(string(t[:p.start]), "")
	behind := placeTail.ReplaceAllString(string(t[p.end:]), "")
	h.words = h.rest(strings.TrimSpace(strings.TrimRight(before, " ,，：:") + " " + behind))
	return true
}

var (
	placeLead = regexp.MustCompile(`(?i)(?:,|，|:|：)? ?\b(?:in|for|of|from|to|across|throughout) (?:the )?$|在$`)
	placeTail = regexp.MustCompile(`^(?:境内|国内|全国|各地)?的?`)
)

// sexes are heads that say no more of people than their sex or age.
var sexes = map[string][2]string{
	"women": {"women", "woman"}, "female": {"women", "woman"}, "females": {"women", "woman"}, "女": {"women", "woman"}, "女性": {"women", "woman"}, "妇女": {"women", "woman"}, "女子": {"women", "woman"},
	"men": {"men", "person"}, "male": {"men", "person"}, "males": {"men", "person"}, "男": {"men", "person"}, "男性": {"men", "person"}, "男子": {"men", "person"},
	"girls": {"girls", "child"}, "女童": {"girls", "child"}, "女孩": {"girls", "child"}, "boys": {"boys", "child"}, "男童": {"boys", "child"}, "男孩": {"boys", "child"},
	"children": {"children", "child"}, "儿童": {"children", "child"}, "minors": {"children", "child"}, "未成年人": {"children", "child"}, "adults": {"adults", "person"}, "成年人": {"adults", "person"},
}

// peopleOnly reads a head that says only of whom.
func (e *extractor) peopleOnly(h *tableHead, low string) bool {
	who, ok := sexes[low]
	if !ok {
		return false
	}
	h.population = who[0]
	return true
}

// hedge gives a quantity the hedge of its head, where it has none of its own.
func (h tableHead) hedges(q *data.Quantity) {
	if h.hedge != "" && q.Bound == data.Exact {
		q.Bound, q.Hedge = data.About, h.hedge
	}
}

func firstLower(s string) string {
	r := []rune(s)
	if len(r) > 1 && unicode.IsUpper(r[0]) && !unicode.IsUpper(r[1]) {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}
