package reading

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/assets/fonts"
	"figurebook.org/figurebook/data"
)

// wordFile is a Word document made of its parts.
func wordFile(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, content := range parts {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// valleyWord is a report with Word's own numbers, a note, tracked changes, a table and a masthead in its page header.
func valleyWord(t testing.TB) []byte {
	t.Helper()
	plain := func(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }
	listed := func(level, inner string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="7"/></w:numPr></w:pPr>` + inner + `</w:p>`
	}
	cell := func(text string) string { return `<w:tc>` + plain(text) + `</w:tc>` }
	return wordFile(t, map[string]string{
		"word/document.xml": `<w:document` + space + `><w:body>` +
			plain("Report of the Secretary-General on the valley") +
			`<w:p><w:pPr><w:pStyle w:val="Head1"/></w:pPr><w:r><w:t>Introduction</w:t></w:r></w:p>` +
			listed("0", `<w:r><w:t xml:space="preserve">The valley is home to more than </w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del><w:ins><w:r><w:t>7,000</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> people.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>`) +
			listed("0", `<w:r><w:t>Between 300 and 400 teachers work there</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>today.</w:t></w:r>`) +
			`<w:tbl><w:tr>` + cell("Village") + cell("Tents") + `</w:tr><w:tr>` + cell("Upper") + cell("120") + `</w:tr></w:tbl>` +
			`<w:p><w:pPr><w:pStyle w:val="Head1"/></w:pPr><w:r><w:t>Situation</w:t></w:r></w:p>` +
			listed("0", `<w:r><w:t>There are 7 schools.</w:t></w:r>`) +
			`</w:body></w:document>`,
		"word/header1.xml":   `<w:hdr` + space + `>` + plain("S/2099/7") + plain("3 February 2099") + plain("Not of the masthead") + `</w:hdr>`,
		"word/footnotes.xml": `<w:footnotes` + space + `><w:footnote w:id="0">` + plain("separator") + `</w:footnote><w:footnote w:id="2">` + plain("As told by the mayor.") + `</w:footnote></w:footnotes>`,
		"word/styles.xml":    `<w:styles` + space + `><w:style w:styleId="Head1"><w:basedOn w:val="Head"/></w:style><w:style w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style></w:styles>`,
		"word/numbering.xml": `<w:numbering` + space + `><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
	})
}

func readBytes(raw []byte, name string) (*data.Report, error) {
	return Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), name, Hints{})
}

// outline is a report in few lines, for tests.
func outline(r *data.Report) []string {
	all := []string{r.Symbol + " " + r.Date + " " + r.Language + " " + r.Title}
	for _, s := range r.Sections {
		all = append(all, "§"+s.Path+" "+s.Title)
	}
	for _, p := range r.Paragraphs {
		all = append(all, p.Number+" "+p.Section+"|"+p.Text)
	}
	for _, f := range r.Footnotes {
		p, _ := r.Paragraph(f.Paragraph)
		all = append(all, f.ID()+" at "+f.Paragraph+f.Section+" "+string([]rune(p.Text)[f.Start:f.End])+": "+f.Text)
	}
	for _, t := range r.Tables {
		for _, row := range t.Rows {
			all = append(all, "table "+t.Paragraph+": "+strings.Join(row, " / "))
		}
	}
	return all
}

