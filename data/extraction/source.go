package extraction

import (
	"regexp"
	"strings"
	"unicode"

	"figurebook.org/figurebook/data"
)

// sourceWords are the ways in which reports say that States or the United Nations say so.
var sourceWords = []struct{ words, name string }{
	{"一个会员国报告", "a Member State"},
	{"一个会员国", "a Member State"},
	{"会员国提供的信息", "Member States"},
	{"会员国评估", "Member States"},
	{"据会员国", "Member States"},
	{"据联合国", "United Nations"},
	{"a member state reported", "a Member State"},
	{"one member state", "a Member State"},
	{"a member state", "a Member State"},
	{"information from member states", "Member States"},
	{"provided by member states", "Member States"},
	{"assessed by member states", "Member States"},
	{"member states assess", "Member States"},
	{"member states estimate", "Member States"},
	{"according to member states", "Member States"},
	{"according to the united nations", "United Nations"},
	{"the united nations observed", "United Nations"},
}

// introductions stand before who says so, the longer ones first.
var introductions = []string{
	"according to data from", "according to figures from", "according to information from", "according to information provided by", "according to estimates by", "according to", "as reported by", "as estimated by",
	"data from", "figures from", "information provided by", "estimates by", "data provided by", "reports from",
}

// statings are what a body does that says so, behind its name.
var statings = wordSet("reported reports estimated estimates estimate documented recorded verified assessed assesses registered indicated indicates stated states projected projects projected announced confirmed counted identified observed")

// source takes who says so from the sentence, or from the footnote whose mark follows in it; and from which earlier
// report a number is only quoted.
func (e *extractor) source(f *data.Figure, t []rune, p data.Paragraph, m mention, sentence [2]int) {
	e.quoted(f, t, m, sentence)
	if name, told := clauseSource(t, m, sentence, f.Language); told {
		if low := strings.ToLower(name); strings.HasSuffix(low, "member state") {
			name = "a Member State"
		}
		if name != "" {
			f.Source = &name
		}
		return
	}
	note := ""
	for _, n := range e.report.Footnotes {
		if n.Paragraph == p.Number && n.Start >= m.start && n.Start <= sentence[1]+3 {
			note = strings.ToLower(n.Text)
			break
		}
	}
	if e.said.sentence != f.Sentence || e.said.note != note || !e.said.known {
		e.said = saying{f.Sentence, note, e.sayer(f, note), true}
	}
	if e.said.name != "" {
		name := e.said.name
		f.Source = &name
	}
}

// A saying is who says so in a sentence and the footnote behind it.
type saying struct {
	sentence, note, name string
	known                bool
}

// sayer is who says so in the sentence of a figure, or in the note of it.
func (e *extractor) sayer(f *data.Figure, note string) string {
	text := e.lower(f.Sentence)
	for _, s := range sourceWords {
		if strings.Contains(text, s.words) || strings.Contains(note, s.words) {
			return s.name
		}
	}
	if f.Language == "zh" {
		return hanSource(f.Sentence)
	}
	return englishSource(f.Sentence)
}

// contrasts open a clause that sets what another says against what was said before.
var contrasts = []string{", while ", ", whereas ", ", but ", "; ", "；", "，而", "，但", "，不过"}

// bodyStates matches a clause that opens with who says what follows: the Government reported 200, 政府报告 200 人.
var (
	bodyStates = regexp.MustCompile(`^(?:the |its |local |national )*((?:\p{L}[\p{L}\p{M}.’'&()-]*(?: of the| of| for| and)? ?){1,6}?) ?(?:has |have |had |itself )?(?:reported|reports|put|estimated|estimates|said|says|claimed|claims|counted|recorded|registered|cited|announced|stated|spoke of)\b`)
	hanStates  = regexp.MustCompile(`^([^，。；\d]{2,14}?)(?:则|却|方面)?(?:报告|称|表示|宣布|估计|说|公布|声称|统计)`)
)

