package reading

import (
	"regexp"
	"strings"
)

// The masthead of a document: the organization, the organ, distribution, date, languages, session and agenda item, in
// cells side by side. Each is told by its words in the six official languages.
var (
	organ = regexp.MustCompile(`(?i)^(United Nations|联合国|Nations Unies|Naciones Unidas|Организация Объединенных Наций|الأمم المتحدة|` +
		`Security Council|General Assembly|Economic and Social Council|Human Rights Council|安全理事会|大会|经济及社会理事会|人权理事会|` +
		`Conseil de sécurité|Assemblée générale|Conseil économique et social|Conseil des droits de l[’']homme|` +
		`Consejo de Seguridad|Asamblea General|Consejo Económico y Social|Consejo de Derechos Humanos|` +
		`Совет Безопасности|Генеральная Ассамблея|Экономический и Социальный Совет|Совет по правам человека|` +
		`مجلس الأمن|الجمعية العامة|المجلس الاقتصادي والاجتماعي|مجلس حقوق الإنسان)$`)
	distribution = regexp.MustCompile(`(?i)^(Distr[.:]?\s*[:：]?.*|分发\s*[:：].*)$`)
	original     = regexp.MustCompile(`(?i)^(?:(?:Chinese|English|French|Spanish|Russian|Arabic|Français|Español|中文|Русский|عربي)(?: only| seulement| solamente)?\s*)?(?:(?:Original|Оригинал|原文|الأصل)\s*[:：]\s*(\p{L}+).*)?$`)
	originalOf   = regexp.MustCompile(`(?i)^\[(?:(?:Original|Оригинал|Подлинный текст|原件|原文|الأصل)\b?.{0,80}|\d{1,2} .{3,20})\]$`)
	session      = regexp.MustCompile(`^(?:\p{L}[\p{L}-]*(?:[ -]\p{L}+)* (?:session|year|année|año|год|период[а-я]* сессии|período de sesiones|сессия)|第.{1,8}届会议|第.{1,8}年|الدورة .{3,30})$`)
	agendaItem   = regexp.MustCompile(`^(?:(?:Agenda )?[Ii]tems? \d.{0,60}|(?:临时)?议程\*{0,3} ?项目 ?\d.{0,20}|(?:暂定)?项目表\*{0,3} ?项目 ?\d.{0,20}|Points? \d.{0,30}de (?:l[’']ordre du jour|la liste préliminaire).{0,20}|` +
		`Temas? \d.{0,30}de(?:l programa| la lista preliminar).{0,20}|Пункты? \d.{0,30}(?:повестки дня|первоначального перечня)\*{0,3}|البنود? .{1,40}|البند .{1,60})$`)
	anyDate      = regexp.MustCompile(`^(\d{1,2})(?:er|º)? (?:de )?(\p{L}+)(?:/\p{L}+)?\.?,? (?:de )?((?:19|20)\d\d)(?: года| г\.)?$`)
	anyMonth     = regexp.MustCompile(`^(?:(\p{L}+) (?:de |del )?)?((?:19|20)\d\d)$`) // "May 2099", "2099"
	hanMonth     = regexp.MustCompile(`^((?:19|20)\d\d) ?年(?: ?(\d{1,2}) ?月)?$`)      // 2099 年 5 月, 2099 年
	hanDate      = regexp.MustCompile(`^((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日$`)
	strokeLost   = regexp.MustCompile(`^([SAE])((?:19|20)\d\d/\d{1,4})$`) // as machines read it
	cellGap      = regexp.MustCompile(`\s{2,}|\t`)
	inlineSymbol = regexp.MustCompile(`\s(` + symbolShape + `)$`)
	cityDate     = regexp.MustCompile(`^\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)?, (\S.*)$`)      // "New York, 3 May 2099"
	americanDate = regexp.MustCompile(`^(\p{L}{3,9})\.? (\d{1,2}),? ((?:19|20)\d\d)$`) // "May 3, 2099", "Oct 14 2099"
	monthFirst   = regexp.MustCompile(`^(\p{L}+) ((?:19|20)\d\d) (\d{1,2})$`)          // "February 2099 3": a date in a line that runs to the left
)

// mastheadLine takes what a line of the masthead says; false where line is none.
func (p *parser) mastheadLine(line string) bool {
	symbol := ""
	if m := inlineSymbol.FindStringSubmatch(line); m != nil { // "United Nations S/2099/1", the gap lost
		symbol = m[1]
		line = strings.TrimSpace(strings.TrimSuffix(line, m[1]))
	}
	for _, cell := range cellGap.Split(line, -1) {
		if !p.mastheadCell(cell) {
			if cell == line || !p.mastheadCell(collapse(line)) { // words read by a machine, two blanks between them
				return false
			}
			break
		}
	}
	if p.report.Title != "" && distribution.MatchString(collapse(line)) { // an organ whose name was read wrongly
		p.report.Title = ""
	}
	if symbol != "" && p.report.Symbol == "" {
		p.report.Symbol = symbol
	}
	p.close()
	p.open, p.agenda = masthead, agendaItem.MatchString(line)
	return true
}

