// Command licences writes assets/licences/third-party.txt: the licence of every module that either program contains on any
// of the three systems. Run it from the project's root after a change of go.mod.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const target = "assets/licences/third-party.txt"

func main() {
	if err := write(); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

// module is a library of the programs: its path and version as go.mod has them, and where its files are.
type module struct{ name, folder string }

func write() error {
	modules, err := contained()
	if err != nil {
		return err
	}
	carriers := map[string][]string{} // licence text → the modules under it
	var texts []string
	for _, m := range modules {
		text, err := licence(m.folder)
		if err != nil {
			return fmt.Errorf("%s: %w", m.name, err)
		}
		if carriers[text] == nil {
			texts = append(texts, text)
		}
		carriers[text] = append(carriers[text], m.name)
	}
	rule := strings.Repeat("=", 100)
	var out strings.Builder
	out.WriteString("The libraries that Figurebook contains, and their licences. SQLite, within go-sqlite3, is in the public domain.\n" +
		"PDFium, within go-pdfium, is under the Apache License 2.0, whose text stands below, and holds FreeType, ICU, libjpeg-turbo,\n" +
		"OpenJPEG, Little CMS, zlib and AGG. The font is under the SIL Open Font License 1.1 (OFL.txt).\n")
	for _, text := range texts {
		fmt.Fprintf(&out, "\n%s\n%s\n%s\n\n%s\n", rule, strings.Join(carriers[text], "\n"), rule, text)
	}
	return os.WriteFile(target, []byte(out.String()), 0o644)
}

// contained are the modules of both programs on the three systems, in order.
func contained() ([]module, error) {
	folders := map[string]string{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		c := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", "./cmd/...")
		c.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
		c.Stderr = os.Stderr
		listed, err := c.Output()
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(listed)) {
			if name, folder, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				folders[name] = folder
			}
		}
	}
	var all []module
	for name, folder := range folders {
		all = append(all, module{name, folder})
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.name, b.name) })
	return all, nil
}

// licence is the text of the licence files of a module, its notices with it.
func licence(folder string) (string, error) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return "", err
	}
	var parts []string
	for _, f := range files {
		name := strings.ToUpper(f.Name())
		if f.IsDir() || strings.HasSuffix(name, ".GO") || !slices.ContainsFunc([]string{"LICEN", "COPYING", "UNLICENSE", "NOTICE"}, func(s string) bool { return strings.HasPrefix(name, s) }) {
			continue
		}
		raw, err := os.ReadFile(filepath.Join(folder, f.Name()))
		if err != nil {
			return "", err
		}
		parts = append(parts, strings.TrimSpace(strings.ReplaceAll(string(raw), "\r\n", "\n")))
	}
	if len(parts) == 0 {
		return "", errors.New("no licence file")
	}
	return strings.Join(parts, "\n\n"), nil
}