// clauseSource is who says so in the clause of a mention that is set against another: …, while the Government reported 200. It
// is told there, though it may be nobody known, where that clause names who says it.
func clauseSource(t []rune, m mention, sentence [2]int, language string) (name string, told bool) {
	from := sentence[0]
	for i := m.start - 1; i > sentence[0] && from == sentence[0]; i-- {
		if !strings.ContainsRune(",;；，", t[i]) {
			continue
		}
		for _, w := range contrasts {
			if prefix(t, i, w) {
				from = i + len([]rune(w))
			}
		}
	}
	if from == sentence[0] || from >= m.start {
		return "", false
	}
	clause := string(t[from:m.start])
	if language == "zh" {
		found := hanStates.FindStringSubmatch(clause)
		if found == nil || !bodyEnds(found[1]) {
			return "", false
		}
		return strings.TrimPrefix(strings.TrimSpace(found[1]), "据"), true
	}
	found := bodyStates.FindStringSubmatch(clause)
	if found == nil {
		return "", false
	}
	name = strings.TrimSpace(found[1])
	if pronouns[strings.ToLower(name)] {
		name = ""
	}
	return name, true
}

// pronouns say things too, but name nobody: another put the number at 200.
var pronouns = wordSet("another other others it they he she some one which who this that these those both all most many")

// englishSource is the body that a sentence names as saying so: "According to UNHCR, …", "WFP estimates that …".
func englishSource(sentence string) string {
	low := strings.ToLower(sentence)
	for _, w := range introductions {
		at := strings.Index(low, w+" ")
		if at < 0 || len(low) != len(sentence) || at > 0 && unicode.IsLetter(rune(low[at-1])) {
			continue
		}
		if name := bodyName(sentence[at+len(w)+1:]); name != "" {
			return name
		}
	}
	fields := strings.Fields(sentence)
	start := 0
	for i, w := range fields[:min(len(fields), 24)] {
		bare := strings.Trim(w, ",;()“”")
		if i > 0 && statings[bare] && i > start {
			if next := ""; i+1 < len(fields) {
				if next = fields[i+1]; next == "by" || next == "to" || next == "in" || strings.HasSuffix(w, ",") {
					return ""
				}
			}
			subject := fields[start:i]
			for len(subject) > 0 && (strings.EqualFold(subject[0], "the") || subject[len(subject)-1] == "has" || subject[len(subject)-1] == "had" || subject[len(subject)-1] == "also" || subject[len(subject)-1] == "have") {
				if strings.EqualFold(subject[0], "the") {
					subject = subject[1:]
				} else {
					subject = subject[:len(subject)-1]
				}
			}
			return bodyOnly(strings.Join(subject, " "))
		}
		if strings.HasSuffix(w, ",") {
			start = i + 1
		}
	}
	return ""
}

// bodyName is the name at the start of a text, up to its first stop: "the United Nations Children’s Fund (UNICEF)".
func bodyName(text string) string {
	end := strings.IndexAny(text, ",;:")
	if end < 0 {
		end = len(text)
	}
	name := text[:min(end, 90)]
	for _, w := range []string{" at least ", " more than ", " some ", " about ", " there ", " an estimated ", " as at ", " in ", " on "} {
		if at := strings.Index(name, w); at > 0 {
			name = name[:at]
		}
	}
	name = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(name), "."))
	name = strings.TrimPrefix(name, "the ")
	if name == "" || len(strings.Fields(name)) > 12 || unicode.IsDigit([]rune(name)[0]) {
		return ""
	}
	return name
}

// bodyOnly is a name that begins with a capital letter and holds only names and the small words between them.
func bodyOnly(name string) string {
	fields := strings.Fields(name)
	if len(fields) == 0 || len(fields) > 12 || !unicode.IsUpper([]rune(fields[0])[0]) {
		return ""
	}
	switch name {
	case "A", "An", "Some", "I", "It", "They", "He", "She", "We", "This", "Office", "Mission", "Committee", "Group", "Council", "Authorities", "Partners", "Force", "Team", "Tribunal", "Court", "Secretariat", "Government":
		return ""
	}
	for _, w := range fields {
		r := []rune(w)[0]
		switch strings.ToLower(w) {
		case "of", "the", "for", "and", "on", "in", "to":
			continue
		}
		if !unicode.IsUpper(r) && r != '(' {
			return ""
		}
	}
	return name
}

