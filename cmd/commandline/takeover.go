package commandline

import (
	"fmt"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// tellRevised says of an imported revision which figures no longer count, and whose reviews it can take over.
func (p *program) tellRevised(o library.Outcome) {
	offered := 0
	for _, r := range o.Revised {
		fmt.Fprintln(p.out, r.Text(p.words))
		offered += r.Offered
	}
	if offered > 0 {
		fmt.Fprintln(p.out, p.words.Say("cli.take_over_hint", offered, o.Report.Symbol))
	}
}

func (p *program) takeOver() *cobra.Command {
	c := &cobra.Command{Use: "takeover SYMBOL", Short: p.words.Say("cli.take_over"), Args: p.oneFile, Example: "  figurebook-cli takeover S/2025/71/Rev.1"}
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		l, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer l.Close()
		reports, err := l.Reports(c.Context())
		if err != nil {
			return err
		}
		there, taken := false, 0
		for _, r := range reports {
			if r.Symbol != args[0] && r.Key() != args[0] {
				continue
			}
			there = true
			revised, err := l.Revised(c.Context(), &r)
			if err != nil {
				return err
			}
			for _, old := range revised {
				if old.Offered == 0 {
					continue
				}
				step, err := l.TakeOver(c.Context(), old.Key, r.Key())
				if err != nil {
					return err
				}
				taken += len(step.Keys)
				fmt.Fprintln(p.out, p.words.Say("revised.taken", len(step.Keys), old.Name(p.words)))
			}
		}
		switch {
		case !there:
			return &data.Fault{Kind: data.NoSuchReport, Detail: args[0]}
		case taken == 0:
			fmt.Fprintln(p.out, p.words.Say("revised.none"))
		}
		return nil
	}
	return c
}
