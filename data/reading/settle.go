package reading

import "figurebook.org/figurebook/data"

// settle makes what was gathered whole in itself: a number behind which no text stands is a note and no paragraph, and
// the rows of a table are of one length.
func (p *parser) settle() {
	all := p.report.Paragraphs
	kept, before := all[:0], make([]int, len(all)+1) // how many are kept before each
	for i, q := range all {
		before[i] = len(kept)
		if q.Text != "" {
			kept = append(kept, q)
			continue
		}
		p.report.Notes = append(p.report.Notes, data.Note{Kind: "paragraph_without_text", Detail: q.Number})
		for t := range p.report.Tables { // those behind it stand behind the paragraph before
			if at := &p.report.Tables[t].Paragraph; *at == q.Number {
				*at = ""
				if len(kept) > 0 {
					*at = kept[len(kept)-1].Number
				}
			}
		}
	}
	before[len(all)] = len(kept)
	for i, n := range p.noteFrom {
		p.noteFrom[i] = before[min(n, len(all))]
	}
	p.report.Paragraphs = kept
	p.countAgain()
	p.withLetters()
	for i := range p.report.Tables {
		p.settleTable(i)
	}
}

// countAgain tells the notes apart that have one number or mark.
func (p *parser) countAgain() {
	seen := map[string]int{}
	for i := range p.report.Footnotes {
		f := &p.report.Footnotes[i]
		id := f.ID()
		if seen[id]++; seen[id] > 1 {
			f.Again = seen[id]
		}
	}
}
