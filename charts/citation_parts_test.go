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
