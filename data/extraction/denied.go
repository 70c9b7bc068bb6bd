package extraction

import (
	"regexp"
	"strings"

	"figurebook.org/figurebook/data"
)

// A number of which the sentence says that somebody denies it, or that it would have come about and did not, is no figure of the
// report; one that nobody could confirm is a doubtful figure.

// denying matches the words that deny what follows them: denied that, rejected claims that, it is not true that, denied having
// killed. What somebody denies to have had a part in is presupposed and stands: denied responsibility for the death of 12.
var denying = regexp.MustCompile(`(?i)\b(?:(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?)(?: (?:\w+ ){0,4}?(?:claims?|reports?|allegations?|accusations?|suggestions?|assertions?|rumours?))? that|den(?:y|ies|ied|ying) (?:having )?[a-z]+(?:ing|ed)|(?:not true|untrue|false|incorrect) that|no (?:\w+ )?(?:evidence|proof|indication|sign|truth)(?: (?:at all|whatsoever|to (?:suggest|show|indicate|prove)|(?:in|to) (?:the )?(?:claims?|reports?|rumours?)))? that) (?:[^.;:]*)$`)

// undenied are the words that take a denial back, before it.
var undenied = regexp.MustCompile(`(?i)\b(?:nobody|no one|none|never|not|neither|nor|cannot|without)(?: \w+){0,2} ?$`)

// told and untrue match what is claimed before a number, and behind it the words that deny the claim: reports that 300 had died were
// unfounded.
var (
	told   = regexp.MustCompile(`(?i)\b(?:reports?|claims?|allegations?|assertions?|rumours?|suggestions?) (?:that|of) [^.;:]*$`)
	untrue = regexp.MustCompile(`^[^.;:]{0,80}?\b(?:is|are|was|were|proved|proved to be|turned out to be) (?:\w+ly )?(?:untrue|false|unfounded|baseless|fabricated|incorrect|not true|denied|refuted|rejected|dismissed)\b`)
)

// hanDenying matches the words that deny what follows, up to its end: 否认有 300 人被打死, 没有证据表明有 300 人.
var hanDenying = regexp.MustCompile(`(?:否认|驳斥|(?:没有|并无|毫无|无|未发现)(?:任何|确凿)?(?:证据|迹象)(?:表明|显示|证明|说明))[^。；，]*$`)

// hanFalse matches the words behind a number by which its whole clause is denied: 300 人死亡的说法不实.
var hanFalse = regexp.MustCompile(`^[^。；，]{0,20}的?(?:说法|报道|消息|指控|传言|指称)(?:并?不(?:属)?实|并非事实|(?:并|毫|全|完全)?(?:无|没有)(?:任何|事实)?根据|是虚假的|(?:纯属|是|属于)(?:捏造|虚构|谣言|造谣)|子虚乌有)`)

// supposed match what was not and what would have followed from it: Had the attack succeeded, 300 people would have died; 如果袭击得逞,
// 本会有 300 人死亡.
var (
	supposed    = regexp.MustCompile(`(?i)(?:(?:^|[,:] )(?:had|were) (?:the|a|an|it|they|he|she|this|that|these|those|not|there|[a-z]+)\b|\bif [^.;:]*? had\b)`)
	hanSupposed = regexp.MustCompile(`(?:如果|假如|假若|倘若|若|要不是|若非|要是)[^。；]*(?:本会|本来会|本可|原本会|原会)`)
)

// unconfirmed match, before a number, the words by which nobody could confirm it, and behind it those by which it stays so.
var (
	unconfirmed     = regexp.MustCompile(`(?i)\b(?:(?:unable|not able|impossible|not (?:\w+ )?possible) to (?:\w+ly )?(?:confirm|verify|corroborate|substantiate|establish|ascertain)|(?:can|could|did|has|have|had)(?: not|not|n[’']t)(?: yet)?(?: been able to)?(?: be| been)?(?: \w+ly)? (?:confirm|verif|corroborat|substantiat)\w*|(?:unconfirmed|unverified|uncorroborated|unsubstantiated) \w+)\b[^.;:]*$`)
	leftUnconfirmed = regexp.MustCompile(`^[^.;:]{0,90}?\b(?:(?:can|could|has|have|had)(?: not|not)(?: yet)?(?: been able to)?(?: be| been)(?: \w+ly)? (?:confirmed|verified|corroborated|substantiated)|(?:is|are|was|were|remain|remains|remained) (?:unconfirmed|unverified|uncorroborated|unsubstantiated)|awaits? (?:confirmation|verification))\b`)
	hanUnconfirmed  = regexp.MustCompile(`(?:无法|未能|不能|尚未|没有|未经|未获|未|难以|有待|尚待)(?:得到|获得|予以|加以)?(?:独立|最终|充分)?(?:证实|核实|确认|查证|核查)(?:的(?:消息|报道|说法|报告|传言)[^。；]*|[^。；，]*)$`)
	hanLeft         = regexp.MustCompile(`^[^。；]{0,30}(?:无法|未能|不能|尚未|没有|未经|未获|未|难以|有待|尚待)(?:得到|获得|予以|加以)?(?:独立|最终|充分)?(?:证实|核实|查证)`)
)

