package commandline

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/library"
)

func (p *program) paragraphs() *cobra.Command {
	c := &cobra.Command{Use: "paragraphs FILE", Short: p.words.Say("cli.paragraphs"), Args: p.oneFile, Example: "  figurebook-cli paragraphs report.txt --format json"}
	hints, format := p.hints(c), p.format(c, "json")
	c.RunE = func(c *cobra.Command, args []string) error {
		if _, err := format(); err != nil {
			return err
		}
		report, err := library.Read(c.Context(), args[0], *hints)
		if err != nil {
			return err
		}
		return p.json(p.out, printed{report, orNull(report.Symbol)})
	}
	return c
}

// printed is a report whose unknown symbol is null.
type printed struct {
	*data.Report
	Symbol *string `json:"symbol"`
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (p *program) json(out io.Writer, v any) error {
	e := json.NewEncoder(out)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (p *program) extract() *cobra.Command {
	c := &cobra.Command{Use: "extract FILE", Short: p.words.Say("cli.extract"), Args: p.oneFile, Example: "  figurebook-cli extract report.txt --format table"}
	hints, format := p.hints(c), p.format(c, "jsonl", "csv", "table", "json")
	c.RunE = func(c *cobra.Command, args []string) error {
		form, err := format()
		if err != nil {
			return err
		}
		report, result, err := library.Extract(c.Context(), args[0], *hints)
		if err != nil {
			return err
		}
		return p.print(p.out, form, result.Figures, []data.Report{*report})
	}
	return c
}

func (p *program) imports() *cobra.Command {
	c := &cobra.Command{Use: "import FILE…", Short: p.words.Say("cli.import"), Args: p.someFiles, Example: "  figurebook-cli import report.txt --symbol S/2021/98"}
	hints := p.hints(c)
	c.Flags().BoolVar(&hints.Earlier, "earlier", false, p.words.Say("cli.flag.earlier"))
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		l, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer l.Close()
		var failed []error
		var alone error
		l.ImportAll(c.Context(), args, *hints, func(file string, o library.Outcome, err error) {
			switch {
			case err != nil && len(args) == 1:
				alone = err
			case err != nil:
				fmt.Fprintln(c.ErrOrStderr(), library.Sentence(err, p.words))
				failed = append(failed, err)
			case o.Changed:
				fmt.Fprintln(p.out, p.words.Say("cli.imported", file, o.Report.Key(), len(o.Report.Paragraphs), o.Figures))
				p.tellRevised(o)
			default:
				fmt.Fprintln(p.out, p.words.Say("cli.unchanged", file, o.Report.Key()))
			}
		})
		if alone != nil {
			return alone
		}
		return errors.Join(failed...)
	}
	return c
}

func (p *program) fetch() *cobra.Command {
	c := &cobra.Command{Use: "fetch SYMBOL", Short: p.words.Say("cli.fetch"), Args: p.oneFile, Example: "  figurebook-cli fetch S/2025/72 --lang zh"}
	edition := c.Flags().String("language", "", p.words.Say("cli.flag.edition"))
	site := c.Flags().String("site", library.DocumentSite, p.words.Say("cli.flag.site"))
	yes := c.Flags().Bool("yes", false, p.words.Say("cli.flag.yes"))
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		language := *edition
		if language == "" {
			if language = p.lang; language == "" {
				language = p.words.Short()
			}
		}
		host := *site
		if address, err := url.Parse(*site); err == nil {
			host = address.Host
		}
		if !*yes {
			if err := p.confirm(c.ErrOrStderr(), args[0], p.words.Say("cli.fetch_ask", host, args[0], language)); err != nil {
				return err
			}
		}
		l, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer l.Close()
		fmt.Fprintln(c.ErrOrStderr(), p.words.Say("cli.fetching", host, args[0], language))
		if err := library.PreparePDF(p.compiling(c)); err != nil {
			return err
		}
		o, err := l.Fetch(c.Context(), *site, args[0], language, p.fetched(c.ErrOrStderr()))
		if err != nil {
			return err
		}
		fmt.Fprintln(p.out, p.words.Say("cli.imported", args[0], o.Report.Key(), len(o.Report.Paragraphs), o.Figures))
		p.tellRevised(o)
		return nil
	}
	return c
}

