package main

import (
	"fmt"
	"strings"
)

// words are the words of a report in one language.
type words struct {
	language                     string
	masthead                     []string
	title                        string
	heads                        [4]string // I, II, II.A, II.B
	alone                        string    // a heading without number
	sentences                    []string  // each with one %d
	note, sub                    string
	annex, annexTitle, tableName string
	table                        [][]string
	number                       func(n int) string // what stands before a paragraph, without the tab
	between                      string             // of sentences
}

func plain(n int) string { return fmt.Sprintf("%d.", n) }

func arabicIndic(n int) string {
	return strings.Map(func(r rune) rune { return r - '0' + '٠' }, fmt.Sprint(n)) + " -"
}

func documents() []document {
	all := []document{resolution(), letter(), record(), old(), budget(), summary()}
	for _, w := range languages {
		all = append(all, w.report())
	}
	return all
}

// prose is a paragraph of n sentences that no other paragraph has.
func (w words) prose(seed, n int) string {
	var parts []string
	for i := range n {
		parts = append(parts, fmt.Sprintf(w.sentences[(seed+i*(1+seed%3))%len(w.sentences)], 100+seed*17+i*3))
	}
	return strings.Join(parts, w.between)
}

func (w words) report() document {
	d := document{name: "report." + w.language, language: w.language, symbol: "S/2099/7", date: "2099-02-03", job: "99-00800", masthead: w.masthead, title: w.title, sheets: 6}
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	n := 0
	paragraphs := func(from, to int) {
		for i := from; i < to; i++ {
			n++
			text := w.prose(i, 3+i%3)
			if i%4 == 1 {
				text += "{{fn:" + fmt.Sprintf(w.note, i) + "}}"
			}
			add("p", w.number(n)+"\t"+text)
		}
	}
	add("h1", w.heads[0])
	paragraphs(1, 5)
	add("h1", w.heads[1])
	add("h2", w.heads[2])
	paragraphs(5, 9)
	letters := [2]string{"(a)\t", "(b)\t"}
	if w.language == "ar" {
		letters = [2]string{"(أ)\t", "(ب)\t"}
	}
	add("sub", letters[0]+fmt.Sprintf(w.sub, 12))
	add("sub", letters[1]+fmt.Sprintf(w.sub, 34))
	paragraphs(9, 12)
	add("h4", w.alone)
	paragraphs(12, 15)
	add("h2", w.heads[3])
	paragraphs(15, 18)
	add("TT", w.tableName)
	d.blocks = append(d.blocks, block{kind: "table", rows: w.table})
	paragraphs(18, 23)
	add("annex", w.annex+"|"+w.annexTitle)
	n = 0
	paragraphs(23, 27)
	return d
}

