package commandline

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
)

func (p *program) figures() *cobra.Command {
	c := &cobra.Command{Use: "figures", Short: p.words.Say("cli.figures"), Args: p.noFile, Example: "  figurebook-cli figures --measure fighters --sort place,value:down --out fighters.xlsx"}
	filter, format := p.filter(c), p.format(c, append([]string{"table", "json", "jsonl"}, exchange.Names()...)...)
	out := c.Flags().String("out", "", p.words.Say("cli.flag.figures_out"))
	c.Flags().StringVar(&filter.Region, "region", "", p.words.Say("cli.flag.region"))
	c.Flags().StringVar(&filter.Unit, "unit", "", p.words.Say("cli.flag.unit"))
	c.Flags().StringVar((*string)(&filter.Bound), "bound", "", p.words.Say("cli.flag.bound"))
	c.Flags().StringVar((*string)(&filter.Status), "status", "", p.words.Say("cli.flag.status"))
	c.Flags().StringVar(&filter.Language, "language", "", p.words.Say("cli.flag.only_language"))
	c.Flags().StringVar(&filter.Words, "words", "", p.words.Say("cli.flag.words"))
	c.Flags().BoolVar(&filter.Doubtful, "doubtful", false, p.words.Say("cli.flag.doubtful"))
	within := c.Flags().String("within", "", p.words.Say("cli.flag.within"))
	sorted := c.Flags().String("sort", "", p.words.Say("cli.flag.sort"))
	limit := c.Flags().Int("limit", 0, p.words.Say("cli.flag.limit"))
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		form, err := format()
		if err != nil {
			return err
		}
		if f := exchange.ForFile(*out); f != nil && !c.Flags().Changed("format") {
			form = f.Name
		}
		if f := exchange.Find(form); *out == "" && f != nil && f.Binary {
			return &data.Fault{Kind: data.BadArgument, Detail: "--format " + form + " --out FILE" + f.Ending}
		}
		l, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer l.Close()
		if *within != "" {
			if filter.Places, err = l.Within(c.Context(), *within); err != nil {
				return err
			}
		}
		figures, err := l.Sorted(c.Context(), *filter, order(*sorted)...)
		if err != nil {
			return err
		}
		if *limit > 0 && len(figures) > *limit {
			figures = figures[:*limit]
		}
		reports, err := l.Reports(c.Context())
		if err != nil {
			return err
		}
		if *out == "" {
			return p.print(p.out, form, figures, reports)
		}
		return briefing.File(*out, func(w io.Writer) error { return p.print(w, form, figures, reports) })
	}
	return c
}

// order reads "place,value:down".
func order(columns string) []data.Order {
	var all []data.Order
	for _, c := range strings.Split(columns, ",") {
		name, down := strings.CutSuffix(c, ":down")
		all = append(all, data.Order{By: data.Column(name), Down: down})
	}
	return all
}