// confirm asks whether a document may be downloaded. Where there is no terminal to ask at, or the answer is no, the error
// says so.
func (p *program) confirm(out io.Writer, symbol, question string) error {
	if terminal, ok := p.in.(*os.File); ok && !term.IsTerminal(int(terminal.Fd())) && os.Getenv("FIGUREBOOK_TERMINAL") == "" { // see cmd/console
		return &data.Fault{Kind: data.Unconfirmed, File: symbol}
	}
	fmt.Fprint(out, question)
	answer, _ := bufio.NewReader(p.in).ReadString('\n') // none is no
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "是", "好":
		return nil
	}
	return &data.Fault{Kind: data.Cancelled, File: symbol}
}

// fetched tells how much was downloaded: each tenth of a file whose size is known, else each megabyte.
func (p *program) fetched(out io.Writer) func(done, total int) {
	told := 0
	return func(done, total int) {
		step := 1 << 20
		if total > 0 {
			step = max(total/10, 1)
		}
		if done/step > told {
			told = done / step
			if total == 0 {
				fmt.Fprintln(out, p.words.Say("cli.fetched_some", (done+512)/1024))
				return
			}
			fmt.Fprintln(out, p.words.Say("cli.fetched", (done+512)/1024, (total+512)/1024))
		}
	}
}

func (p *program) reread() *cobra.Command {
	c := &cobra.Command{Use: "reread", Short: p.words.Say("cli.reread"), Args: p.noFile, Example: "  figurebook-cli reread"}
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		l, err := p.open(c.Context())
		if err != nil {
			return err
		}
		defer l.Close()
		reports, err := l.Reports(c.Context())
		if err != nil {
			return err
		}
		var failed []error
		for _, r := range reports {
			if r.Digest {
				continue
			}
			o, err := l.Reread(c.Context(), r.Key(), nil)
			switch {
			case err != nil:
				fmt.Fprintln(c.ErrOrStderr(), library.Sentence(err, p.words))
				failed = append(failed, err)
			case o.Changed:
				fmt.Fprintln(p.out, p.words.Say("cli.reread_done", o.Report.Key(), o.Figures))
			default:
				fmt.Fprintln(p.out, p.words.Say("cli.reread_same", o.Report.Key()))
			}
		}
		return errors.Join(failed...)
	}
	return c
}

func (p *program) quantities() *cobra.Command {
	c := &cobra.Command{Use: "quantities", Short: p.words.Say("cli.quantities"), Args: p.noFile, Example: "  figurebook-cli quantities --lang en < sentences.txt"}
	c.RunE = func(c *cobra.Command, _ []string) error {
		lines := bufio.NewReader(p.in)
		out := json.NewEncoder(p.out)
		out.SetEscapeHTML(false)
		for n := 1; ; n++ {
			line, end := lines.ReadString('\n')
			for _, q := range extraction.Recognise(strings.TrimRight(line, "\r\n")) {
				if err := out.Encode(struct {
					Line int `json:"line"`
					extraction.Recognised
				}{n, q}); err != nil {
					return err
				}
			}
			if errors.Is(end, io.EOF) {
				return nil
			}
			if end != nil {
				return end
			}
			if err := c.Context().Err(); err != nil {
				return err
			}
		}
	}
	return c
}

func (p *program) check() *cobra.Command {
	c := &cobra.Command{Use: "check", Short: p.words.Say("cli.check"), Args: p.noFile, Example: "  figurebook-cli check --report S/2021/98"}
	report := c.Flags().String("report", "", p.words.Say("cli.flag.report"))
	format := p.format(c, "table", "json")
	p.databaseFlag(c)
	c.RunE = func(c *cobra.Command, _ []string) error {
		form, l, err := p.openFor(c.Context(), format)
		if err != nil {
			return err
		}
		defer l.Close()
		findings, figures, err := l.Check(c.Context(), *report)
		if err != nil {
			return err
		}
		if form == "json" {
			return p.json(p.out, findings)
		}
		byID := map[string]data.Figure{}
		for _, f := range figures {
			byID[f.ID] = f
		}
		for _, f := range findings {
			fmt.Fprintln(p.out, p.words.Say("finding."+string(f.Kind)))
			shown := f.Figures
			if f.Near != "" { // the sentence of the other edition, to compare
				shown = append(slices.Clone(shown), f.Near)
			}
			for _, id := range shown {
				fmt.Fprintf(p.out, "  %s · %s · %s\n    %s\n", charts.Cite(byID[id], p.words), byID[id].Language, byID[id].Text, byID[id].Sentence)
			}
		}
		fmt.Fprintln(p.out, p.words.Say("cli.checked", len(findings), len(figures)))
		return nil
	}
	return c
}
