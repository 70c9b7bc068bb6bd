package main

import (
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
)

// manner is how a document is set, where that is otherwise than reports are today. The zero value is today's.
type manner struct {
	anew     bool   // notes are numbered anew in each annex
	pagewise bool   // and on each page
	form     string // of a note's mark, "%d/"; "" for raised digits
	atEnd    string // heads the notes, where they stand behind the text
	typed    bool   // on a typewriter: one size of type, headings underlined, a stroke at each page's end that others follow
	wide     bool   // lines are typed with white between them
	columns  bool   // the text stands in two columns
	heads    string // of all pages but the first, below the symbol: "English", and "Page %s" behind a line break
	foot     string // of the first page, beside its job number
}

// marker gives notes their marks.
type marker struct {
	manner
	n int
}

func (m *marker) next() string {
	m.n++
	return m.mark(m.n)
}

func (m *marker) mark(n int) string {
	switch {
	case m.pagewise:
		return "#" // what it is follows from where pages end
	case m.form == "":
		return fmt.Sprint(n)
	}
	return " " + fmt.Sprintf(m.form, n)
}

func (m *marker) annex() {
	if m.anew {
		m.n = 0
	}
}

// further are the words of documents of other kinds and decades, in one language.
type further struct {
	appendix, original, notes, english, page, recycle string
	letter                                            [4]string // title, two paragraphs, signature
	overview                                          string    // heads a section below a letter
	quote, years, counted                             string    // a paragraph that is quoted; ones that begin with a year, with a number
	annexes                                           string    // heads the list of annexes in a table of contents
	distribution                                      string
	item                                              string // (i)
}

var more = map[string]further{
	"en": {
		"Appendix %s", "[Original: Arabic and English]", "Notes", "English", "Page %s", "Please recycle",
		[4]string{"Letter dated 1 February 2099 from the mayor of the valley addressed to the Secretary-General", "I have the honour to send you the report on bridges and wells that the elders asked for last spring.", "I should be grateful if the present letter and its annex could be read by all who live along the river.", "(Signed) A. Rivers\nMayor of the valley"},
		"Overview", "“The elders ask the engineers to count the wells anew, and to say of each who dug it.", "2098 was the driest year since the wells were dug, and %d families moved.", "27 of the %d bridges were closed in the first week, and 12 of them for good.",
		"Annexes", "Distr.: Limited", "(%s)\tWells that were dug by %d families themselves;",
	},
	"fr": {
		"Appendice %s", "[Original : anglais et arabe]", "Notes", "Français", "Page %s", "Merci de recycler",
		[4]string{"Lettre datée du 1er février 2099, adressée au Secrétaire général par le maire de la vallée", "J’ai l’honneur de vous faire tenir le rapport sur les ponts et les puits que les anciens ont demandé au printemps.", "Je vous serais obligé de bien vouloir faire lire la présente lettre et son annexe à tous ceux qui vivent le long de la rivière.", "(Signé) A. Rivière\nMaire de la vallée"},
		"Vue d’ensemble", "« Les anciens prient les ingénieurs de recompter les puits et de dire de chacun qui l’a creusé.", "2098 a été l’année la plus sèche depuis que les puits existent, et %d familles sont parties.", "27 des %d ponts ont été fermés dès la première semaine, dont 12 pour toujours.",
		"Annexes", "Distr. limitée", "%s)\tPuits que %d familles ont creusés elles-mêmes ;",
	},
	"es": {
		"Apéndice %s", "[Original: árabe e inglés]", "Notas", "Español", "Página %s", "Se ruega reciclar",
		[4]string{"Carta de fecha 1 de febrero de 2099 dirigida al Secretario General por el alcalde del valle", "Tengo el honor de enviarle el informe sobre puentes y pozos que pidieron los ancianos en la primavera.", "Le agradecería que tuviera a bien hacer leer la presente carta y su anexo a cuantos viven a orillas del río.", "(Firmado) A. Ríos\nAlcalde del valle"},
		"Sinopsis", "“Los ancianos piden a los ingenieros que cuenten de nuevo los pozos y digan de cada uno quién lo cavó.", "2098 fue el año más seco desde que existen los pozos, y %d familias se marcharon.", "27 de los %d puentes se cerraron en la primera semana, 12 de ellos para siempre.",
		"Anexos", "Distr. limitada", "%s)\tPozos que %d familias cavaron por sí mismas;",
	},
	"ru": {
		"Добавление %s", "[Подлинный текст на английском и арабском языках]", "Примечания", "Russian", "Page %s", "Просьба отправить на вторичную переработку",
		[4]string{"Письмо мэра долины от 1 февраля 2099 года на имя Генерального секретаря", "Имею честь направить Вам доклад о мостах и колодцах, о котором весной просили старейшины.", "Буду признателен за прочтение настоящего письма и приложения к нему всеми, кто живет у реки.", "(Подпись) А. Речной\nМэр долины"},
		"Обзор", "«Старейшины просят инженеров пересчитать колодцы и сказать о каждом, кто его вырыл.", "2098 год был самым засушливым с тех пор, как вырыты колодцы, и %d семей уехали.", "27 из %d мостов закрыли в первую же неделю, причем 12 навсегда.",
		"Приложения", "Distr.: Limited", "%s)\tколодцы, которые %d семей вырыли сами;",
	},
	"zh": {
		"附录%s", "[原件：阿拉伯文和英文]", "注", "Chinese", "Page %s", "请回收",
		[4]string{"2099 年 2 月 1 日河谷镇长给秘书长的信", "谨转递长者们去年春天要求编写的关于桥梁和水井的报告。", "请将本信及其附件交沿河居住的所有人阅读为荷。", "镇长\n河生(签名)"},
		"概览", "“长者们请工程师重新清点水井，并说明每口井由谁开凿。", "2098 年是水井开凿以来最干旱的一年，%d 户家庭迁走。", "27 座桥在第一周关闭，全部 %d 座中有 12 座永久关闭。",
		"附件", "Distr.: Limited", "㈠ %[1]s：%[2]d 户家庭自己开凿的水井；",
	},
	"ar": {
		"التذييل %s", "[الأصل: بالإنكليزية والعربية]", "الحواشي", "Arabic", "Page %s", "الرجاء إعادة استعمال الورق",
		[4]string{"رسالة مؤرخة 1 شباط/فبراير 2099 موجهة إلى الأمين العام من عمدة الوادي", "يشرفني أن أحيل إليكم التقرير عن الجسور والآبار الذي طلبه الشيوخ في الربيع.", "وأرجو ممتنا أن يقرأ هذه الرسالة ومرفقها كل من يعيش على ضفاف النهر.", "(توقيع) أ. نهري\nعمدة الوادي"},
		"لمحة عامة", "ويطلب الشيوخ إلى المهندسين أن يحصوا الآبار من جديد وأن يذكروا من حفر كلا منها.", "وكانت 2098 أشد السنوات جفافا منذ حفر الآبار، ورحلت %d أسرة.", "وأغلق 27 جسرا من أصل %d في الأسبوع الأول، منها 12 إلى الأبد.",
		"المرفقات", "Distr.: Limited", "%s -\tالآبار التي حفرتها %d أسرة بنفسها؛",
	},
}

