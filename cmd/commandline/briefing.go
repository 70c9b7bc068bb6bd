package commandline

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/data"
)

func (p *program) briefing() *cobra.Command {
	c := &cobra.Command{Use: "briefing", Short: p.words.Say("cli.briefing"), Args: p.noFile, Example: "  figurebook-cli briefing --out briefing --format docx,pptx,pdf"}
	p.databaseFlag(c)
	out := c.Flags().String("out", "", p.words.Say("cli.flag.out"))
	formats := c.Flags().String("format", strings.Join(briefing.Formats, ","), p.words.Say("cli.flag.format", strings.Join(briefing.Formats, ", ")))
	c.RunE = func(c *cobra.Command, _ []string) error {
		if *out == "" {
			return &data.Fault{Kind: data.BadArgument, Detail: "--out DIR"}
		}
		l, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer l.Close()
		content, err := briefing.Gather(c.Context(), l, p.words, l.Words)
		if err != nil {
			return err
		}
		b, err := briefing.Make(content)
		if err != nil {
			return err
		}
		written, err := b.Write(c.Context(), *out, strings.Split(*formats, ","))
		for _, name := range written {
			fmt.Fprintln(p.out, filepath.Join(*out, name))
		}
		return err
	}
	return c
}
