package extraction

import (
	"strings"
)

// attributeOf is the reason where the words at j make the number an attribute: a time of day, a calibre, a distance that
// tells where.
func (s *scanner) attributeOf(j int, n number) string {
	t := s.t
	rest := string(t[j:min(len(t), j+30)])
	switch {
	case strings.HasPrefix(rest, "a.m."), strings.HasPrefix(rest, "p.m."), strings.HasPrefix(rest, "noon"), strings.HasPrefix(rest, "o’clock"), strings.HasPrefix(rest, "o'clock"),
		t[j] == '时' && n.value.Cmp(whole(24)) <= 0, t[j] == '分' && n.start > 1 && (t[n.start-1] == '时' || t[n.start-2] == '时'):
		return "time_of_day"
	case strings.HasPrefix(rest, "hours") && n.end-n.start == 4 && !n.grouped && digit(t[n.start]):
		return "time_of_day"
	case strings.HasPrefix(rest, "-mm"), strings.HasPrefix(rest, "mm ") && calibre(rest[3:]), strings.HasPrefix(rest, "毫米") && calibre(strings.TrimPrefix(rest, "毫米")), strings.HasPrefix(rest, "-millimetre"):
		return "name"
	}
	for _, unit := range []string{"km ", "kilometres ", "kilometers ", "miles ", "metres ", "meters ", "公里", "米", "km", "海里", "nautical miles "} {
		if after, ok := strings.CutPrefix(rest, unit); ok && locates(strings.TrimSpace(after)) {
			return "distance"
		}
	}
	return ""
}

func calibre(rest string) bool {
	for _, w := range []string{"calibre", "caliber", "mortar", "rocket", "shell", "round", "gun", "cannon", "howitzer", "ammunition", "artillery", "口径", "火箭", "迫击", "炮", "榴弹", "机枪"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}

func locates(rest string) bool {
	for _, w := range []string{"north", "south", "east", "west", "from ", "off ", "outside", "away", "inside", "inland", "处", "外", "以北", "以南", "以东", "以西"} {
		if strings.HasPrefix(rest, w) {
			return true
		}
	}
	return false
}