var languages = []words{
	{
		language: "en",
		masthead: []string{"United Nations\tS/2099/7", "Security Council\tDistr.: General", "\t3 February 2099", "", "\tOriginal: English", ""},
		title:    "Report of the Secretary-General on the situation in the valley",
		heads:    [4]string{"I.\tIntroduction", "II.\tSituation in the valley", "A.\tUpper valley", "B.\tLower valley and the coast"},
		alone:    "Roads and bridges",
		sentences: []string{
			"More than %d families left the upper valley after the river had risen in the first week of the month.",
			"The mission counted %d tents along the western road, most of them put up by the villagers themselves.",
			"According to the mayor, about %d pupils went back to school when the bridge was open again.",
			"Nobody knew how many of the %d wells could still be used, since the engineers had not come.",
			"The self-employed traders of the coast, some %d in all, asked for a market of their own.",
			"Between the two harbours %d boats were repaired, and the fishers’ cooperative paid for half of them.",
			"In the lower valley the health post treated %d people, of whom a third were children.",
		},
		note: "As told to the mission in letter No. %d of the mayor.", sub: "Repair of %d kilometres of the western road;",
		annex: "Annex", annexTitle: "Statistics of the valley", tableName: "Villages and what was counted in them",
		table:  [][]string{{"Village", "Families", "Tents", "Wells"}, {"Upper mill", "1,250", "310", "12"}, {"Stone bridge", "870", "95", "7"}, {"Old harbour", "2,430", "–", "31"}, {"Total", "4,550", "405", "50"}},
		number: plain, between: " ",
	},
	{
		language: "fr",
		masthead: []string{"Nations Unies\tS/2099/7", "Conseil de sécurité\tDistr. générale", "\t3 février 2099", "\tFrançais", "\tOriginal : anglais", ""},
		title:    "Rapport du Secrétaire général sur la situation dans la vallée",
		heads:    [4]string{"I.\tIntroduction", "II.\tSituation dans la vallée", "A.\tHaute vallée", "B.\tBasse vallée et littoral"},
		alone:    "Routes et ponts",
		sentences: []string{
			"Plus de %d familles ont quitté la haute vallée après la crue de la rivière, dans la première semaine du mois.",
			"La mission a compté %d tentes le long de la route de l’ouest, dressées pour la plupart par les villageois eux-mêmes.",
			"D’après le maire, environ %d élèves sont retournés à l’école dès la réouverture du pont.",
			"Personne ne savait combien des %d puits pouvaient encore servir, les ingénieurs n’étant pas venus.",
			"Les commerçants du littoral, soit quelque %d personnes, ont demandé un marché qui leur soit propre.",
			"Entre les deux ports, %d bateaux ont été réparés ; la coopérative des pêcheurs en a payé la moitié.",
			"Dans la basse vallée, le poste de santé a soigné %d personnes, dont un tiers étaient des enfants.",
		},
		note: "Selon la lettre no %d du maire à la mission.", sub: "Réfection de %d kilomètres de la route de l’ouest ;",
		annex: "Annexe", annexTitle: "Statistiques de la vallée", tableName: "Villages et dénombrement",
		table:  [][]string{{"Village", "Familles", "Tentes", "Puits"}, {"Moulin haut", "1 250", "310", "12"}, {"Pont de pierre", "870", "95", "7"}, {"Vieux port", "2 430", "–", "31"}, {"Total", "4 550", "405", "50"}},
		number: plain, between: " ",
	},
	{
		language: "es",
		masthead: []string{"Naciones Unidas\tS/2099/7", "Consejo de Seguridad\tDistr. general", "\t3 de febrero de 2099", "\tEspañol", "\tOriginal: inglés", ""},
		title:    "Informe del Secretario General sobre la situación en el valle",
		heads:    [4]string{"I.\tIntroducción", "II.\tSituación en el valle", "A.\tValle alto", "B.\tValle bajo y costa"},
		alone:    "Caminos y puentes",
		sentences: []string{
			"Más de %d familias abandonaron el valle alto después de la crecida del río en la primera semana del mes.",
			"La misión contó %d tiendas a lo largo del camino del oeste, levantadas en su mayoría por los propios aldeanos.",
			"Según el alcalde, unos %d alumnos volvieron a la escuela cuando el puente quedó abierto de nuevo.",
			"Nadie sabía cuántos de los %d pozos podían usarse todavía, pues los ingenieros no habían llegado.",
			"Los comerciantes de la costa, alrededor de %d en total, pidieron un mercado propio.",
			"Entre los dos puertos se repararon %d barcos, y la cooperativa de pescadores pagó la mitad.",
			"En el valle bajo el puesto de salud atendió a %d personas, de las cuales un tercio eran niños.",
		},
		note: "Según la carta núm. %d del alcalde a la misión.", sub: "Reparación de %d kilómetros del camino del oeste;",
		annex: "Anexo", annexTitle: "Estadísticas del valle", tableName: "Aldeas y lo que se contó en ellas",
		table:  [][]string{{"Aldea", "Familias", "Tiendas", "Pozos"}, {"Molino alto", "1.250", "310", "12"}, {"Puente de piedra", "870", "95", "7"}, {"Puerto viejo", "2.430", "–", "31"}, {"Total", "4.550", "405", "50"}},
		number: plain, between: " ",
	},
	{
		language: "ru",
		masthead: []string{"Организация Объединенных Наций\tS/2099/7", "Совет Безопасности\tDistr.: General", "\t3 February 2099", "\tRussian", "\tOriginal: English", ""},
		title:    "Доклад Генерального секретаря о положении в долине",
		heads:    [4]string{"I.\tВведение", "II.\tПоложение в долине", "A.\tВерхняя долина", "B.\tНижняя долина и побережье"},
		alone:    "Дороги и мосты",
		sentences: []string{
			"Более %d семей покинули верхнюю долину после подъема воды в реке в первую неделю месяца.",
			"Миссия насчитала %d палаток вдоль западной дороги, большинство из которых поставили сами жители.",
			"По словам мэра, около %d учеников вернулись в школу, когда мост снова открыли.",
			"Никто не знал, сколькими из %d колодцев еще можно пользоваться, поскольку инженеры не приехали.",
			"Торговцы побережья, всего около %d человек, попросили открыть для них отдельный рынок.",
			"Между двумя гаванями отремонтировали %d лодок, и половину работ оплатил кооператив рыбаков.",
			"В нижней долине медицинский пункт принял %d человек, треть из которых были дети.",
		},
		note: "Сообщено миссии в письме мэра № %d.", sub: "ремонт %d километров западной дороги;",
		annex: "Приложение", annexTitle: "Статистика долины", tableName: "Деревни и результаты подсчета",
		table:  [][]string{{"Деревня", "Семьи", "Палатки", "Колодцы"}, {"Верхняя мельница", "1 250", "310", "12"}, {"Каменный мост", "870", "95", "7"}, {"Старая гавань", "2 430", "–", "31"}, {"Всего", "4 550", "405", "50"}},
		number: plain, between: " ",
	},
	{
		language: "zh",
		masthead: []string{"联合国\tS/2099/7", "安全理事会\tDistr.: General", "\t3 February 2099", "\tChinese", "\tOriginal: English", ""},
		title:    "秘书长关于河谷局势的报告",
		heads:    [4]string{"一.\t导言", "二.\t河谷局势", "A.\t上游", "B.\t下游与海岸"},
		alone:    "道路与桥梁",
		sentences: []string{
			"当月第一周河水上涨之后，超过 %d 户家庭离开了上游地区。",
			"特派团沿西路清点了 %d 顶帐篷，其中大多数由村民自己搭建。",
			"据镇长介绍，大桥重新开放时约有 %d 名学生返回学校。",
			"由于工程师没有到来，没有人知道 %d 口水井中还有多少可以使用。",
			"海岸的商贩共约 %d 人，他们要求设立自己的市场。",
			"两个港口之间修好了 %d 条船，渔民合作社支付了一半费用。",
			"下游卫生站救治了 %d 人，其中三分之一是儿童。",
		},
		note: "见镇长给特派团的第 %d 号信。", sub: "修复西路 %d 公里；",
		annex: "附件", annexTitle: "河谷统计", tableName: "各村清点结果",
		table:  [][]string{{"村庄", "家庭", "帐篷", "水井"}, {"上磨坊", "1 250", "310", "12"}, {"石桥", "870", "95", "7"}, {"老港", "2 430", "–", "31"}, {"共计", "4 550", "405", "50"}},
		number: plain, between: "",
	},
	{
		language: "ar",
		masthead: []string{"الأمم المتحدة\tS/2099/7", "مجلس الأمن\tDistr.: General", "\t3 February 2099", "\tArabic", "\tOriginal: English", ""},
		title:    "تقرير الأمين العام عن الحالة في الوادي",
		heads:    [4]string{"أولا -\tمقدمة", "ثانيا -\tالحالة في الوادي", "ألف -\tأعالي الوادي", "باء -\tأسفل الوادي والساحل"},
		alone:    "الطرق والجسور",
		sentences: []string{
			"غادرت أكثر من %d أسرة أعالي الوادي بعد ارتفاع مياه النهر في الأسبوع الأول من الشهر.",
			"وأحصت البعثة %d خيمة على طول الطريق الغربي، نصب القرويون أنفسهم معظمها.",
			"وذكر العمدة أن نحو %d تلميذا عادوا إلى المدرسة عندما فتح الجسر من جديد.",
			"ولم يعرف أحد كم من الآبار البالغ عددها %d بئرا ما زال صالحا، لأن المهندسين لم يأتوا.",
			"وطلب تجار الساحل، وعددهم قرابة %d تاجر، سوقا خاصة بهم.",
			"وأصلح %d قاربا بين المرفأين، ودفعت تعاونية الصيادين نصف التكاليف.",
			"وعالج المركز الصحي في أسفل الوادي %d شخصا، ثلثهم من الأطفال.",
		},
		note: "انظر رسالة العمدة رقم %d إلى البعثة.", sub: "إصلاح %d كيلومترا من الطريق الغربي؛",
		annex: "المرفق", annexTitle: "إحصاءات الوادي", tableName: "القرى وما أحصي فيها",
		table:  [][]string{{"القرية", "الأسر", "الخيام", "الآبار"}, {"الطاحونة", "1250", "310", "12"}, {"الجسر", "870", "95", "7"}, {"المرفأ", "2430", "–", "31"}, {"المجموع", "4550", "405", "50"}},
		number: arabicIndic, between: " ",
	},
}