func TestRead_word(t *testing.T) {
	r, err := readBytes(valleyWord(t), "valley.docx")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"S/2099/7 2099-02-03 en Report of the Secretary-General on the valley",
		"§I Introduction", "§II Situation",
		"1 I|The valley is home to more than 7,000 people.1",
		"2 I|Between 300 and 400 teachers work there today.",
		"3 II|There are 7 schools.",
		"fn1 at 1 1: As told by the mayor.",
		"table 2: Village / Tents", "table 2: Upper / 120",
	}
	if diff := cmp.Diff(want, outline(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRead_webPage(t *testing.T) {
	r, err := readBytes([]byte(`<!DOCTYPE html><html><head><title>The valley | A site</title><script>var a = "1. No text";</script></head><body>
<nav><ol><li>Menu</li></ol></nav><main><h1>Report on the valley (S/2099/7)</h1>
<h2>I. Introduction</h2><ol><li>The valley has <b>7,000</b> residents.<sup>1</sup></li><li>About 40&nbsp;guards watch it.</li></ol>
<h2>II. Situation</h2><ol start="3"><li>There are 7&nbsp;km<sup>2</sup> of fields.</li></ol>
<table><tr><th>Village</th><th>Tents</th></tr><tr><td>Upper</td><td>120</td></tr></table></main><footer>1. Imprint</footer></body></html>`), "valley.html")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"S/2099/7 en Report on the valley",
		"§I Introduction", "§II Situation",
		"1 I|The valley has 7,000 residents.1",
		"2 I|About 40 guards watch it.",
		"3 II|There are 7 km2 of fields.",
		"table 3: Village / Tents", "table 3: Upper / 120",
	}
	got := outline(r)
	got[0] = strings.Join(strings.Fields(got[0]), " ")
	want[0] = strings.TrimSpace(want[0])
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRead_sixLanguages: masthead, sections, numbers, footnotes and the reporting period in each official language.
func TestRead_sixLanguages(t *testing.T) {
	for language, text := range map[string]string{
		"en": "United Nations    S/2099/7\nSecurity Council    Distr.: General\n    3 February 2099\n    Original: French\n\nReport of the Secretary-General on the valley\n\nI. Introduction\n\n1. This report covers the period from 1 July to 31 December 2098.1 It is short.\n\n____________\n1 As told by the mayor.\n",
		"fr": "Nations Unies    S/2099/7\nConseil de sécurité    Distr. générale\n    3 février 2099\n    Français\n    Original : français\n\nRapport du Secrétaire général sur la vallée\n\nI. Introduction\n\n1. Le présent rapport porte sur la période du 1er juillet au 31 décembre 2098.1 Il est court et dans les temps.\n\n____________\n1 Selon le maire.\n",
		"es": "Naciones Unidas    S/2099/7\nConsejo de Seguridad    Distr. general\n    3 de febrero de 2099\n    Español\n    Original: francés\n\nInforme del Secretario General sobre el valle\n\nI. Introducción\n\n1. El informe abarca el período comprendido entre el 1 de julio y el 31 de diciembre de 2098.1 Los datos son pocos.\n\n____________\n1 Según el alcalde.\n",
		"ru": "Организация Объединенных Наций    S/2099/7\nСовет Безопасности    Distr.: General\n    3 февраля 2099 года\n    Russian\n    Original: French\n\nДоклад Генерального секретаря о долине\n\nI. Введение\n\n1. Доклад охватывает период с 1 июля по 31 декабря 2098 года.1 Он краток.\n\n____________\n1 Со слов мэра.\n",
		"zh": "联合国    S/2099/7\n安全理事会    Distr.: General\n    3 February 2099\n    Chinese\n    Original: French\n\n秘书长关于河谷的报告\n\n一. 导言\n\n1. 本报告所述期间为 2098 年 7 月至 12 月。1 报告很短。\n\n____________\n1 镇长提供。\n",
		"ar": "الأمم المتحدة    S/2099/7\nمجلس الأمن    Distr.: General\n    3 February 2099\n    Arabic\n    Original: French\n\nتقرير الأمين العام عن الوادي\n\nأولا - مقدمة\n\n1 - يغطي هذا التقرير الفترة من 1 تموز/يوليه إلى 31 كانون الأول/ديسمبر 2098.1 وهو قصير.\n\n____________\n1 كما ذكر العمدة.\n",
	} {
		t.Run(language, func(t *testing.T) {
			r, err := readBytes([]byte(text), "report.txt")
			if err != nil {
				t.Fatal(err)
			}
			if r.Symbol != "S/2099/7" || r.Date != "2099-02-03" || r.Original != "fr" || r.Language != language || r.Period != "2098-H2" {
				t.Errorf("symbol %q, date %q, original %q, language %q, period %q", r.Symbol, r.Date, r.Original, r.Language, r.Period)
			}
			if len(r.Sections) != 1 || len(r.Paragraphs) != 1 || len(r.Footnotes) != 1 || r.Footnotes[0].Paragraph != "1" || len(r.Notes) != 0 {
				t.Errorf("%q, notes %v", outline(r), r.Notes)
			}
			if strings.ContainsAny(r.Title, "0123456789") || r.Title == "" {
				t.Errorf("title %q", r.Title)
			}
		})
	}
}

func TestRead_annexes(t *testing.T) {
	r, err := readBytes([]byte("A report\n\nContents\n\nI. Introduction ........ 3\n\nII. Situation\nof the valley ........ 4\n\nI. Introduction\n\n1. One\nthing\nor two.\n\nII. Situation\n\n2. Two\nthings\nor three.\n\nAnnex I\n\nStatistics of the valley\n\nA. Tents\n\n1. There were 120 tents.\n\n2. None is left.\n\nAnnex II\n\nMap of the valley\n\nThe map shows all of it.\n"), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"  en A report", "§I Introduction", "§II Situation", "§annex-I Annex I: Statistics of the valley", "§annex-I.A Tents", "§annex-II Annex II: Map of the valley",
		"1 I|One thing or two.", "2 II|Two things or three.", "annex-I/1 annex-I.A|There were 120 tents.", "annex-I/2 annex-I.A|None is left.", "annex-II/u1 annex-II|The map shows all of it.",
	}
	if diff := cmp.Diff(want, outline(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRead_runningLines: heads and feet that return on every page are no text.
func TestRead_runningLines(t *testing.T) {
	text := "A report\n\n1. The valley is\nwide and\n"
	for _, colour := range []string{"red", "blue", "grey", "white", "brown"} {
		text += "Valley papers, No. 7\n\fThe Institute of Valleys\n"
		for _, part := range []string{"north", "east", "south", "west", "middle", "edge"} {
			text += "green or " + colour + " in the " + part + ", and it is\n"
		}
	}
	r, err := readBytes([]byte(text+"ours.\n"), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Paragraphs[0].Text; strings.Contains(got, "Institute") || strings.Contains(got, "papers") || strings.Count(got, "green") != 30 {
		t.Errorf("read %q", got)
	}
}

func TestRead_hostileFiles(t *testing.T) {
	bomb := strings.Repeat("<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>", 1<<21)
	for name, c := range map[string]struct {
		raw  []byte
		want data.FaultKind
	}{
		"a small archive that unfolds": {wordFile(t, map[string]string{"word/document.xml": "<w:document" + space + "><w:body>" + bomb}), data.FileTooLarge},
		"elements without end":         {wordFile(t, map[string]string{"word/document.xml": strings.Repeat("<w:p>", 1<<20)}), data.DamagedFile},
		"an entity":                    {wordFile(t, map[string]string{"word/document.xml": `<!DOCTYPE a [<!ENTITY b "c">]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>`}), data.DamagedFile},
		"another kind of archive":      {wordFile(t, map[string]string{"xl/workbook.xml": "<a/>"}), data.UnknownFormat},
		"an archive cut short":         {valleyWord(t)[:300], data.DamagedFile},
		"no text":                      {wordFile(t, map[string]string{"word/document.xml": "<w:document" + space + "/>"}), data.EmptyFile},
	} {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			_, err := readBytes(c.raw, "a.docx")
			var fault *data.Fault
			if !errors.As(err, &fault) || fault.Kind != c.want {
				t.Errorf("got %v, want the fault %s", err, c.want)
			}
			if spent := time.Since(begun); spent > 30*time.Second {
				t.Errorf("took %v", spent)
			}
		})
	}
}

// valleyPDF is a report of two pages with a note.
func valleyPDF(t testing.TB) []byte {
	t.Helper()
	pdf := fpdf.New("P", "pt", "A4", "")
	at := func(x, y, size float64, text string) {
		pdf.SetFont("Times", "", size)
		pdf.Text(x, y, text)
	}
	pdf.AddPage()
	at(430, 60, 10, "S/2099/7")
	at(400, 72, 10, "Distr.: General")
	at(400, 84, 10, "3 February 2099")
	at(100, 140, 14, "Report on the valley")
	at(90, 170, 12, "I.")
	at(120, 170, 12, "Introduction")
	at(120, 200, 10, "1.")
	at(150, 200, 10, "The mission counted 1,250 tents in the valley,")
	at(120, 212, 10, "and nobody disputed it.")
	at(222, 208, 6, "1")
	at(120, 236, 10, "2.")
	at(150, 236, 10, "It was a cold")
	at(110, 700, 6, "1")
	at(116, 703, 8, "As told by the mayor.")
	at(90, 780, 8, "99-00001")
	pdf.AddPage()
	at(90, 60, 8, "S/2099/7")
	at(120, 100, 10, "winter, and 40 guards left.")
	at(90, 780, 8, "2/2")
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestRead_pdf(t *testing.T) {
	r, err := readBytes(valleyPDF(t), "valley.pdf")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"S/2099/7 2099-02-03 en Report on the valley", "§I Introduction",
		"1 I|The mission counted 1,250 tents in the valley, and nobody disputed it.1",
		"2 I|It was a cold winter, and 40 guards left.",
		"fn1 at 1 1: As told by the mayor.",
	}
	if diff := cmp.Diff(want, outline(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzRead_word(f *testing.F) {
	f.Add(`<w:p><w:r><w:t>1. A</w:t></w:r></w:p>`)
	f.Add(`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:del>`)
	f.Fuzz(func(t *testing.T, document string) {
		if _, err := readBytes(wordFile(t, map[string]string{"word/document.xml": document}), "a.docx"); err != nil {
			var fault *data.Fault
			if !errors.As(err, &fault) {
				t.Errorf("an error that is no fault: %v", err)
			}
		}
	})
}

func FuzzRead_webPage(f *testing.F) {
	f.Add("<html><body><ol><li>a<table><tr><td>b")
	f.Fuzz(func(t *testing.T, page string) {
		if _, err := readBytes([]byte("<html>"+page), "a.html"); err != nil {
			var fault *data.Fault
			if !errors.As(err, &fault) {
				t.Errorf("an error that is no fault: %v", err)
			}
		}
	})
}

// TestRead_chinesePDF: Han without blanks between lines, digits with blanks in numbers, a masthead in two languages.
func TestRead_chinesePDF(t *testing.T) {
	pdf := fpdf.New("P", "pt", "A4", "")
	pdf.AddUTF8FontFromBytes("Report", "", fonts.Regular)
	at := func(x, y, size float64, text string) {
		pdf.SetFont("Report", "", size)
		pdf.Text(x, y, text)
	}
	pdf.AddPage()
	at(90, 60, 10, "联合国")
	at(430, 60, 10, "S/2099/7")
	at(90, 90, 14, "安全理事会")
	at(400, 84, 10, "Distr.: General")
	at(400, 96, 10, "3 February 2099")
	at(400, 120, 10, "Chinese")
	at(400, 132, 10, "Original: English")
	at(120, 170, 14, "秘书长关于河谷局势的报告")
	at(90, 200, 12, "一.")
	at(120, 200, 12, "导言")
	at(120, 230, 10.5, "1.")
	at(150, 230, 10.5, "河谷住有大约 1 500 名居民，其中")
	at(120, 246, 10.5, "超过 300 名是儿童。")
	at(218, 242, 6.5, "1")
	at(120, 272, 10.5, "2.")
	at(150, 272, 10.5, "警卫人数从 1 500 人减少到")
	at(115, 700, 6, "1")
	at(121, 703, 8.5, "镇长提供的信息。")
	at(90, 780, 8, "99-00001 (C)")
	pdf.AddPage()
	at(90, 60, 8, "S/2099/7")
	at(120, 100, 10.5, "400 人。")
	at(90, 780, 8, "2/2")
	var out bytes.Buffer
	if err := pdf.Output(&out); err != nil {
		t.Fatal(err)
	}
	r, err := readBytes(out.Bytes(), "valley.pdf")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"S/2099/7 2099-02-03 zh 秘书长关于河谷局势的报告", "§一 导言",
		"1 一|河谷住有大约 1 500 名居民，其中超过 300 名是儿童。1",
		"2 一|警卫人数从 1 500 人减少到 400 人。",
		"fn1 at 1 1: 镇长提供的信息。",
	}
	if diff := cmp.Diff(want, outline(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r.Original != "en" {
		t.Errorf("the original is in %q", r.Original)
	}
}

// TestRead_wideCells: a cell that goes over several columns leaves what stands below and beside it in its own column; a table
// in a cell is the cell's text; two annexes without numbers are told apart; a number without text is noted.
func TestRead_wideCells(t *testing.T) {
	want := [][]string{{"Village", "Counted", "", "Note"}, {"", "Tents", "Wells", ""}, {"Upper", "120", "4", "dry east"}}
	r, err := readBytes([]byte(`<html><body><p>1. A report.</p><table><tr><th>Village</th><th colspan="2">Counted</th><th>Note</th></tr>
<tr><td></td><td>Tents</td><td>Wells</td><td></td></tr><tr><td>Upper</td><td>120</td><td>4</td><td>dry east</td></tr></table></body></html>`), "a.html")
	if err != nil || len(r.Tables) != 1 {
		t.Fatalf("%v, %v", r, err)
	}
	if diff := cmp.Diff(want, r.Tables[0].Rows); diff != "" {
		t.Errorf("web page (-want +got):\n%s", diff)
	}
	cell := func(properties, text string) string {
		return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>"
	}
	inner := "<w:tc><w:tbl><w:tr>" + cell("", "dry") + cell("", "east") + "</w:tr></w:tbl><w:p/></w:tc>"
	r, err = readBytes(wordFile(t, map[string]string{"word/document.xml": "<w:document" + space + "><w:body><w:p><w:r><w:t>1. A report.</w:t></w:r></w:p><w:tbl>" +
		"<w:tr>" + cell("", "Village") + cell(`<w:gridSpan w:val="2"/>`, "Counted") + cell("", "Note") + "</w:tr>" +
		"<w:tr>" + cell("", "") + cell("", "Tents") + cell("", "Wells") + cell("", "") + "</w:tr>" +
		"<w:tr>" + cell("", "Upper") + cell("", "120") + cell("", "4") + inner + "</w:tr></w:tbl></w:body></w:document>"}), "a.docx")
	if err != nil || len(r.Tables) != 1 {
		t.Fatalf("%v, %v", r, err)
	}
	for i, row := range r.Tables[0].Rows {
		for k, c := range row {
			r.Tables[0].Rows[i][k] = strings.Join(strings.Fields(c), " ")
		}
	}
	if diff := cmp.Diff(want, r.Tables[0].Rows); diff != "" {
		t.Errorf("Word (-want +got):\n%s", diff)
	}
}

func TestRead_settles(t *testing.T) {
	r, err := readBytes([]byte("A report\n\n1. One thing.\n\n2.\n\nAnnex\n\nTents\n\n1. Many.\n\nAnnex\n\nWells\n\n1. Few.\n"), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	var numbers []string
	for _, p := range r.Paragraphs {
		numbers = append(numbers, p.Number)
	}
	if diff := cmp.Diff([]string{"1", "annex/1", "annex+2/1"}, numbers); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(r.Notes) != 1 || r.Notes[0].Kind != "paragraph_without_text" || r.Notes[0].Detail != "2" {
		t.Errorf("notes %v", r.Notes)
	}
}

// TestRead_tableNotes: what stands below a table is tied to it: its notes by the raised letters in its cells, its source; a
// letter that ends an ordinal stays; an exponent stays, and so does the mark behind it.
func TestRead_tableNotes(t *testing.T) {
	r, err := readBytes([]byte(`<html><body><p>1. A report.</p><p>2. It has a table.</p><table><tr><th>Village</th><th>Tents<sup>a</sup></th><th>Area (km<sup>2</sup>)</th></tr>
<tr><td>Upper, 2<sup>e</sup> count</td><td>120<sup>b</sup></td><td>4</td></tr><tr><td>Lower</td><td>30</td><td>7<sup>1</sup></td></tr></table>
<p>Source: registers of the villages.</p><p><sup>a</sup> Without those carried off.</p><p><sup>b</sup> Counted twice.</p><p>3. It ends.</p></body></html>`), "a.html")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{{"Village", "Tents", "Area (km2)"}, {"Upper, 2e count", "120", "4"}, {"Lower", "30", "7"}}
	if len(r.Tables) != 1 {
		t.Fatalf("%d tables", len(r.Tables))
	}
	if diff := cmp.Diff(want, r.Tables[0].Rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	notes := []data.Footnote{{Mark: "Source", Table: 1, Text: "registers of the villages."}, {Mark: "a", Table: 1, Text: "Without those carried off."}, {Mark: "b", Table: 1, Text: "Counted twice."}}
	if diff := cmp.Diff(notes, r.Footnotes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
	if len(r.Paragraphs) != 3 || r.Paragraphs[2].Text != "It ends." || r.Footnotes[1].ID() != "fn1a" {
		t.Errorf("%v", r.Paragraphs)
	}
}

// TestRead_noteOverleaf: a note that goes on at the foot of the next page is one note, and no text of a paragraph.
func TestRead_noteOverleaf(t *testing.T) {
	r, err := readBytes([]byte("A report\n\n1. The mission counted the tents.1 It was\n\n__________\n1 As told by the mayor, who keeps\n\f\ncold.\n\n2. It left.2\n\n__________\nthe registers.\n2 On foot.\n\f\n3. It came again.\n"), "a.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1 |The mission counted the tents.1 It was cold.", "2 |It left.2", "3 |It came again.", "fn1 at 1 1: As told by the mayor, who keeps the registers.", "fn2 at 2 2: On foot."}
	if diff := cmp.Diff(want, outline(r)[1:]); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRead_captionsInWord: what Word writes above a table in paragraphs of their own is its title, and no text of the paragraph
// before it; a raised letter behind a number is no part of it, and one behind a title's word none of the title.
func TestRead_captionsInWord(t *testing.T) {
	p := func(text string) string {
		text = strings.ReplaceAll(text, "^a", `</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>a</w:t></w:r><w:r><w:t xml:space="preserve">`)
		return `<w:p><w:r><w:t xml:space="preserve">` + text + "</w:t></w:r></w:p>"
	}
	row := func(cells ...string) string {
		out := "<w:tr>"
		for _, c := range cells {
			out += "<w:tc>" + p(c) + "</w:tc>"
		}
		return out + "</w:tr>"
	}
	r, err := readBytes(wordFile(t, map[string]string{"word/document.xml": "<w:document" + space + "><w:body>" + p("Report on the valley^a") + p("1. It has mules.") + p("2. The count came: some 300^a people live there.") +
		p("Table 1") + p("People by village") + "<w:tbl>" + row("Village", "People^a") + row("Upper", "120") + row("Lower", "180") + "</w:tbl>" + p("^a Without guests.") + p("3. It ends.") + "</w:body></w:document>"}), "a.docx")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Paragraphs) != 3 || r.Paragraphs[1].Text != "The count came: some 300 people live there." || r.Title != "Report on the valley" {
		t.Errorf("%q, %v", r.Title, r.Paragraphs)
	}
	if len(r.Tables) != 1 || r.Tables[0].Title != "Table 1 People by village" || r.Tables[0].Rows[0][1] != "People" || len(r.Footnotes) != 1 || r.Footnotes[0].Table != 1 {
		t.Errorf("%+v, %+v", r.Tables, r.Footnotes)
	}
}

// TestRead_extract: an extract begins with any number, and lacks none before it.
func TestRead_extract(t *testing.T) {
	r, err := readBytes([]byte("84. The valley has wells, which were counted twice.\n\n85. It has mules, which nobody counted.\n"), "a.txt")
	if err != nil || len(r.Paragraphs) != 2 || r.Paragraphs[0].Number != "84" || len(r.Notes) != 0 {
		t.Errorf("%+v, %v", r, err)
	}
}

// TestRead_highCells: a cell that goes over several rows keeps its column free in those below.
func TestRead_highCells(t *testing.T) {
	r, err := readBytes([]byte(`<html><body><p>1. A report.</p><table><tr><th rowspan="2">Village</th><th colspan="2">Counted</th></tr><tr><th>Tents</th><th>Wells</th></tr>
<tr><td rowspan="2">Upper</td><td>120</td><td>4</td></tr><tr><td>130</td><td>5</td></tr></table></body></html>`), "a.html")
	if err != nil || len(r.Tables) != 1 {
		t.Fatalf("%v, %v", r, err)
	}
	want := [][]string{{"Village", "Counted", ""}, {"", "Tents", "Wells"}, {"Upper", "120", "4"}, {"", "130", "5"}}
	if diff := cmp.Diff(want, r.Tables[0].Rows); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestRead_periodInTitle: a title that names the reporting period is believed.
func TestRead_periodInTitle(t *testing.T) {
	for text, want := range map[string]string{
		"Report on the valley, covering the period from 1 January to 30 June 2098\n\n1. It has mules.\n\n2. It has wells.\n": "2098-H1",
		"关于2098年1月1日至6月30日期间河谷局势的报告\n\n1. 河谷有骡子。\n\n2. 河谷有水井。\n":                                                             "2098-H1",
		"Report on the valley\n\n1. It has mules.\n\n2. It has wells.\n":                                                     "",
	} {
		if r, err := readBytes([]byte(text), "a.txt"); err != nil || r.Period != want {
			t.Errorf("%q: period %q, %v", r.Title, r.Period, err)
		}
	}
}
