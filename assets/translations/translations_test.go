package translations

import (
	"regexp"
	"testing"
)

var verb = regexp.MustCompile(`%(\[\d+\])?[-+# 0]*[\d.]*[a-zA-Z]`)

func TestLanguagesAreComplete(t *testing.T) {
	en, zh := For("en").Keys(), For("zh-Hans").Keys()
	for key, text := range en {
		other, ok := zh[key]
		if !ok {
			t.Errorf("key %s has no Chinese text", key)
			continue
		}
		if text == "" || other == "" {
			t.Errorf("key %s is empty", key)
		}
		if a, b := len(verb.FindAllString(text, -1)), len(verb.FindAllString(other, -1)); a != b {
			t.Errorf("key %s takes %d arguments in English and %d in Chinese", key, a, b)
		}
	}
	for key := range zh {
		if _, ok := en[key]; !ok {
			t.Errorf("key %s has no English text", key)
		}
	}
}

func TestFor(t *testing.T) {
	for tag, want := range map[string]string{"zh": "zh", "zh-CN": "zh", "zh-Hans-CN": "zh", "en-GB": "en", "fr": "en", "": "en"} {
		if got := For(tag).Short(); got != want {
			t.Errorf("For(%q) speaks %s, want %s", tag, got, want)
		}
	}
}

// TestSay_counted: what follows a count is one or many by the language's rules, each by its own count.
func TestSay_counted(t *testing.T) {
	for language, want := range map[string]string{"en": "S/1: 1 paragraph, 1,200 figures", "zh": "S/1：1 段，1,200 个数字"} {
		if got := For(language).Say("import.done", "S/1", 1, 1200); got != want {
			t.Errorf("in %s it says %q, want %q", language, got, want)
		}
	}
	if got, want := For("en").Say("import.found", 0, 1, 2, 1), "0 paragraphs, 1 footnote, 2 figures; 1 number is no figure"; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}