var en = languages[0]

// resolution: a preamble without numbers, operative paragraphs with them.
func resolution() document {
	d := document{
		name: "resolution.en", language: "en", symbol: "S/RES/9999 (2099)", date: "2099-02-03", job: "99-00801", sheets: 3,
		masthead: []string{"United Nations\tS/RES/9999 (2099)", "Security Council\tDistr.: General", "\t3 February 2099", ""},
		title:    "Resolution 9999 (2099)",
	}
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	add("u", "Adopted by the Security Council at its 19999th meeting, on 3 February 2099")
	add("u", "*The Security Council*,")
	for i, verb := range []string{"Recalling", "Recognizing", "Noting with concern", "Welcoming", "Stressing", "Reaffirming", "Taking note"} {
		add("u", fmt.Sprintf("*%s* the letters of the mayor, in which %d families of the upper valley ask for a bridge, and the answer that the engineers gave in their report,", verb, 300+i))
	}
	for i, verb := range []string{"Decides", "Requests", "Urges", "Calls upon", "Encourages", "Invites", "Expresses its thanks", "Directs", "Authorizes"} {
		add("p", fmt.Sprintf("%d.\t*%s* the mission and the fishers’ cooperative to repair %d boats and to open the market of the coast before the end of the year;", i+1, verb, 40+i))
		if i == 2 {
			add("sub", "(a)\tTo count the wells of the valley;")
			add("sub", "(b)\tTo report what was counted;")
		}
	}
	add("p", "10.\t*Decides* to remain seized of the matter.")
	return d
}