// hanSource is the same for Chinese: 据难民署估计, 根据世界卫生组织的数据, 难民署报告称.
func hanSource(sentence string) string {
	for _, start := range []string{"根据", "据"} {
		_, rest, ok := strings.Cut(sentence, start)
		if !ok {
			continue
		}
		end := strings.IndexAny(rest, "，,。")
		if end < 0 {
			end = len(rest)
		}
		rest = rest[:end]
		for _, w := range []string{"提供的信息", "提供的数据", "提供的资料", "的数据", "的统计", "的报告", "的估计", "的评估", "的资料", "数据", "统计", "报告", "估计", "评估", "称", "报道", "报", "说", "认为"} {
			if name, _, ok := strings.Cut(rest, w); ok {
				if n := len([]rune(name)); n >= 2 && n <= 24 {
					return name
				}
				break
			}
		}
	}
	for _, w := range []string{"报告称", "估计有", "估计，", "估计约", "记录了", "核实了", "登记了", "指出，", "预测，", "统计，"} {
		at := strings.Index(sentence, w)
		if at < 0 {
			continue
		}
		before := sentence[:at]
		if cut := strings.LastIndexAny(before, "，。；,"); cut >= 0 {
			before = strings.TrimLeft(before[cut:], "，。；,")
		}
		if n := len([]rune(before)); n >= 2 && n <= 16 && bodyEnds(before) && !strings.ContainsAny(before, "0123456789年月据") {
			return strings.TrimSpace(before)
		}
	}
	return ""
}

// bodyEnds tells whether Chinese words end as the name of a body does.
func bodyEnds(name string) bool {
	for _, w := range []string{"署", "组织", "办", "办公室", "办事处", "计划", "规划署", "基金", "银行", "机构", "委员会", "政府", "团", "会", "部", "局", "联合国", "会员国", "伙伴", "中心", "处"} {
		if strings.HasSuffix(strings.TrimSpace(name), w) {
			return true
		}
	}
	return false
}

// quoted marks a number that the report only quotes from an earlier one: it stands behind "the previous report, when …".
func (e *extractor) quoted(f *data.Figure, t []rune, m mention, sentence [2]int) {
	if !holdsAny(e.lower(f.Sentence), "previous report", "last report", "上次报告", "上一次报告", "上一份报告", "前次报告") {
		return
	}
	before := strings.ToLower(string(t[sentence[0]:m.start]))
	for _, w := range []string{"previous report", "last report", "上次报告", "上一次报告", "上一份报告", "前次报告"} {
		at := strings.LastIndex(before, w)
		if at < 0 {
			continue
		}
		rest := before[at+len(w):]
		if len([]rune(rest)) > 60 {
			continue
		}
		switch {
		case holdsAny(rest, "when", "in which", "stated", "estimated", "stood at", "indicated", "noted that", "reported that", "informed", "figure of", "where", "时", "中", "所述", "提到", "为"):
		case holdsAny(before[max(0, at-40):at], "stated in", "reported in", "mentioned in", "compared with", "cited in", "given in", "figure in"):
		default:
			continue
		}
		f.QuotedFrom = "previous report"
		if symbol := symbolIn(string(t[m.start-len([]rune(rest)) : m.start])); symbol != "" {
			f.QuotedFrom = symbol
		}
		return
	}
}

// symbolIn is the document symbol in a text: S/2024/583; empty where it holds none.
func symbolIn(text string) string {
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ()（），,", r) }) {
		if len(w) > 6 && strings.Count(w, "/") >= 2 && (w[:2] == "S/" || w[:2] == "A/" || w[:2] == "E/") {
			return w
		}
	}
	return ""
}
