package vocabulary

import (
	"slices"
	"strings"
	"unicode"
)

// divisions are what English names of places end with, one or several, and the Chinese words for it. A division of a State has
// none: which one Chinese uses is each State's own (a district is 区 or 县, a department 省 or 州), so it stands as printed
// where no list names the place.
var divisions = map[string]string{
	"camp": "营地", "refugee camp": "难民营", "prison": "监狱", "village": "村", "airport": "机场", "detention facility": "拘留设施", "hospital": "医院",
	"governorate": "", "province": "", "county": "", "state": "", "district": "", "region": "", "department": "", "municipality": "",
}

// chinesePlace is the Chinese name of a place that no list names whole: of several named together name by name, with what they
// are ("Counties") and where they lie ("…, South Sudan") in Chinese. Names are either all translated or all as printed, so
// that no list is half in one language.
func (v *Vocabulary) chinesePlace(name string) string {
	if along, ok := strings.CutPrefix(name, "border of "); ok {
		return v.Label(Place, along, "zh") + "边境"
	}
	rest, within := name, ""
	if at := strings.LastIndex(name, ", "); at > 0 {
		if l, ok := v.labels[Place][name[at+2:]]; ok && l[0] != "" {
			rest, within = name[:at], name[at+2:]
		}
	}
	printed := rest
	rest, ending, division := divided(rest)
	names := slices.DeleteFunc(strings.Split(strings.ReplaceAll(rest, " and ", ", "), ", "), func(n string) bool { return strings.TrimSpace(n) == "" })
	if len(names) == 0 {
		return name
	}
	all := make([]string, len(names))
	known := true
	for i, n := range names {
		if all[i] = v.known(n, ending, within); all[i] == "" {
			known = false
		}
	}
	if known {
		return inOrder(all, "")
	}
	if within == "" && division == "" {
		return name
	}
	label := printed
	if ending == "" || division != "" {
		label = strings.TrimSpace(inOrder(names, " ") + " " + division)
	}
	if within != "" {
		label += "（" + v.labels[Place][within][0] + "）"
	}
	return label
}

// known is the Chinese name of one of several places, as a list has it: with what it is, with where it lies, with both or
// alone; "" where none has.
func (v *Vocabulary) known(name, ending, within string) string {
	var forms []string
	add := func(form string) {
		if within != "" {
			forms = append(forms, form+", "+within)
		}
		forms = append(forms, form)
	}
	if ending != "" {
		add(name + " " + ending)
	}
	add(name)
	for _, form := range forms {
		if l, ok := v.labels[Place][form]; ok && l[0] != "" {
			return l[0]
		}
		runes := []rune(form)
		if len(runes) == 0 {
			continue
		}
		if term, n := v.Places.At(runes, 0); n == len(runes) {
			if l := v.labels[Place][term]; l[0] != "" {
				return l[0]
			}
		}
	}
	return ""
}

// divided takes the word for what places are off their names: "Uror County" is Uror, "county" and 县.
func divided(names string) (rest, ending, division string) {
	for word, chinese := range divisions {
		for _, form := range []string{word, plural(word)} {
			before, ok := strings.CutSuffix(strings.ToLower(names), " "+form)
			if ok && len(ending) < len(word) {
				rest, ending, division = names[:len(before)], word, chinese
			}
		}
	}
	if ending == "" {
		return names, "", ""
	}
	return rest, ending, division
}

func plural(word string) string {
	if strings.HasSuffix(word, "y") {
		return strings.TrimSuffix(word, "y") + "ies"
	}
	return word + "s"
}

// inOrder joins names as Chinese does; a blank stands between letters and Han where blank says so.
func inOrder(names []string, blank string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	and := "和"
	if first := []rune(names[last])[0]; !unicode.Is(unicode.Han, first) {
		and = blank + and + blank
	}
	return strings.Join(names[:last], "、") + and + names[last]
}