// letter: text without numbers, an annex with them.
func letter() document {
	d := document{
		name: "letter.en", language: "en", symbol: "A/99/123", date: "2099-02-03", job: "99-00802", sheets: 3,
		masthead: []string{"United Nations\tA/99/123", "General Assembly\tDistr.: General", "\t3 February 2099", "", "\tOriginal: English", "", "Ninety-ninth session", "Agenda item 12", "Bridges and wells", ""},
		title:    "Letter dated 1 February 2099 from the mayor of the valley addressed to the Secretary-General",
	}
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	add("u", "I have the honour to send you the report of the fishers’ cooperative on its work in 2098 (see annex).")
	add("u", "I should be grateful if you would have the present letter and its annex circulated as a document of the General Assembly, under agenda item 12.")
	add("annex", "Annex to the letter dated 1 February 2099 from the mayor of the valley addressed to the Secretary-General|Report of the fishers’ cooperative")
	for i := range 12 {
		add("p", fmt.Sprintf("%d.\t%s", i+1, en.prose(i, 4)))
	}
	return d
}

// record: a verbatim record in two columns.
func record() document {
	d := document{
		name: "record.en", language: "en", symbol: "S/PV.19999", date: "", job: "99-00803", sheets: 3, running: "The situation in the valley",
		masthead: []string{"United Nations\tS/PV.19999", "Security Council", "Ninety-ninth year", ""},
		title:    "19999th meeting",
	}
	for i, speaker := range []string{"The President", "Ms. Rivers (Upper Mill)", "Mr. Stone (Old Harbour)", "The President", "Mr. Well (Stone Bridge)", "Ms. Coast (Lower Valley)"} {
		d.blocks = append(d.blocks, block{kind: "col", text: "*" + speaker + "*: " + en.prose(i, 4)})
		for j := range 3 {
			d.blocks = append(d.blocks, block{kind: "col", text: en.prose(20+i*5+j, 5)})
		}
	}
	return d
}

