package extraction

import (
	"strings"
	"unicode"
)

// How the name of a place stands in its sentence.

// A standing is how a name stands in its sentence: what it says of where things happened.
type standing int

// The standings, and what each counts for.
const (
	origin   standing = 30  // from Mali, 来自马里
	owning   standing = 45  // the Government of Mali, 马里政府, the Malian border guard
	bordered standing = 60  // the border with Mali
	bare     standing = 80  // Mali received
	locative standing = 100 // in Mali, 在马里
)

// locatives are words before a name that say where.
var locatives = wordSet("in at across throughout within inside near around into to towards along off through over amid surrounding outside on")

// adjectives may stand between such a word and the name.
var adjectives = wordSet("the northern southern eastern western central north south east west north-eastern north-western south-eastern south-western north-east north-west south-east south-west northeastern northwestern southeastern southwestern neighbouring parts of areas all both greater upper lower rural urban parts, much some town city village capital camp camps mainland occupied and")

// wholes are nouns that "of" joins to the place that they lie in.
var wholes = wordSet("parts areas province city town region north south east west coast territory centre outskirts rest governorate district county state village districts north-east north-west south-east south-west northeast northwest capital villages towns vicinity provinces regions governorates counties camps camp port area")

// standing tells how place i stands in its sentence.
func (e *extractor) standing(t []rune, places []named, i int, language string) standing {
	p := places[i]
	if i > 0 && joined(t, places[i-1].end, p.start) { // a list stands as its first name does
		return e.standing(t, places, i-1, language)
	}
	if language == "zh" {
		return hanStanding(t, p)
	}
	if j := p.end; j+1 < len(t) && (t[j] == '-' && unicode.IsLower(t[j+1]) || blank(t[j]) && unicode.IsUpper(t[j+1]) && !unicode.IsDigit(t[j+1])) {
		if w, _ := wordAt(t, j+1); w != "province" && w != "governorate" && w != "state" && w != "city" && w != "county" && w != "district" {
			return owning
		}
	}
	if prefix(t, p.end, "’s ") || prefix(t, p.end, "'s ") {
		return owning
	}
	j := p.start
	for range 5 {
		w := strings.ToLower(wordBefore(t, j))
		switch {
		case w == "":
			return bare
		case w == "from":
			if whence[strings.ToLower(wordBefore(t, beforeWord(t, j)))] {
				return locative
			}
			return origin
		case w == "with":
			return bordered
		case locatives[w]:
			return locative
		case w == "of":
			j = beforeWord(t, j)
			if wholes[strings.ToLower(wordBefore(t, j))] {
				return locative
			}
			return owning
		case !adjectives[w]:
			return bare
		}
		j = beforeWord(t, j)
	}
	return bare
}

// whence are what was done at the place that "from" names.
var whence = wordSet("rescued released evacuated relocated escaped recovered removed cleared reported data reports")

// beforeWord is where the word before j begins.
func beforeWord(t []rune, j int) int {
	for j > 0 && blank(t[j-1]) {
		j--
	}
	for j > 0 && (unicode.IsLetter(t[j-1]) || t[j-1] == '-') {
		j--
	}
	return j
}

// hanOwners follow the name of a State whose organs act.
var hanOwners = []string{"政府", "总统", "总理", "部队", "军队", "国防军", "国防部队", "当局", "代表", "常驻", "武装部队", "外交部", "议会", "国民军", "警察", "大使", "部长", "籍", "人民", "公民", "当地"}

func hanStanding(t []rune, p named) standing {
	for _, w := range hanOwners {
		if prefix(t, p.end, w) {
			return owning
		}
	}
	j := p.start
	for j > 0 && blank(t[j-1]) {
		j--
	}
	switch {
	case suffix(t, j, "来自"), suffix(t, j, "逃离"), suffix(t, j, "离开"):
		return origin
	case suffix(t, j, "在"), suffix(t, j, "于"), suffix(t, j, "抵达"), suffix(t, j, "进入"), prefix(t, p.end, "境内"), prefix(t, p.end, "各地"), prefix(t, p.end, "的"):
		return locative
	}
	return bare
}
