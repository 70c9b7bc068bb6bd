package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// phrases are the words of the parts that only long reports have, in one language.
type phrases struct {
	session, item, topic, by, late, summary, contents string
	tableNote, source, annexes                        string // letter notes; a source line; "Annex %s"
	sub                                               [2]string
	longNote                                          string // goes over to the next page now and then
}

var long = map[string]phrases{
	"en": {
		"Ninety-ninth session", "Item 34 of the provisional agenda*", "Bridges and wells", "Report of the Secretary-General", "The present report was submitted late so that the last letters of the mayor could be read.", "Summary", "Contents",
		"Without those that were carried off by the river.", "Source: registers of the villages.", "Annex %s",
		[2]string{"(%s)\t", "(%s)\t"},
		"The mayor gave the mission the registers of %[1]d villages, in which the families, the tents and the wells are entered by hand and corrected by the elders each spring; the mission copied %[2]d pages and counted the rest.",
	},
	"fr": {
		"Quatre-vingt-dix-neuvième session", "Point 34 de l’ordre du jour provisoire*", "Ponts et puits", "Rapport du Secrétaire général", "Le présent rapport a été soumis tardivement afin que les dernières lettres du maire puissent être lues.", "Résumé", "Table des matières",
		"Sans ceux que la rivière a emportés.", "Source : registres des villages.", "Annexe %s",
		[2]string{"%s)\t", "%s)\t"},
		"Le maire a remis à la mission les registres de %[1]d villages, où familles, tentes et puits sont inscrits à la main et corrigés par les anciens à chaque printemps ; la mission a copié %[2]d pages et compté le reste.",
	},
	"es": {
		"Nonagésimo noveno período de sesiones", "Tema 34 del programa provisional*", "Puentes y pozos", "Informe del Secretario General", "El presente informe se presentó con retraso para que pudieran leerse las últimas cartas del alcalde.", "Resumen", "Índice",
		"Sin los que se llevó el río.", "Fuente: registros de las aldeas.", "Anexo %s",
		[2]string{"%s)\t", "%s)\t"},
		"El alcalde entregó a la misión los registros de %[1]d aldeas, en que familias, tiendas y pozos se anotan a mano y los ancianos los corrigen cada primavera; la misión copió %[2]d páginas y contó el resto.",
	},
	"ru": {
		"Девяносто девятая сессия", "Пункт 34 предварительной повестки дня*", "Мосты и колодцы", "Доклад Генерального секретаря", "Настоящий доклад был представлен с опозданием, чтобы можно было прочесть последние письма мэра.", "Резюме", "Содержание",
		"Без тех, что унесла река.", "Источник: книги деревень.", "Приложение %s",
		[2]string{"%s)\t", "%s)\t"},
		"Мэр передал миссии книги %[1]d деревень, в которые от руки вносят семьи, палатки и колодцы, а старейшины каждую весну их исправляют; миссия переписала %[2]d страниц и сосчитала остальное.",
	},
	"zh": {
		"第九十九届会议", "临时议程* 项目 34", "桥梁与水井", "秘书长的报告", "本报告迟交，以便阅读镇长的最后几封信。", "摘要", "目录",
		"不包括被河水冲走的。", "资料来源：各村登记册。", "附件%s",
		[2]string{"(%s)\t", "㈠ "},
		"镇长把 %[1]d 个村的登记册交给特派团，家庭、帐篷和水井都由人手记入，每年春天由长者更正；特派团抄录了 %[2]d 页，其余的重新清点。",
	},
	"ar": {
		"الدورة التاسعة والتسعون", "البند 34 من جدول الأعمال المؤقت*", "الجسور والآبار", "تقرير الأمين العام", "تأخر تقديم هذا التقرير كي تقرأ آخر رسائل العمدة.", "موجز", "المحتويات",
		"باستثناء ما جرفه النهر.", "المصدر: سجلات القرى.", "المرفق %s",
		[2]string{"(%s)\t", "(%s)\t"},
		"وسلم العمدة إلى البعثة سجلات %[1]d قرية تدون فيها الأسر والخيام والآبار باليد ويصححها الشيوخ كل ربيع؛ ونسخت البعثة %[2]d صفحة وأحصت ما تبقى.",
	},
}

var ordinals = map[string][]string{
	"zh": {"一", "二", "三", "四", "五", "六"},
	"ar": {"أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا"},
	"":   {"I", "II", "III", "IV", "V", "VI"},
}

// of picks what a language has, or what most have.
func of(m map[string][]string, language string) []string {
	if own, ok := m[language]; ok {
		return own
	}
	return m[""]
}

