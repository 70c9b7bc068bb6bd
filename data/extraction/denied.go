package extraction

import (
	"regexp"
	"strings"
)

// A number of which the sentence says that somebody denies it is no figure of the report.

// denying matches the words that deny what follows them: denied that, rejected claims that, it is not true that, denied having
// killed. What somebody denies to have had a part in is presupposed and stands: denied responsibility for the death of 12.
var denying = regexp.MustCompile(`(?i)\b(?:(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)(?: (?:\w+ ){0,4}?(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|rumours?))? that|den(?:y|ies|ied|ying) (?:having )?[a-z]+(?:ing|ed)|(?:not true|untrue|false|incorrect|no evidence) that) (?:[^.;:]*)$`)

// undenied are the words that take a denial back, before it.
var undenied = regexp.MustCompile(`(?i)\b(?:nobody|no one|none|never|not|neither|nor|cannot|without)(?: \w+){0,2} ?$`)

// hanDenying matches the words that deny what follows, up to its end: 否认有 300 人被打死.
var hanDenying = regexp.MustCompile(`(?:否认|驳斥)[^。；，]*$`)

// hanFalse matches the words behind a number by which its whole clause is denied: 300 人死亡的说法不实.
var hanFalse = regexp.MustCompile(`^[^。；，]{0,20}的?(?:说法|报道|消息|指控|传言)(?:并?不(?:属)?实|并非事实|毫?无根据|没有根据|是虚假的)`)

// denied tells whether the words around a mention deny what it counts.
func (s *scanner) denied(m *mention) bool {
	t := s.t
	from := max(0, m.start-100)
	for i := m.start - 1; i >= from; i-- {
		if sentenceEnd(t, i) {
			from = i + 1
			break
		}
	}
	before := string(t[from:m.start])
	if holdsAny(before, "den", "efut", "isput", "eject", "ismiss", "not true", "untrue", "false", "incorrect", "no evidence") {
		at := denying.FindStringIndex(before)
		if at != nil && !undenied.MatchString(before[:at[0]]) && !holdsAny(strings.ToLower(before[at[0]:]), ", but", ", while", ", although", ", whereas", " but ", "denied involve", "denied attack") {
			return true
		}
	}
	if holdsAny(before, "否认", "驳斥") {
		at := hanDenying.FindStringIndex(before)
		return at != nil && !holdsAny(before[max(0, at[0]-len("没有")):at[0]], "没有", "未", "不", "无人") && !holdsAny(before[at[0]:], "否认对", "否认与", "否认参与", "否认卷入", "否认的")
	}
	behind := string(t[m.end:min(len(t), m.end+40)])
	return holdsAny(behind, "不实", "不属实", "并非事实", "根据", "虚假") && hanFalse.MatchString(behind)
}
