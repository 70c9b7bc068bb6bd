package vocabulary

import "strings"

// StateOf is the State of a people: "Afghan" is of Afghanistan.
func (v *Vocabulary) StateOf(people string) string { return v.peoples[people] }

// Division is the unit in which documents in English count the divisions of a place's State that a Chinese word names:
// 省 is a governorate in Iraq. It is empty where the word's own unit holds.
func (v *Vocabulary) Division(place, word string) string {
	_, state := v.Code(place)
	return v.divisions[[2]string{state, strings.TrimSuffix(word, "份")}]
}
