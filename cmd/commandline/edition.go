package commandline

import (
	"fmt"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/data"
)

// edition lists the editions of the database, adds one from a folder or a zip, or shows what only the press says.
func (p *program) edition() *cobra.Command {
	var press string
	c := &cobra.Command{
		Use: "edition [FOLDER|ZIP]", Short: p.words.Say("cli.edition"), Example: "  figurebook-cli edition valley.figurebook", Args: p.fileOrNone,
		RunE: func(c *cobra.Command, args []string) error {
			books, err := p.open(c.Context())
			if err != nil {
				return err
			}
			defer books.Close()
			switch press {
			case "":
			case "show", "hide":
				if err := books.ShowPress(c.Context(), press == "show"); err != nil {
					return err
				}
			default:
				return &data.Fault{Kind: data.BadArgument, Detail: "--press " + press + ": show, hide"}
			}
			if len(args) == 1 {
				if _, err := books.ImportEdition(c.Context(), args[0]); err != nil {
					return err
				}
			}
			all, err := books.Editions(c.Context())
			if err != nil {
				return err
			}
			for _, e := range all {
				line := p.words.Say("cli.edition.line", e.Title[p.words.Short()], e.Version, e.Date, len(e.Reports), len(e.Facts))
				if _, err := fmt.Fprintln(p.out, line); err != nil {
					return err
				}
			}
			return nil
		},
	}
	p.databaseFlag(c)
	c.Flags().StringVar(&press, "press", "", p.words.Say("cli.flag.press"))
	return c
}
