package commandline

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func (p *program) search() *cobra.Command {
	c := &cobra.Command{Use: "search WORDS", Short: p.words.Say("cli.search"), Args: p.someWords, Example: "  figurebook-cli search fighters --format table"}
	format := p.format(c, "table", "jsonl")
	limit := c.Flags().Int("limit", 50, p.words.Say("cli.flag.limit"))
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		form, l, err := p.openFor(c.Context(), format)
		if err != nil {
			return err
		}
		defer l.Close()
		hits, err := l.Search(c.Context(), strings.Join(args, " "), *limit)
		if err != nil {
			return err
		}
		lines := json.NewEncoder(p.out)
		lines.SetEscapeHTML(false)
		for _, h := range hits {
			if form == "jsonl" {
				err = lines.Encode(h)
			} else {
				_, err = fmt.Fprintln(p.out, pad(h.Report, 20)+pad(h.Paragraph, 10)+strings.Join(strings.Fields(h.Context), " "))
			}
			if err != nil {
				return err
			}
		}
		if form == "table" {
			_, err = fmt.Fprintln(p.out, p.words.Say("cli.found", len(hits)))
		}
		return err
	}
	return c
}

func (p *program) someWords(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return wrongCall(p.words.Say("cli.wrong.no_words"))
	}
	return nil
}
