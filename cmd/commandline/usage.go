package commandline

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// wrongCall is what is wrong with a call of the program, in the user's language.
type wrongCall string

// Error is part of error.
func (w wrongCall) Error() string { return string(w) }

// help has cobra's own words said in the user's language.
func (p *program) help(root *cobra.Command) {
	say := p.words.Say
	usage := strings.NewReplacer("USAGE", say("cli.head.usage"), "COMMANDS", say("cli.head.commands"), "EXAMPLE", say("cli.head.example"), "FLAGS", say("cli.head.flags")).Replace(
		`USAGE:
  {{.UseLine}}{{if .HasAvailableSubCommands}}

COMMANDS:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

EXAMPLE:
{{.Example}}{{end}}{{if .HasAvailableFlags}}

FLAGS:
{{.Flags.FlagUsages | trimTrailingWhitespaces}}{{end}}
`)
	root.SetUsageTemplate(usage)
	root.SetHelpTemplate("{{.Short}}\n\n" + usage)
	root.PersistentFlags().BoolP("help", "h", false, say("cli.help"))
	root.SetHelpCommand(&cobra.Command{Use: "help", Hidden: true, RunE: func(*cobra.Command, []string) error { return root.Help() }})
}

func (p *program) flagError(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		dashes := "--"
		if unknown.GetSpecifiedShortnames() != "" {
			dashes = "-"
		}
		return wrongCall(p.words.Say("cli.wrong.flag", dashes+unknown.GetSpecifiedName()))
	case errors.As(err, &empty):
		return wrongCall(p.words.Say("cli.wrong.no_value", "--"+empty.GetFlag().Name))
	case errors.As(err, &value):
		return wrongCall(p.words.Say("cli.wrong.value", "--"+value.GetFlag().Name, value.GetValue()))
	}
	return wrongCall(err.Error())
}

func (p *program) oneFile(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return wrongCall(p.words.Say("cli.wrong.one_file", len(args)))
	}
	return nil
}

func (p *program) someFiles(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return wrongCall(p.words.Say("cli.wrong.files", 1, 0))
	}
	return nil
}

func (p *program) noFile(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongCall(p.words.Say("cli.wrong.no_file", strings.Join(args, " ")))
	}
	return nil
}
