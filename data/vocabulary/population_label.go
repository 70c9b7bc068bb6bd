package vocabulary

import "strings"

// PopulationLabel is a population, as Population names it, in a language: "Iraqi children" is 伊拉克儿童. A word that is in no
// table stays as it is.
func (v *Vocabulary) PopulationLabel(name, lang string) string {
	if lang != "zh" {
		return name
	}
	label, words, people := "", strings.Fields(name), false
	for len(words) > 0 {
		n := len(words)
		for ; n > 1; n-- {
			if zh, _ := v.populationWord(strings.Join(words[:n], " ")); zh != "" {
				break
			}
		}
		word := strings.Join(words[:n], " ")
		zh, isPeople := v.populationWord(word)
		if zh == "" {
			zh = word
		}
		label, words, people = label+zh, words[n:], isPeople
	}
	if people {
		label += "人"
	}
	return label
}

// populationWord is one term of a population's name in Chinese, empty where it is none, and whether it is a nationality.
func (v *Vocabulary) populationWord(term string) (zh string, people bool) {
	for _, k := range kinds {
		if k.name != term {
			continue
		}
		for _, form := range k.forms {
			if form[0] >= 0x80 {
				return form, false
			}
		}
	}
	return v.labels[People][term][0], v.labels[People][term][0] != ""
}
