// Package commandline is the program figurebook-cli, which does Figurebook's jobs without a window. It is a package of its own
// because the Windows packages hold it within figurebook.exe; see cmd/console.
package commandline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
	"figurebook.org/figurebook/data/reading"
)

// Main does the command that the arguments name, on the streams of the process, and gives the exit status: 0, 1 for a
// failure, 2 for a wrong call. An interrupt cancels it.
func Main(version string, args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return run(ctx, version, args, os.Stdout, os.Stderr)
}

// program is what the commands share.
type program struct {
	version  string
	words    *translations.Words
	in       io.Reader
	out      io.Writer
	errs     io.Writer
	database string
	lang     string
}

// run is Main on other streams.
func run(ctx context.Context, version string, args []string, out, errs io.Writer) int {
	p := &program{version: version, in: os.Stdin, out: out, errs: errs, words: translations.For(language(args))}
	root := &cobra.Command{
		Use: "figurebook-cli", Short: p.words.Say("cli.short"), SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return wrongCall(p.words.Say("cli.wrong.command", args[0]))
			}
			return nil
		},
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	p.help(root)
	root.PersistentFlags().StringVar(&p.lang, "lang", "", p.words.Say("cli.flag.lang"))
	root.SetOut(out)
	root.SetErr(errs)
	root.SetArgs(args)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return p.flagError(err) })
	root.AddCommand(p.paragraphs(), p.extract(), p.quantities(), p.imports(), p.fetch(), p.reread(), p.takeOver(), p.reports(), p.figures(), p.search(), p.backup(), p.restore(), p.verify(), p.check(), p.chart(), p.briefing(), p.edition(), p.manual(), &cobra.Command{
		Use: "version", Short: p.words.Say("cli.version"), Example: "  figurebook-cli version", Args: p.noFile,
		RunE: func(*cobra.Command, []string) error { _, err := fmt.Fprintln(out, version); return err },
	})
	err := root.ExecuteContext(ctx)
	if err == nil {
		return 0
	}
	if missing, ok := strings.CutPrefix(err.Error(), "required flag(s) "); ok { // cobra gives it no type
		err = wrongCall(p.words.Say("cli.wrong.missing", strings.ReplaceAll(strings.TrimSuffix(missing, " not set"), "\"", "")))
	}
	if wrong := wrongCall(""); errors.As(err, &wrong) {
		fmt.Fprintln(errs, p.words.Say("cli.usage", wrong.Error()))
		return 2
	}
	fmt.Fprintln(errs, library.Sentence(err, p.words))
	return 1
}

// language is the language of messages: that of --lang, else of the locale.
func language(args []string) string {
	for i, a := range args {
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return v
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1]
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := os.Getenv(name); v != "" {
			tag, _, _ := strings.Cut(v, ".")
			return strings.ReplaceAll(tag, "_", "-")
		}
	}
	return ""
}

// hints adds the flags for what a file does not say of itself.
func (p *program) hints(c *cobra.Command) *reading.Hints {
	h := &reading.Hints{Compiling: p.compiling(c)}
	c.Flags().StringVar(&h.Symbol, "symbol", "", p.words.Say("cli.flag.symbol"))
	c.Flags().StringVar(&h.Date, "date", "", p.words.Say("cli.flag.date"))
	c.Flags().StringVar(&h.Period, "period", "", p.words.Say("cli.flag.period"))
	c.Flags().StringVar(&h.Language, "language", "", p.words.Say("cli.flag.language"))
	return h
}

// compiling says that the reader of PDF is being prepared, which takes seconds.
func (p *program) compiling(c *cobra.Command) func() {
	return func() { fmt.Fprintln(c.ErrOrStderr(), p.words.Say("cli.compiling")) }
}

func (p *program) databaseFlag(c *cobra.Command) {
	c.Flags().StringVar(&p.database, "db", "", p.words.Say("cli.flag.db"))
}

// path is the database that the commands work on.
func (p *program) path() string {
	if p.database != "" {
		return p.database
	}
	return library.DefaultPath()
}

// open opens the database and does what is to be done once a day, of which a failure is said and hinders nothing.
func (p *program) open(ctx context.Context) (*library.Library, error) {
	l, err := library.Open(ctx, p.path())
	if err != nil {
		return nil, err
	}
	if reason := l.ReadOnly(); reason != nil {
		fmt.Fprintln(p.errs, library.Sentence(reason, p.words))
	} else if err := l.Maintain(ctx, time.Now()); err != nil {
		fmt.Fprintln(p.errs, library.Sentence(err, p.words))
	}
	return l, nil
}

// openFor is open for a command that answers in a format, of which a wrong one is told before any database is made.
func (p *program) openFor(ctx context.Context, format func() (string, error)) (form string, l *library.Library, err error) {
	if form, err = format(); err == nil {
		l, err = p.open(ctx)
	}
	return form, l, err
}

// filter adds the flags that choose figures.
func (p *program) filter(c *cobra.Command) *data.Filter {
	f := &data.Filter{}
	c.Flags().StringVar(&f.Measure, "measure", "", p.words.Say("cli.flag.measure"))
	c.Flags().StringVar(&f.Place, "place", "", p.words.Say("cli.flag.place"))
	c.Flags().StringVar(&f.Group, "group", "", p.words.Say("cli.flag.group"))
	c.Flags().StringVar(&f.Report, "report", "", p.words.Say("cli.flag.report"))
	c.Flags().StringVar(&f.Period, "period", "", p.words.Say("cli.flag.period"))
	return f
}

func (p *program) format(c *cobra.Command, allowed ...string) func() (string, error) {
	v := c.Flags().String("format", allowed[0], p.words.Say("cli.flag.format", strings.Join(allowed, ", ")))
	return func() (string, error) {
		for _, a := range allowed {
			if a == *v {
				return a, nil
			}
		}
		return "", &data.Fault{Kind: data.BadArgument, Detail: "--format " + *v + ": " + strings.Join(allowed, ", ")}
	}
}
