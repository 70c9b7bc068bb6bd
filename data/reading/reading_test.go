package reading

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/data"
)

// TestRead_layouts: our own reports in the layouts of converters: hard-wrapped lines with a blank line after each, notes
// in mid-paragraph, marks glued to words, running heads.
func TestRead_layouts(t *testing.T) {
	for _, c := range []struct {
		file       string
		want       data.Report
		paragraphs []string
	}{
		{
			"testdata/valley.zh.txt",
			data.Report{
				Language: "zh", Title: "秘书长关于河谷局势的第三次报告", Period: "2020-H2",
				Sections:  []data.Section{{Path: "一", Number: "一", Title: "导言", Level: 1}, {Path: "二", Number: "二", Title: "局势", Level: 1}, {Path: "二.A", Number: "A", Title: "概况", Level: 2}, {Path: "二.A.1", Number: "1", Title: "东岸", Level: 3}, {Path: "二.A.2", Number: "2", Title: "西岸", Level: 3}},
				Footnotes: []data.Footnote{{Number: 1, Paragraph: "1", Text: "列名为下游(QDx.001)。"}, {Number: 2, Paragraph: "2", Text: "镇长提供的信息。"}},
			},
			[]string{
				"一|本报告所述期间为 2020 年 7 月至 12 月，依据第 9999(2019)号决议提交。河谷地区1 (又称下游地区)住有 1 500 名居民。",
				"二.A|据镇长介绍，2 桥边的市场每周开放三次，商贩大多来自邻近村庄。警卫人数增加到 40 人。",
				"二.A.1|东岸有 7 所学校，学生在 S/2019/2 号文件中已有介绍。",
				"二.A.2|西岸没有学校。",
			},
		},
		{
			"testdata/valley.en.txt",
			data.Report{
				Symbol: "S/2099/7", Language: "en", Title: "Report of the Secretary-General on the situation in the valley", Date: "2099-02-03", Original: "en", Period: "2098-H2",
				Sections:  []data.Section{{Path: "I", Number: "I", Title: "Introduction", Level: 1}, {Path: "II", Number: "II", Title: "Situation", Level: 1}, {Path: "II.A", Number: "A", Title: "Overview", Level: 2}},
				Footnotes: []data.Footnote{{Number: 1, Paragraph: "1", Text: "See S/2097/12."}, {Number: 2, Paragraph: "2", Text: "Information from the mayor."}},
			},
			[]string{
				"I|The present report covers the period from 1 July to 31 December 2098 and is submitted pursuant to resolution 9999 (2097).1 The valley is home to some 12,000 people.",
				"II.A|Markets open three times a week, and self-employed traders come from nearby villages. As the mayor said, the number of guards had grown again.2",
				"II.A|There are 7 schools.",
			},
		},
	} {
		t.Run(c.file, func(t *testing.T) {
			got := readFile(t, c.file, Hints{})
			var paragraphs []string
			for _, p := range got.Paragraphs {
				paragraphs = append(paragraphs, p.Section+"|"+p.Text)
			}
			if diff := cmp.Diff(c.paragraphs, paragraphs); diff != "" {
				t.Errorf("paragraphs (-want +got):\n%s", diff)
			}
			for i, f := range got.Footnotes {
				p, _ := got.Paragraph(f.Paragraph)
				if mark := string([]rune(p.Text)[f.Start:f.End]); mark != string(rune('0'+f.Number)) {
					t.Errorf("the mark of footnote %d is %q", f.Number, mark)
				}
				got.Footnotes[i].Start, got.Footnotes[i].End = 0, 0
			}
			got.Paragraphs, got.Hash, got.Notes = nil, "", nil
			if diff := cmp.Diff(c.want, *got); diff != "" {
				t.Errorf("report (-want +got):\n%s", diff)
			}
		})
	}
}

