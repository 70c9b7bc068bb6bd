package commandline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/charts/export"
	"figurebook.org/figurebook/data"
)

// chartFlags are what a call says of its chart.
type chartFlags struct {
	file, from string // a Spec, or a file that carries one
	by, kind   string
	size       string
	theme      string
	scale      string
	scheme     string
	out        string
	zoom       int
	text       bool
}

func (p *program) chart() *cobra.Command {
	c := &cobra.Command{Use: "chart", Short: p.words.Say("cli.chart"), Args: p.noFile, Example: "  figurebook-cli chart --measure fighters --by place --lang en --out fighters.png"}
	filter := p.filter(c)
	p.databaseFlag(c)
	var f chartFlags
	for _, flag := range []struct {
		value         *string
		name, initial string
		allowed       string
	}{
		{&f.by, "by", "place", ""},
		{&f.kind, "kind", "", kinds()},
		{&f.size, "size", "", strings.Join(charts.Sizes, ", ")},
		{&f.theme, "theme", "", strings.Join(charts.Themes, ", ")},
		{&f.scale, "scale", "", strings.Join(charts.Scales, ", ")},
		{&f.scheme, "scheme", "", strings.Join(charts.Schemes, ", ")},
		{&f.file, "spec", "", ""},
		{&f.from, "from", "", ""},
		{&f.out, "out", "", strings.Join(export.Formats, ", ")},
	} {
		c.Flags().StringVar(flag.value, flag.name, flag.initial, p.words.Say("cli.chart."+flag.name, flag.allowed))
	}
	c.Flags().IntVar(&f.zoom, "zoom", 2, p.words.Say("cli.chart.zoom"))
	c.Flags().BoolVar(&f.text, "text", false, p.words.Say("cli.chart.text"))
	c.RunE = func(c *cobra.Command, _ []string) error {
		spec, err := p.chartSpec(c, f, *filter)
		if err != nil {
			return err
		}
		if f.out == "" && f.from != "" {
			return p.json(p.out, spec)
		}
		format, ok := export.ForFile(f.out)
		if !ok {
			return &data.Fault{Kind: data.BadArgument, Detail: "--out " + f.out + " (FILE." + strings.Join(export.Formats, ", FILE.") + ")"}
		}
		return p.drawChart(c, spec, filter.Period, format, f)
	}
	return c
}

func kinds() string {
	var all []string
	for _, k := range charts.Kinds {
		all = append(all, string(k))
	}
	return strings.Join(all, ", ")
}

// chartSpec is the Spec of a file, if the call names one, with what the call says besides laid over it.
func (p *program) chartSpec(c *cobra.Command, f chartFlags, filter data.Filter) (charts.Spec, error) {
	spec := charts.Spec{By: f.by, Language: p.words.Short()}
	switch {
	case f.file != "" && f.from != "":
		return spec, &data.Fault{Kind: data.BadArgument, Detail: "--spec, --from"}
	case f.file != "":
		raw, err := os.ReadFile(f.file)
		if errors.Is(err, fs.ErrNotExist) {
			return spec, &data.Fault{Kind: data.FileMissing, File: f.file, Err: err}
		} else if err != nil {
			return spec, &data.Fault{Kind: data.FileUnreadable, File: f.file, Detail: err.Error(), Err: err}
		}
		if spec, err = charts.ParseSpec(raw); err != nil {
			var fault *data.Fault
			if errors.As(err, &fault) {
				fault.File, fault.Detail = f.file, f.file+": "+fault.Detail
			}
			return spec, err
		}
	case f.from != "":
		specs, err := export.ReadFile(f.from)
		if err != nil {
			return spec, err
		}
		spec = specs[0]
	}
	for _, o := range []struct {
		flag, value string
		field       *string
	}{
		{"measure", filter.Measure, &spec.Measure},
		{"place", filter.Place, &spec.Place},
		{"group", filter.Group, &spec.Group},
		{"report", filter.Report, &spec.Report},
		{"by", f.by, &spec.By},
		{"kind", f.kind, (*string)(&spec.Kind)},
		{"size", f.size, &spec.Size},
		{"theme", f.theme, &spec.Theme},
		{"scale", f.scale, &spec.Scale},
		{"scheme", f.scheme, &spec.Scheme},
		{"lang", p.words.Short(), &spec.Language},
	} {
		if c.Flags().Changed(o.flag) {
			*o.field = o.value
		}
	}
	return spec, spec.Validate()
}

func (p *program) drawChart(c *cobra.Command, spec charts.Spec, period, format string, f chartFlags) error {
	l, err := p.open(c.Context())
	if err != nil {
		return err
	}
	defer l.Close()
	figures, err := l.Figures(c.Context(), data.Filter{Period: period})
	if err != nil {
		return err
	}
	reports, err := l.Reports(c.Context())
	if err != nil {
		return err
	}
	chart, err := charts.Build(spec, figures, l.Words)
	if err != nil {
		return err
	}
	options := export.Options{Scale: f.zoom, Text: f.text, Vocabulary: l.Words, Reports: reports}
	written, err := briefing.Chart(f.out, chart, format, options)
	if len(written) > 1 {
		fmt.Fprintln(c.ErrOrStderr(), p.words.Say("cli.chart.parts", len(written), written[0]))
	}
	return err
}
