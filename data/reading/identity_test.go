package reading

import "testing"

func TestSymbolOfName_parts(t *testing.T) {
	for name, want := range map[string]string{
		"S-2099-98.zh.txt":             "S/2099/98",
		"S_2099_71_Rev.1-EN.pdf":       "S/2099/71/Rev.1",
		"s-2099-71-rev.1-corr.2.pdf":   "S/2099/71/Rev.1/Corr.2",
		"A_HRC_58_71_Add.1.docx":       "A/HRC/58/71/Add.1",
		"S-2099-71-Review.pdf":         "S/2099/71",
		"report.pdf":                   "",
		"minutes-2099-71-Corr.1-x.pdf": "",
	} {
		if got := symbolOfName(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestReissueOf(t *testing.T) {
	for line, want := range map[string]int{
		"* Reissued for technical reasons on 5 March 2099.":    1,
		"** Second reissue for technical reasons (9 May 2099)": 2,
		"* 由于技术原因于 2099 年 3 月 5 日重新印发。":                        1,
		"* 因技术原因重新印发。":                                         1,
		"* 由于技术原因第二次重新印发。":                                     2,
		"* Nouveau tirage pour raisons techniques (5 mars)":    1,
		"* Publicado nuevamente por razones técnicas":          1,
		"* Переиздано по техническим причинам":                 1,
		"* أعيد إصدارها لأسباب فنية":                           1,
		"The book was reissued by its publisher.":              0,
	} {
		if got := reissueOf(line); got != want {
			t.Errorf("%s: %d, want %d", line, got, want)
		}
	}
}
