package commandline

import (
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"figurebook.org/figurebook/data"
)

// manual writes the man pages and shell completions that the packages install; it is hidden, since only they need it.
func (p *program) manual() *cobra.Command {
	var date string
	c := &cobra.Command{
		Use: "manual DIR", Short: p.words.Say("cli.manual"), Example: "  figurebook-cli manual share", Hidden: true, Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			day, err := time.Parse(time.DateOnly, date)
			if err != nil {
				return &data.Fault{Kind: data.BadArgument, Detail: "--date " + date}
			}
			return writeManual(c.Root(), args[0], p.version, day)
		},
	}
	c.Flags().StringVar(&date, "date", time.Now().Format(time.DateOnly), p.words.Say("cli.flag.date"))
	return c
}

// writeManual lays the files out as they are installed below /usr/share.
func writeManual(root *cobra.Command, folder, version string, day time.Time) error {
	root.DisableAutoGenTag = true
	man := filepath.Join(folder, "man", "man1")
	completions := map[string]func(string) error{
		filepath.Join(folder, "bash-completion", "completions", "figurebook-cli"):    func(f string) error { return root.GenBashCompletionFileV2(f, true) },
		filepath.Join(folder, "zsh", "vendor-completions", "_figurebook-cli"):        root.GenZshCompletionFile,
		filepath.Join(folder, "fish", "vendor_completions.d", "figurebook-cli.fish"): func(f string) error { return root.GenFishCompletionFile(f, true) },
	}
	if err := os.MkdirAll(man, 0o755); err != nil {
		return err
	}
	if err := doc.GenManTree(root, &doc.GenManHeader{Title: "FIGUREBOOK-CLI", Section: "1", Source: "Figurebook " + version, Date: &day}, man); err != nil {
		return err
	}
	for file, write := range completions {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := write(file); err != nil {
			return err
		}
	}
	return nil
}
