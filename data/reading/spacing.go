package reading

import (
	"strings"
)

// doubleSpaced tells whether a blank line follows nearly each line.
func doubleSpaced(lines []string) bool {
	pairs, text := 0, 0
	for i, l := range lines {
		if strings.TrimSpace(l) == "" || address.MatchString(strings.TrimSpace(l)) {
			continue
		}
		text++
		if i+1 < len(lines) && strings.TrimSpace(lines[i+1]) == "" {
			pairs++
		}
	}
	long := 0
	for _, l := range lines {
		if n := len([]rune(l)); n > 120 {
			long++
		}
	}
	return text > 4 && pairs*100 >= text*90 && long*5 < text
}

func singleSpaced(lines []string) []string {
	var out []string
	for i, l := range lines {
		if strings.TrimSpace(l) == "" && l != "\f" && i > 0 && strings.TrimSpace(lines[i-1]) != "" {
			continue
		}
		out = append(out, l)
	}
	return out
}
