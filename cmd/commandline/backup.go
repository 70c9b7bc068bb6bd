package commandline

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/data/store"
)

func (p *program) backup() *cobra.Command {
	c := &cobra.Command{Use: "backup", Short: p.words.Say("cli.backup"), Args: p.noFile, Example: "  figurebook-cli backup --out figurebook-copy.db"}
	out := c.Flags().String("out", "", p.words.Say("cli.flag.backup_out"))
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		l, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer l.Close()
		written, err := l.Backup(c.Context(), *out)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintln(p.out, p.words.Say("cli.backed_up", written))
		return err
	}
	return c
}

// restore puts a backup in place; without one named it lists them.
func (p *program) restore() *cobra.Command {
	c := &cobra.Command{Use: "restore [FILE]", Short: p.words.Say("cli.restore"), Args: p.fileOrNone, Example: "  figurebook-cli restore"}
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			all, err := store.Backups(p.path())
			if err != nil {
				return err
			}
			fmt.Fprintln(p.out, p.words.Say("cli.backups"))
			for _, b := range all {
				fmt.Fprintf(p.out, "%s  %s\n", b.At.Format("2006-01-02 15:04"), b.Path)
			}
			return nil
		}
		kept, err := store.Restore(c.Context(), args[0], p.path())
		if err != nil {
			return err
		}
		fmt.Fprintln(p.out, p.words.Say("cli.restored", p.path(), args[0]))
		if kept != "" {
			fmt.Fprintln(p.out, p.words.Say("cli.restored_kept", kept))
		}
		return nil
	}
	return c
}

func (p *program) verify() *cobra.Command {
	c := &cobra.Command{Use: "verify", Short: p.words.Say("cli.verify"), Args: p.noFile, Example: "  figurebook-cli verify"}
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		health, err := store.Verify(c.Context(), p.path())
		if err != nil {
			return err
		}
		for _, problem := range health.Problems {
			fmt.Fprintln(p.out, p.words.Say("cli.problem", problem))
		}
		if len(health.Problems) > 0 {
			return store.Damaged(p.path(), errors.New(health.Problems[0]))
		}
		_, err = fmt.Fprintln(p.out, p.words.Say("cli.sound", p.path(), health.Reports, health.Figures, health.Reviewed))
		return err
	}
	return c
}

func (p *program) fileOrNone(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return wrongCall(p.words.Say("cli.wrong.one_file", len(args)))
	}
	return nil
}