func (p *parser) mastheadCell(cell string) bool {
	if cell == "" {
		return false
	}
	if m := strokeLost.FindStringSubmatch(cell); m != nil && p.report.Symbol == "" {
		p.report.Symbol = m[1] + "/" + m[2]
		return true
	}
	if m := symbolLine.FindStringSubmatch(cell); m != nil {
		if p.report.Symbol == "" {
			p.report.Symbol = m[1]
		}
		return true
	}
	if date := dateOf(cell); date != "" {
		if len(date) > len(p.report.Date) { // a day says more than a month
			p.report.Date = date
		}
		return true
	}
	if m := original.FindStringSubmatch(cell); m != nil {
		if m[1] != "" && p.report.Original == "" {
			p.report.Original = languageNamed(m[1])
		}
		return true
	}
	if n := reissueOf(cell); n > 0 {
		p.report.Reissue = max(p.report.Reissue, n)
		return true
	}
	switch {
	case organ.MatchString(cell), distribution.MatchString(cell), agendaItem.MatchString(cell):
		return true
	case session.MatchString(cell):
		if p.report.Session == "" {
			p.report.Session = cell
		}
		return true
	}
	// "Security Council Distr.: General", the gap lost
	if first, rest, ok := strings.Cut(cell, " Distr"); ok {
		return organ.MatchString(strings.TrimSpace(first)) && distribution.MatchString("Distr"+rest)
	}
	return false
}

// dateOf reads a whole cell as a date, in any of the six languages: "2099-02-03"; a month or a year alone as "2099-02",
// "2099"; else "".
func dateOf(cell string) string {
	if m := hanMonth.FindStringSubmatch(cell); m != nil {
		return monthOf(m[1], m[2])
	}
	if m := anyMonth.FindStringSubmatch(cell); m != nil {
		if month := months[strings.ToLower(m[1])]; month != "" || m[1] == "" {
			return monthOf(m[2], month)
		}
	}
	if m := hanDate.FindStringSubmatch(cell); m != nil {
		return date(m[1], m[2], m[3])
	}
	if m := monthFirst.FindStringSubmatch(cell); m != nil {
		cell = m[3] + " " + m[1] + " " + m[2]
	}
	if m := cityDate.FindStringSubmatch(cell); m != nil {
		return dateOf(m[1])
	}
	if m := americanDate.FindStringSubmatch(cell); m != nil {
		if month := monthNamed(m[1]); month != "" {
			return date(m[3], month, m[2])
		}
	}
	if m := anyDate.FindStringSubmatch(cell); m != nil {
		if month := months[strings.ToLower(m[2])]; month != "" {
			return date(m[3], month, m[1])
		}
	}
	return ""
}

// monthNamed is the number of an English month, whole or its first three letters; empty for another word.
func monthNamed(word string) string {
	low := strings.ToLower(word)
	for _, name := range strings.Fields("january february march april may june july august september october november december") {
		if low == name || low == name[:3] || low == name[:min(4, len(name))] {
			return months[name]
		}
	}
	return ""
}

// monthOf is a month of a year, or a year where none is told.
func monthOf(year, month string) string {
	if month == "" {
		return year
	}
	return date(year, month, "1")[:7]
}

// months are the names of the months, in lower case, in five languages; Chinese writes numbers.
var months = map[string]string{}

func init() {
	for _, names := range []string{
		"january february march april may june july august september october november december",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"يناير فبراير مارس أبريل مايو يونيه يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
		"كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول تشرين_الثاني كانون_الأول",
	} {
		for i, name := range strings.Fields(names) {
			months[strings.ReplaceAll(name, "_", " ")] = itoa(i + 1)
		}
	}
}

func languageNamed(word string) string {
	for _, l := range []struct{ code, names string }{
		{"en", "english anglais inglés английский 英文 بالإنكليزية"},
		{"fr", "french français francés французский 法文 بالفرنسية"},
		{"es", "spanish espagnol español испанский 西班牙文 بالإسبانية"},
		{"ru", "russian russe ruso русский 俄文 بالروسية"},
		{"zh", "chinese chinois chino китайский 中文 بالصينية"},
		{"ar", "arabic arabe árabe арабский 阿拉伯文 بالعربية"},
	} {
		for _, name := range strings.Fields(l.names) {
			if strings.EqualFold(name, word) {
				return l.code
			}
		}
	}
	return ""
}

func date(year, month, day string) string {
	two := func(s string) string {
		if len(s) == 1 {
			return "0" + s
		}
		return s
	}
	return year + "-" + two(month) + "-" + two(day)
}
