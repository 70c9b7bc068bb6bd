package extraction

import (
	"strings"
	"unicode"
)

// What a Chinese word that names a measure has to stand by, so that it tells of the figure and not of something else in its sentence.

// hanMisread tells a Chinese clue that is no word for the figure: 27 个缔约国定期报告逾期 (their reports, of which it tells, and not
// States that report), 难民的四分之三在发展中国家 (no share of countries).
func hanMisread(t []rune, m mention, sc scope, c clue) bool {
	if c.word == "" || !unicode.Is(unicode.Han, []rune(c.word)[0]) {
		return false
	}
	switch c.measure {
	case "reporting_countries":
		return !reportsBy(t, m, sc, c)
	case "share_of_countries", "share_of_resources", "share_of_budget", "share_of_plans", "share_of_commitments", "share_of_indicators":
		return m.quantity.Unit == "percent" && !basedOn(t, m, c)
	}
	return false
}

// reportsBy tells whether countries report, and not somebody on them: 105 个进行报告的国家, 45 个国家报告了病例, 30 个国家提交了报告.
func reportsBy(t []rune, m mention, sc scope, c clue) bool {
	clause := string(t[sc.clause[0]:sc.clause[1]])
	if holdsAny(clause, "逾期", "过期", "未交", "未提交", "未报告", "没有报告", "没有提交") || c.at < sc.clause[0] || c.at >= sc.clause[1] {
		return false
	}
	behind := max(m.nounEnd, m.end)
	if c.at >= behind && only(string(t[behind:c.at]), auxiliary) {
		return !strings.ContainsRune("书逾期所中", runeAt(t, c.at+2))
	}
	return holdsAny(clause, "提交", "进行报告", "作出报告", "报告国", "报告的国家", "报告的缔约国", "报告的会员国", "据报告的")
}

// basedOn tells whether a word is what a Chinese percentage is a share of: 26%的国家, 国家中有 26%, 占资源的 26%.
func basedOn(t []rune, m mention, c clue) bool {
	end := c.at + len([]rune(c.word))
	if c.at >= m.numEnd { // 26%的发展中国家
		between := string(t[m.numEnd:c.at])
		return !strings.ContainsAny(between, "，。；、：在是为占由向对于") && strings.Count(between, "的") <= 1
	}
	between := string(t[end:max(end, m.start)])
	return len([]rune(between)) <= 12 && !strings.ContainsAny(between, "，。；、：在是为由向对") && holdsAny(between, "中", "有", "的")
}
