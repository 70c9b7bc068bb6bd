package vocabulary

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nounLabel is the label of a measure that no line of measures.tsv names: that of the counted noun in nouns.tsv, or of the share
// of what such a noun names; a name that neither table has is written with blanks.
func (v *Vocabulary) nounLabel(name string, column int) string {
	if base, ok := strings.CutPrefix(name, "share_of_"); ok {
		label := v.counted[base]
		if listed, ok := v.labels[Measure][base]; ok {
			label = listed[0]
		}
		if column == 0 && label != "" {
			return label + "占比"
		}
	}
	if label := v.counted[name]; column == 0 && label != "" {
		return label
	}
	plain := strings.ReplaceAll(name, "_", " ")
	if first, n := utf8.DecodeRuneInString(plain); column == 1 && n > 0 { // as the listed measures are written
		return string(unicode.ToUpper(first)) + plain[n:]
	}
	return plain
}

// unitLabel is the label of a unit that no line of units.tsv names, the singular of a counted noun: its plural in English, and in
// Chinese the noun that nouns.tsv has for it, behind the general classifier.
func (v *Vocabulary) unitLabel(name string, column int) string {
	plain := strings.ReplaceAll(name, "_", " ")
	if name == "" {
		return ""
	}
	many := Plural(plain)
	if column == 1 {
		return many
	}
	if label := v.counted[strings.ReplaceAll(many, " ", "_")]; label != "" {
		return "个" + label
	}
	return plain
}
