package pdf

import (
	"slices"
	"strings"
)

// withRaised puts lines that are nothing but marks, raised without being set smaller, on the lines that they belong to:
// those below, of the first full that go from top to bottom.
func withRaised(all [][]piece, full int) [][]piece {
	kept := all[:0]
	for i, line := range all {
		if i+1 < full && line[0].base-all[i+1][0].base < 0.5*largest(all[i+1]).size && !slices.ContainsFunc(line, func(p piece) bool { return !markLike(p.text) && strings.Trim(p.String(), "*") != "" }) {
			all[i+1] = append(all[i+1], line...)
			continue
		}
		kept = append(kept, line)
	}
	return kept
}

// withWrapped puts a small mark that stands alone on a line, since none was left for it on its own, behind the line above.
func withWrapped(all [][]piece, body, pitch float64) [][]piece {
	kept := all[:0]
	for _, line := range all {
		p := line[0]
		if n := len(kept) - 1; n >= 0 && len(line) == 1 && p.size < 0.85*body && markLike(p.text) {
			above := largest(kept[n])
			if above.size > 0.93*body && above.base-p.base < 1.2*max(pitch, above.size) {
				last := kept[n][len(kept[n])-1]
				width := p.right - p.left
				if p.left, p.right = last.right, last.right+width; last.leftward {
					p.left, p.right = last.left-width, last.left
				}
				p.base, p.blank = above.base+0.4*above.size, false
				kept[n] = append(kept[n], p)
				continue
			}
		}
		kept = append(kept, line)
	}
	return kept
}

// raisedMark tells whether a piece is a footnote mark on a line whose text main is of: set smaller or not.
func raisedMark(p, main piece) bool {
	small := p.size < 0.85*main.size && p.base > main.base+0.1*main.size
	return (small || p.base > main.base+0.2*main.size) && markLike(p.text)
}

// raisedLetter tells whether a piece is the mark of a table's note, a small raised letter.
func raisedLetter(p, main piece) bool {
	return len(p.text) == 1 && p.text[0] >= 'a' && p.text[0] <= 'z' && p.size < 0.85*main.size && p.base > main.base+0.1*main.size
}

// markLike tells whether raised text is a footnote mark: "1", "12", or "1/" as it was typed.
func markLike(text []rune) bool {
	if n := len(text) - 1; n > 0 && text[n] == '/' {
		text = text[:n]
	}
	return len(text) > 0 && len(text) <= 3 && digits(text)
}