// turns are the words behind a denial, or a doubt, where what is not meant by it begins.
var turns = []string{", but", ", while", ", although", ", whereas", " but ", "; however", ", however", " and said that", " and stated that", " and added that", " and confirmed that", "但", "不过", "而是"}

// assertion is how the words around a mention stand to what it counts: as a fact, as what is denied, as what never came about, as what
// nobody confirmed.
type assertion int

const (
	asFact assertion = iota
	asDenied
	asSupposed
	asUnconfirmed
)

// asserted reads the words of its sentence before and behind a mention.
func (s *scanner) asserted(m *mention) assertion {
	t := s.t
	from := max(0, m.start-160)
	for i := m.start - 1; i >= from; i-- {
		if sentenceEnd(t, i) {
			from = i + 1
			break
		}
	}
	to := min(len(t), m.end+110)
	for i := m.end; i < to; i++ {
		if sentenceEnd(t, i) {
			to = i
			break
		}
	}
	if s.hanText() {
		return hanAssertion(string(t[from:m.start]), string(t[m.end:to]))
	}
	return englishAssertion(strings.TrimLeft(string(t[from:m.start]), " "), string(t[m.end:to]))
}

func englishAssertion(before, behind string) assertion {
	if holdsAny(before, "den", "efut", "isput", "eject", "ismiss", "not true", "untrue", "false", "incorrect", "evidence", "proof", "indication", "no sign", "no truth") {
		at := denying.FindStringIndex(before)
		if at != nil && !undenied.MatchString(before[:at[0]]) && !holdsAny(strings.ToLower(before[at[0]:]), append([]string{"denied involve", "denied attack", "denied displaced", "denied detained", "denied wounded", "denied injured", "denied accused", "denied armed"}, turns...)...) {
			return asDenied
		}
	}
	if holdsAny(behind, "true", "false", "unfounded", "baseless", "fabricated", "incorrect", "denied", "refuted", "rejected", "dismissed") && told.MatchString(before) && untrue.MatchString(behind) {
		return asDenied
	}
	if strings.Contains(before+behind, " have ") && holdsAny(before, "Had ", "had ", "Were ", " were ", "If ", "if ") && holdsAny(before+behind, "would have ", "would likely have ", "could have ", "might have ", "would probably have ") && supposed.MatchString(before) {
		return asSupposed
	}
	if holdsAny(before, "onfirm", "erif", "orroborat", "ubstantiat", "to establish", "scertain") {
		if at := unconfirmed.FindStringIndex(before); at != nil && !holdsAny(strings.ToLower(before[at[0]:]), turns...) {
			return asUnconfirmed
		}
	}
	if holdsAny(behind, "onfirm", "erif", "orroborat", "ubstantiat") && leftUnconfirmed.MatchString(behind) {
		return asUnconfirmed
	}
	return asFact
}

func hanAssertion(before, behind string) assertion {
	if holdsAny(before, "否认", "驳斥", "证据", "迹象") {
		at := hanDenying.FindStringIndex(before)
		if at != nil && !holdsAny(before[max(0, at[0]-len("没有")):at[0]], "没有", "未", "不", "无人") && !holdsAny(before[at[0]:], "否认对", "否认与", "否认参与", "否认卷入", "否认的") {
			return asDenied
		}
	}
	if holdsAny(behind, "不实", "不属实", "并非事实", "根据", "虚假", "捏造", "虚构", "谣", "子虚乌有") && hanFalse.MatchString(behind) {
		return asDenied
	}
	if holdsAny(before, "如果", "假如", "假若", "倘若", "若", "要不是", "要是") && holdsAny(before+behind, "本会", "本来会", "本可", "原会", "原本会") && hanSupposed.MatchString(before+behind) {
		return asSupposed
	}
	if holdsAny(before, "证实", "核实", "确认", "查证", "核查") {
		if at := hanUnconfirmed.FindStringIndex(before); at != nil && !holdsAny(before[at[0]:], turns...) {
			return asUnconfirmed
		}
	}
	if holdsAny(behind, "证实", "核实", "查证") {
		if at := hanLeft.FindStringIndex(behind); at != nil && !holdsAny(behind[:at[1]], turns...) {
			return asUnconfirmed
		}
	}
	return asFact
}

// unsure makes a doubtful figure of what nobody could confirm.
func unsure(f *data.Figure, m mention) {
	if m.unconfirmed {
		f.Confidence = min(f.Confidence, uncertainBound)
		if f.Why["bound"] == "" {
			f.Why["bound"] = "unconfirmed"
		}
	}
}