// manners are the kinds of further documents, by the first part of their names.
var manners = []string{"anew", "typed", "columns", "letter", "pagewise"}

// further is a document of a kind, or none where a language was never set so.
func (w words) further(kind string, seed uint64) (document, bool) {
	r := rand.New(rand.NewPCG(seed, uint64(w.language[0])<<8|uint64(w.language[1])|uint64(kind[0])<<16))
	also := more[w.language]
	d := document{name: fmt.Sprintf("%s.%02d.%s", kind, seed, w.language), language: w.language, symbol: fmt.Sprintf("A/99/%d", 400+seed), date: "2099-02-03", job: fmt.Sprintf("99-%05d", 12340+seed), title: w.title, sheets: 20}
	for _, line := range w.masthead {
		line = strings.ReplaceAll(line, "S/2099/7", d.symbol)
		if _, right, ok := strings.Cut(line, "\t"); ok && strings.HasPrefix(right, "Distr") && kind == "anew" {
			line = strings.Replace(line, right, also.distribution, 1)
		}
		d.masthead = append(d.masthead, line)
	}
	b := &builder{words: w, also: also, d: &d, r: r}
	switch kind {
	case "anew":
		d.manner = manner{anew: true, foot: also.recycle}
		b.report(true)
		b.annexes()
	case "typed":
		if w.language == "zh" || w.language == "ar" {
			return d, false // typewriters had no letters for them
		}
		d.sheets = 0
		d.manner = manner{typed: true, form: "%d/", heads: also.english + "\n" + also.page, wide: seed%2 == 1}
		if seed%3 == 2 {
			d.atEnd = also.notes
		}
		d.title = strings.ToUpper(d.title)
		b.report(false)
		b.annexes()
	case "columns":
		if w.language == "ar" {
			return d, false
		}
		d.manner = manner{columns: true, anew: seed%2 == 0}
		if seed%2 == 1 {
			d.atEnd = also.notes
		}
		b.report(false)
	case "letter":
		d.manner = manner{foot: also.recycle}
		d.title = also.letter[0]
		b.add("u", also.letter[1])
		b.add("u", also.letter[2])
		for _, line := range strings.Split(also.letter[3], "\n") {
			b.add("signed", line)
		}
		d.blocks = append(d.blocks, block{kind: "annex", text: w.annex + "|" + w.title})
		b.add("orig", also.original)
		d.blocks = append(d.blocks, block{kind: "contents"})
		b.report(true)
	case "pagewise":
		d.manner = manner{pagewise: true}
		b.report(true)
	}
	return d, true
}

