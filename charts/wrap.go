package charts

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
)

// wrap breaks a text into lines no wider than room points, where Unicode's line breaking (UAX #14) allows it, which
// has the rules of Chinese typesetting for the starts and ends of lines, and where no number is torn from what it counts.
// A piece longer than a line is broken between its runes. Lines are balanced: as even as their number allows.
func wrap(text string, size float64, bold bool, room float64) []string {
	text = strings.Join(strings.Fields(text), " ")
	if text == "" {
		return nil
	}
	if textWidth(text, size, bold) <= room {
		return []string{text}
	}
	pieces := pieces(text)
	lines := fill(pieces, size, bold, room)
	word := 0.0 // the longest, which no balancing may break
	for _, p := range pieces {
		word = max(word, textWidth(strings.TrimRight(p, " "), size, bold))
	}
	if len(lines) > 4 || word > room {
		return lines
	}
	narrow, wide := max(room/2, word), room
	for range 6 {
		middle := (narrow + wide) / 2
		if len(fill(pieces, size, bold, middle)) > len(lines) {
			narrow = middle
		} else {
			wide = middle
		}
	}
	return fill(pieces, size, bold, wide)
}

// wrapFull breaks a text as wrap does, each line as long as it can be: for running text.
func wrapFull(text string, size, room float64) []string {
	return fill(pieces(strings.Join(strings.Fields(text), " ")), size, false, room)
}

// pieces are the parts of a text that are not broken, blanks at their ends.
func pieces(text string) []string {
	var s segmenter.Segmenter
	runes := []rune(text)
	s.Init(runes)
	var all []string
	start := 0
	for i := s.LineIterator(); i.Next(); {
		end := i.Line().Offset + len(i.Line().Text)
		if end < len(runes) && glued(runes, start, end) {
			continue
		}
		all = append(all, string(runes[start:end]))
		start = end
	}
	return all
}

// glued tells whether the runes on both sides of a break stay together: a number and the word after it in Chinese (2020 年,
// 1.1 万, 第 13 段), "para. 13", and the parts of a symbol (S/2021/98).
func glued(runes []rune, start, end int) bool {
	before, after := end-1, end
	blank := runes[before] == ' '
	if blank {
		before--
	}
	if before < start {
		return false
	}
	b, a := runes[before], runes[after]
	han := func(r rune) bool { return unicode.Is(unicode.Han, r) }
	digit := unicode.IsDigit
	switch {
	case !blank && (b == '/' || a == '/'):
		return true
	case blank && digit(b) && han(a), blank && han(b) && digit(a) && strings.ContainsRune("第约近超逾至", b), !blank && digit(b) && han(a), !blank && b == '第':
		return true
	case blank && (digit(b) || b == '万' || b == '亿') && strings.ContainsRune("万亿†‡*%", a), blank && strings.ContainsRune("万亿", b) && han(a):
		return true
	case !blank && (b == '万' || b == '亿') && han(a) && before > start && (digit(runes[before-1]) || runes[before-1] == ' '):
		return true
	case blank && b == '.' && digit(a):
		return strings.HasSuffix(string(runes[start:end]), "para. ") || strings.HasSuffix(string(runes[start:end]), "paras. ")
	case blank && strings.ContainsRune("†‡*·", a), blank && digit(b) && (strings.HasPrefix(string(runes[after:]), "million") || strings.HasPrefix(string(runes[after:]), "billion")):
		return true
	}
	return false
}

func fill(pieces []string, size float64, bold bool, room float64) []string {
	var lines []string
	line := ""
	for _, p := range pieces {
		if line != "" && textWidth(strings.TrimRight(line+p, " "), size, bold) > room {
			lines = append(lines, strings.TrimRight(line, " "))
			line = ""
		}
		line += p
		for textWidth(strings.TrimRight(line, " "), size, bold) > room {
			head := fitting(line, size, bold, room)
			if head == line {
				break
			}
			lines = append(lines, head)
			line = line[len(head):]
		}
	}
	if line = strings.TrimSpace(line); line != "" {
		lines = append(lines, line)
	}
	return lines
}

// fitting is the longest start of a text that fits, one rune at least.
func fitting(text string, size float64, bold bool, room float64) string {
	sum := 0.0
	for i, r := range text {
		if sum += textWidth(string(r), size, bold); sum > room && i > 0 {
			if slash := strings.LastIndexByte(text[:i], '/'); slash > i/2 { // S/2025/71 and /Rev.1
				return text[:slash]
			}
			return text[:i]
		}
	}
	return text
}
