package library

import (
	"context"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
)

// Revised is an edition of a document whose figures no longer count, since a revision of it is in the library.
type Revised struct {
	Key              string // of its report
	Symbol, Language string // of its report, the language as a BCP 47 tag
	Figures, Checked int    // that it states, and how many of them a person looked at
	Offered          int    // reviews that the revision can take over: see store.TakeOver; those of another language none
}

// Revised are the editions that a report supersedes and that state figures; none where it is no revision.
func (l *Library) Revised(ctx context.Context, report *data.Report) ([]Revised, error) {
	if data.Unrevised(report.Symbol) == report.Symbol {
		return nil, nil
	}
	standings, err := l.Standings(ctx)
	if err != nil {
		return nil, err
	}
	progress, err := l.Progress(ctx)
	if err != nil {
		return nil, err
	}
	reports, err := l.Reports(ctx)
	if err != nil {
		return nil, err
	}
	var all []Revised
	for _, r := range reports {
		p := progress[r.Key()]
		if standings[r.Symbol].Superseded != report.Symbol || p.Total == 0 {
			continue
		}
		one := Revised{Key: r.Key(), Symbol: r.Symbol, Language: r.Language, Figures: p.Total, Checked: p.Checked}
		if r.Language == report.Language {
			if one.Offered, err = l.Offered(ctx, r.Key(), report.Key()); err != nil {
				return nil, err
			}
		}
		all = append(all, one)
	}
	return all, nil
}

// Text says what became of the edition: how many of its figures are no longer counted, and how many of them were checked.
func (r Revised) Text(words *translations.Words) string {
	return words.Say("revised.figures", r.Name(words), r.Figures, r.Checked)
}

// Name is how the edition is listed: its symbol and its language.
func (r Revised) Name(words *translations.Words) string {
	return r.Symbol + " · " + words.Say("language."+r.Language)
}
