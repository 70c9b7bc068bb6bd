package figurebook_test

import (
	"os/exec"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/licences"
)

const module = "figurebook.org/figurebook/"

// imports gives for each package of the project all that it imports, directly, or with deps at any depth.
func imports(t *testing.T, field string) map[string][]string {
	t.Helper()
	out, err := exec.Command("go", "list", "-tags", "migrated_fynedo", "-f", `{{.ImportPath}} {{join .`+field+` " "}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(line)
		all[strings.TrimPrefix(fields[0], module)] = fields[1:]
	}
	if len(all) < 10 {
		t.Fatalf("only %d packages listed", len(all))
	}
	return all
}

// TestImportRules holds who may import whom: cmd → app → charts → data; assets imports nothing of the project.
func TestImportRules(t *testing.T) {
	for pkg, deps := range imports(t, "Deps") {
		for _, dep := range deps {
			own, isOwn := strings.CutPrefix(dep, module)
			window := strings.HasPrefix(pkg, "app") || pkg == "cmd/figurebook"
			switch {
			case strings.HasPrefix(dep, "fyne.io/") && !window:
				t.Errorf("%s imports %s: only app and cmd/figurebook know Fyne", pkg, dep)
			case !isOwn:
			case strings.HasPrefix(pkg, "assets/"):
				t.Errorf("%s imports %s: assets imports nothing of the project", pkg, own)
			case strings.HasPrefix(pkg, "data") && (strings.HasPrefix(own, "charts") || strings.HasPrefix(own, "app")):
				t.Errorf("%s imports %s: data knows neither charts nor the window", pkg, own)
			case strings.HasPrefix(pkg, "charts") && (strings.HasPrefix(own, "app") || own == "data/store" || own == "data/library"):
				t.Errorf("%s imports %s: charts gets figures as arguments", pkg, own)
			}
		}
	}
	for pkg, direct := range imports(t, "Imports") {
		for _, dep := range direct {
			if dep == "database/sql" && pkg != "data/store" {
				t.Errorf("%s imports database/sql: only data/store knows SQL", pkg)
			}
		}
	}
}

// TestLicences: the licence of every module that the programs contain is shown in About and goes into each package.
func TestLicences(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-tags", "migrated_fynedo", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for module := range strings.Lines(string(out)) {
		if name := strings.TrimSpace(module); name != "" && !strings.Contains(licences.ThirdParty, name+"\n") {
			t.Errorf("the licence of %s is missing: run go run ./assets/packaging/licences", name)
		}
	}
}
