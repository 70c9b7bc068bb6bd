package commandline

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/data"
)

func (p *program) reports() *cobra.Command {
	c := &cobra.Command{Use: "reports", Short: p.words.Say("cli.reports"), Args: p.noFile, Example: "  figurebook-cli reports --format json"}
	format := p.format(c, "table", "json")
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		form, l, err := p.openFor(c.Context(), format)
		if err != nil {
			return err
		}
		defer l.Close()
		reports, err := l.Reports(c.Context())
		if err != nil {
			return err
		}
		listed := listing(reports)
		if form == "json" {
			return p.json(p.out, listed)
		}
		for _, r := range listed {
			fmt.Fprintln(p.out, strings.TrimRight(pad(r.Key, 26)+pad(r.Date, 12)+strings.Join(p.standing(r), " · "), " "))
			if r.Title != "" {
				fmt.Fprintln(p.out, "  "+r.Title)
			}
		}
		_, err = fmt.Fprintln(p.out, p.words.Say("cli.listed", len(listed)))
		return err
	}
	return c
}

// listed is a report as the list shows it.
type listed struct {
	Key       string          `json:"key"`
	Symbol    string          `json:"symbol"`
	Language  string          `json:"language"`
	Date      string          `json:"date,omitempty"`
	Period    string          `json:"period,omitempty"`
	Title     string          `json:"title"`
	Digest    bool            `json:"digest,omitempty"`
	Reissue   int             `json:"reissue,omitempty"`
	Relations []data.Relation `json:"relations,omitempty"`
}

func listing(reports []data.Report) []listed {
	symbols, all := data.SymbolsOf(reports), make([]listed, len(reports))
	for i, r := range reports {
		all[i] = listed{r.Key(), r.Symbol, r.Language, r.Date, r.Period, r.Title, r.Digest, r.Reissue, symbols.Relations(r.Symbol)}
	}
	return all
}

// standing is what is said of a report beside its name: whether it is a summary, and what it has to do with others.
func (p *program) standing(r listed) []string {
	var all []string
	if r.Digest {
		all = append(all, p.words.Say("library.digest"))
	}
	if r.Reissue > 0 {
		all = append(all, p.words.Say("library.reissued"))
	}
	for _, relation := range r.Relations {
		all = append(all, p.words.Say("relation."+string(relation.Kind), relation.Symbol))
	}
	return all
}