// builder writes a document of some ten to twenty pages, part by part.
type builder struct {
	words
	also  further
	d     *document
	r     *rand.Rand
	n     int // paragraphs, of the body or the annex
	noted int // notes
}

func (b *builder) add(kind, text string) {
	b.d.blocks = append(b.d.blocks, block{kind: kind, text: text})
}

func (b *builder) paragraph(text string) {
	b.n++
	b.add("p", b.number(b.n)+"\t"+text)
}

func (b *builder) withNote() string {
	b.noted++
	if b.r.IntN(5) == 0 {
		return "{{fn:" + fmt.Sprintf(b.note, b.noted) + " " + fmt.Sprintf(long[b.language].longNote, 10+b.noted, 300+7*b.noted) + "}}"
	}
	return "{{fn:" + fmt.Sprintf(b.note, b.noted) + "}}"
}

// paragraphs adds so many: with notes, with letters and numbers below them, with quotations, with a year or a number first.
func (b *builder) paragraphs(count int) {
	for range count {
		var text []string
		switch b.r.IntN(9) {
		case 0:
			text = append(text, fmt.Sprintf(b.also.years, 100+b.r.IntN(800)))
		case 1:
			text = append(text, fmt.Sprintf(b.also.counted, 100+b.r.IntN(800)))
		}
		for range 1 + b.r.IntN(3) {
			part := b.prose(b.r.IntN(200), 1+b.r.IntN(3))
			if b.r.IntN(3) == 0 {
				part += b.withNote()
			}
			text = append(text, part)
		}
		b.paragraph(strings.Join(text, b.between))
		switch b.r.IntN(8) {
		case 0:
			for k, l := range letters(b.language) {
				b.add("sub", fmt.Sprintf(long[b.language].sub[0], l)+fmt.Sprintf(b.sub, b.r.IntN(400)))
				if k == 1 {
					for _, i := range []string{"i", "ii"} {
						b.add("sub2", fmt.Sprintf(b.also.item, i, 3+b.r.IntN(90)))
					}
				}
			}
		case 1:
			b.add("quote", b.also.quote)
		}
	}
}

func letters(language string) []string {
	if language == "ar" {
		return []string{"أ", "ب", "ج"}
	}
	return []string{"a", "b", "c"}
}

// report is the body: sections, in the second of them parts with letters, and in these, where deep, ones with numbers.
func (b *builder) report(deep bool) {
	capital := func(s string) string {
		if b.d.typed {
			return strings.ToUpper(s)
		}
		return s
	}
	for k := range 3 + b.r.IntN(2) {
		b.add("h1", capital(b.section(k)))
		if k == 1 {
			b.add("h2", b.heads[2])
			if deep {
				b.add("h3", b.number(1)+"\t"+b.also.overview)
			}
			b.paragraphs(3 + b.r.IntN(3))
			if deep {
				b.add("h3", b.number(2)+"\t"+b.alone)
				b.paragraphs(2)
			}
			b.add("h2", b.heads[3])
		}
		b.paragraphs(5 + b.r.IntN(7))
		if k == 2 && b.language != "ar" && !b.d.typed && !b.d.columns {
			rows := [][]string{append([]string{}, b.table[0]...)}
			for i := range 60 { // goes over two pages and more
				row := append([]string{}, b.table[1+i%3]...)
				row[0] += fmt.Sprintf(" %d", i+1)
				rows = append(rows, row)
			}
			b.d.blocks = append(b.d.blocks, block{kind: "TT", text: b.tableName}, block{kind: "table", rows: rows})
			b.paragraphs(2)
		}
	}
}

// annexes adds two annexes, each numbered anew, and to the first of them an appendix.
func (b *builder) annexes() {
	for k := range 2 {
		b.d.blocks = append(b.d.blocks, b.annexHead(k, 2))
		b.add("orig", b.also.original)
		b.n = 0
		b.paragraphs(4 + b.r.IntN(5))
		if k == 0 {
			mark := "I"
			switch b.language {
			case "zh":
				mark = "一"
			case "ar":
				mark = "الأول"
			}
			b.d.blocks = append(b.d.blocks, block{kind: "annex", text: fmt.Sprintf(b.also.appendix, mark) + "|" + b.tableName, mark: mark, appendix: true})
			b.n = 0
			b.paragraphs(3)
		}
	}
}

// pageHeads is what stands at the head of each page but the first; number is that of the page, in the way of the maker.
func (m manner) pageHeads(symbol, number string) []string {
	if m.heads == "" {
		return []string{symbol}
	}
	return append([]string{symbol}, strings.Split(fmt.Sprintf(html.EscapeString(m.heads), number), "\n")...)
}
