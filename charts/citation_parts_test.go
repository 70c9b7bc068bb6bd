package charts

import (
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
)

// TestParagraphs_parts: paragraphs of annexes, appendices and enclosures are cited with them, and a note by its mark.
func TestParagraphs_parts(t *testing.T) {
	numbers := []string{"3", "annex-II/13", "annex-II/14", "annex/2", "appendix-I/1", "enclosure+2/5", "fn1+2", "fn7"}
	for language, want := range map[string]string{
		"en":      "para. 3; annex, para. 2; annex II, paras. 13 and 14; appendix I, para. 1; enclosure, para. 5; footnotes 1 and 7",
		"zh-Hans": "第 3 段; 附件第 2 段; 附件II第 13 和 14 段; 附录I第 1 段; 附文第 5 段; 脚注 1 和 7",
	} {
		if got := strings.Join(Paragraphs(numbers, translations.For(language)), "; "); strings.ReplaceAll(got, "、", " 和 ") != want {
			t.Errorf("%s: %s", language, got)
		}
	}
}

// TestParagraphs_tables: a table is cited by the number that it prints, whichever of its rows are meant.
func TestParagraphs_tables(t *testing.T) {
	numbers := []string{"table3/12", "2", "table3/4", "table二/1", "tableu2/3", "fn7", "table3+2/9", "table4"}
	for language, want := range map[string]string{
		"en":      "para. 2; tables 二, 3 and 4; unnumbered table 2; footnote 7",
		"zh-Hans": "第 2 段; 表 二、3 和 4; 无编号表 2; 脚注 7",
	} {
		if got := strings.Join(Paragraphs(numbers, translations.For(language)), "; "); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
}