func TestRead_notes(t *testing.T) {
	for name, c := range map[string]struct{ text, kind string }{
		"a missing paragraph":     {"A report\n\n1. One thing.\n\n2. Two things.\n\n4. Four things.\n", "numbering_gap"},
		"no numbers":              {"A letter\n\nThere were tents in the valley.\n\nNobody knew whose.\n", "unnumbered"},
		"a note without its mark": {"A report\n\n1. One thing.\n\n____________\n1 A note.\n", "footnote_without_mark"},
	} {
		t.Run(name, func(t *testing.T) {
			report, err := Read(context.Background(), strings.NewReader(c.text), int64(len(c.text)), "a.txt", Hints{})
			if err != nil {
				t.Fatal(err)
			}
			if len(report.Notes) != 1 || report.Notes[0].Kind != c.kind {
				t.Errorf("notes %+v, want one of kind %s", report.Notes, c.kind)
			}
		})
	}
}

func TestRead_hintsWin(t *testing.T) {
	report := readFile(t, "testdata/valley.en.txt", Hints{Symbol: "A/99/1", Date: "2099-01-01", Period: "2098", Language: "fr"})
	if got := []string{report.Symbol, report.Date, report.Period, report.Language}; !cmp.Equal(got, []string{"A/99/1", "2099-01-01", "2098", "fr"}) {
		t.Errorf("read %v", got)
	}
}

// endless is a file of blanks of any size.
type endless struct{}

func (endless) ReadAt(p []byte, _ int64) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestRead_tooLarge(t *testing.T) {
	_, err := Read(context.Background(), endless{}, MaxText+1, "big.txt", Hints{})
	var fault *data.Fault
	if !errors.As(err, &fault) || fault.Kind != data.FileTooLarge {
		t.Errorf("got %v, want file_too_large", err)
	}
}

func TestSymbolOfName(t *testing.T) {
	for name, want := range map[string]string{
		"S-2021-98.zh.txt": "S/2021/98", "E-2023-80-excerpt.zh.txt": "E/2023/80", "A_HRC_50_2.pdf": "A/HRC/50/2", "notes.txt": "", "UNW-2023-excerpt.zh.txt": "", "A-79-1.txt": "A/79/1",
	} {
		if got := symbolOfName(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("A report\n\nI. Introduction\n\n1. One.\n____\n1 Note\n\n2. Two.1\n"))
	f.Add([]byte("一. 导言\n\n1. 河谷1 有人。\n\n__________\n\n 1 注。\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if bytes.Contains(raw[:min(len(raw), 1024)], []byte("%PDF-")) {
			return // the engine's own tests read PDF
		}
		report, err := Read(context.Background(), bytes.NewReader(raw), int64(len(raw)), "a.txt", Hints{})
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for _, p := range report.Paragraphs {
			if seen[p.Number] {
				t.Errorf("two paragraphs have the number %s", p.Number)
			}
			seen[p.Number] = true
		}
		for _, n := range report.Footnotes {
			if p, ok := report.Paragraph(n.Paragraph); n.Paragraph != "" && (!ok || n.End > len([]rune(p.Text)) || n.Start >= n.End) {
				t.Errorf("the mark of footnote %d stands nowhere: %+v", n.Number, n)
			}
		}
	})
}

// TestRead_endless: a text that never ends a paragraph, and one without any line end, are read in time that grows with
// their length alone.
func TestRead_endless(t *testing.T) {
	for name, text := range map[string]string{
		"a paragraph of many lines": "1. It begins\n" + strings.Repeat("and goes on and on\n", 200_000),
		"unnumbered lines":          "It begins\n\n" + strings.Repeat("and goes on and on\n", 200_000),
		"one long line":             "1. It begins " + strings.Repeat("and goes on and on ", 200_000),
		"open footnotes":            "1. It begins\n________\n" + strings.Repeat("1 and goes on\n", 100_000),
	} {
		begun := time.Now()
		if _, err := readBytes([]byte(text), "a.txt"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if spent := time.Since(begun); spent > 20*time.Second {
			t.Errorf("%s took %v", name, spent)
		} else {
			t.Logf("%s took %v", name, spent)
		}
	}
}