// old: typed with wide lines and headings in capitals.
func old() document {
	d := document{
		name: "old.en", language: "en", symbol: "E/1999/7", date: "1999-02-03", job: "99-00804", spacing: "200%",
		masthead: []string{"UNITED NATIONS\tE/1999/7", "Economic and Social Council\tDistr. GENERAL", "\t3 February 1999", "\tORIGINAL: ENGLISH", ""},
		title:    "WELLS AND BRIDGES OF THE VALLEY",
	}
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	add("h1", "I.\tINTRODUCTION")
	for i := range 9 {
		if i == 4 {
			add("h1", "II.\tWELLS")
		}
		text := en.prose(i+3, 3)
		if i == 2 {
			text += "{{fn:Letter of the mayor.}}"
		}
		add("p", fmt.Sprintf("%d.\t%s", i+1, text))
	}
	return d
}

// summary: a summary in a box before the text, three annexes, each numbered anew, one of them with notes of its own.
func summary() document {
	d := document{
		name: "summary.en", language: "en", symbol: "A/99/45", date: "2099-02-03", job: "99-00806", sheets: 5,
		masthead: []string{"United Nations\tA/99/45", "General Assembly\tDistr.: General", "\t3 February 2099", "", "\tOriginal: English", "", "Ninety-ninth session", "Agenda item 34", "Bridges and wells", ""},
		title:    "Bridges of the valley\nReport of the Secretary-General",
	}
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	d.blocks = append(d.blocks, block{kind: "box", rows: [][]string{{"*Summary*", en.prose(2, 3), en.prose(3, 4)}}})
	add("h1", "I.\tIntroduction")
	for i := range 3 {
		add("p", fmt.Sprintf("%d.\t%s", i+1, en.prose(i, 4)))
	}
	add("h1", "II.\tBridges")
	for i := range 6 {
		add("p", fmt.Sprintf("%d.\t%s", i+4, en.prose(i+4, 4)))
	}
	for i, a := range []string{"Annex I|Bridges that were repaired", "Annex II|Bridges that were not", "Annex III|Wells near the bridges"} {
		add("annex", a)
		d.blocks[len(d.blocks)-1].mark = []string{"I", "II", "III"}[i]
		for k := range 4 {
			text := en.prose(20+4*i+k, 4)
			if i == 1 && k == 2 {
				text += "{{fn:Letter of the mayor.}}"
			}
			add("p", fmt.Sprintf("%d.\t%s", k+1, text))
		}
	}
	return d
}

// budget: tables that go over pages, a summary before the numbers.
func budget() document {
	d := document{
		name: "budget.en", language: "en", symbol: "A/99/7/Add.3", date: "2099-02-03", job: "99-00805", sheets: 5,
		masthead: []string{"United Nations\tA/99/7/Add.3", "General Assembly\tDistr.: General", "\t3 February 2099", "", "\tOriginal: English", "", "Ninety-ninth session", "Agenda item 34", ""},
		title:    "Programme budget for bridges for 2099",
	}
	add := func(kind, text string) { d.blocks = append(d.blocks, block{kind: kind, text: text}) }
	add("h1", "I.\tIntroduction")
	for i := range 4 {
		add("p", fmt.Sprintf("%d.\t%s", i+1, en.prose(i, 4)))
	}
	rows := [][]string{{"Object of expenditure", "2098 approved", "2099 estimate", "Variance", "Percentage"}}
	for i := range 45 {
		rows = append(rows, []string{fmt.Sprintf("Bridge %d", i+1), fmt.Sprintf("%d,%03d.5", 10+i, i*7), fmt.Sprintf("%d,%03d.0", 11+i, i*9), fmt.Sprintf("(%d.5)", 100+i), fmt.Sprintf("%d.%d", i%9, i%7)})
	}
	add("h1", "II.\tResources")
	add("p", "5.\t"+en.prose(5, 2))
	add("TT", "Resources by bridge")
	d.blocks = append(d.blocks, block{kind: "table", rows: rows})
	for i := range 4 {
		add("p", fmt.Sprintf("%d.\t%s", i+6, en.prose(i+30, 4)))
	}
	return d
}