// long is a report of some ten to twenty pages in one of the layouts that reports of the Secretary-General have: which of
// their parts it has, and how long each is, follows from seed.
func (w words) long(seed uint64) document {
	r := rand.New(rand.NewPCG(seed, uint64(w.language[0])<<8|uint64(w.language[1])))
	more := long[w.language]
	d := document{name: fmt.Sprintf("long.%02d.%s", seed, w.language), language: w.language, symbol: fmt.Sprintf("S/2099/%d", 100+seed), date: "2099-02-03", job: fmt.Sprintf("99-%05d", 12300+seed), title: w.title, sheets: 20}
	assembly := seed%2 == 1
	if assembly {
		d.symbol = fmt.Sprintf("A/99/%d", 100+seed)
	}
	for _, line := range w.masthead {
		d.masthead = append(d.masthead, strings.ReplaceAll(line, "S/2099/7", d.symbol))
	}
	if assembly {
		d.masthead = append(d.masthead, more.session, strings.Replace(more.item, "*", "{{star:*|A/99/50.}}", 1), more.topic, "")
		d.title = w.title + "\n" + more.by
		if r.IntN(2) == 0 {
			d.title += "{{star:**|" + more.late + "}}"
		}
	}
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	if assembly && r.IntN(2) == 0 {
		d.blocks = append(d.blocks, block{kind: "box", rows: [][]string{{"*" + more.summary + "*", w.prose(r.IntN(50), 3), w.prose(r.IntN(50), 4)}}})
	}
	if r.IntN(3) == 0 {
		d.contents = more.contents
	}
	n, notes := 0, 0
	noted := func() string {
		notes++
		if r.IntN(5) == 0 {
			return "{{fn:" + fmt.Sprintf(w.note, notes) + " " + fmt.Sprintf(more.longNote, 10+notes, 300+7*notes) + "}}"
		}
		return "{{fn:" + fmt.Sprintf(w.note, notes) + "}}"
	}
	paragraphs := func(count int) {
		for range count {
			n++
			var text []string
			for range 1 + r.IntN(3) {
				part := w.prose(r.IntN(200), 1+r.IntN(3))
				if r.IntN(4) == 0 {
					part += noted()
				}
				text = append(text, part)
			}
			add("p", w.number(n)+"\t"+strings.Join(text, w.between))
			if r.IntN(7) == 0 {
				letters := []string{"a", "b", "c"}
				if w.language == "ar" {
					letters = []string{"أ", "ب", "ج"}
				}
				for _, l := range letters {
					add("sub", fmt.Sprintf(more.sub[0], l)+fmt.Sprintf(w.sub, r.IntN(400)))
				}
			}
		}
	}
	tables := 0
	table := func() {
		tables++
		d.blocks = append(d.blocks, w.tableOf(r, tables)...)
	}
	for k := range 3 + r.IntN(3) {
		add("h1", w.section(k))
		if k == 1 {
			add("h2", w.heads[2])
			paragraphs(3 + r.IntN(4))
			if r.IntN(2) == 0 {
				add("h4", w.alone)
				paragraphs(2)
			}
			add("h2", w.heads[3])
		}
		paragraphs(4 + r.IntN(8))
		if k > 0 && r.IntN(2) == 0 {
			table()
			paragraphs(2)
		}
	}
	annexes := r.IntN(3)
	for k := range annexes {
		d.blocks = append(d.blocks, w.annexHead(k, annexes))
		n = 0
		paragraphs(3 + r.IntN(4))
	}
	return d
}

// tableOf is the table with a number, now and then on a turned page, or with notes to its cells.
func (w words) tableOf(r *rand.Rand, number int) []block {
	rows := [][]string{append([]string{}, w.table[0]...)}
	for k := range 4 + r.IntN(12) {
		row := append([]string{}, w.table[1+k%3]...)
		for c := 1; c < len(row); c++ {
			row[c] = fmt.Sprint(10 + r.IntN(900))
		}
		row[0] += fmt.Sprintf(" %d", k+1)
		rows = append(rows, row)
	}
	title := block{kind: "TT", text: w.tableName + fmt.Sprintf(" %d", number)}
	b := block{kind: "table", rows: rows, wide: r.IntN(3) == 0}
	if b.wide || r.IntN(2) > 0 {
		return []block{title, b}
	}
	rows[1][1] += "{{tn:a}}"
	rows[3][2] += "{{tn:b}}"
	return []block{
		title, b,
		{kind: "TN", text: "{{tn:a}}\t" + long[w.language].tableNote},
		{kind: "TN", text: "{{tn:b}}\t" + fmt.Sprintf(w.note, 800+number)},
	}
}

// section is the heading of the section with an index.
func (w words) section(k int) string {
	title := []string{w.heads[0], w.heads[1], w.heads[3], w.heads[2]}[min(k, 3)]
	_, title, _ = strings.Cut(title, "\t")
	mark := of(ordinals, w.language)[k]
	if w.language == "ar" {
		return mark + " -\t" + title
	}
	return mark + ".\t" + title
}

// annexHead is the head of the annex with an index, numbered where there are several.
func (w words) annexHead(k, of int) block {
	word, mark := w.annex, ""
	if of > 1 {
		mark = ordinals[""][k]
		switch w.language {
		case "zh":
			mark = ordinals["zh"][k]
		case "ar":
			mark = []string{"الأول", "الثاني"}[k]
		}
		word = fmt.Sprintf(long[w.language].annexes, mark)
	}
	return block{kind: "annex", text: word + "|" + w.annexTitle, mark: mark}
}
