package commandline

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts/exchange"
)

const text = "A report on the valley\n\nI. Introduction\n\n1. The valley has more than 7,000 residents.\n\n2. Between 300 and 400 teachers work in Mali.\n"

// call runs one command in a folder of its own that holds report.txt.
func call(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	status = run(context.Background(), "0.0.0", args, &o, &e)
	return status, o.String(), e.String()
}

func folder(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	if err := os.WriteFile("report.txt", []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestParagraphs(t *testing.T) {
	folder(t)
	status, out, errs := call(t, "paragraphs", "report.txt", "--format", "json")
	if status != 0 {
		t.Fatal(errs)
	}
	var got struct {
		Symbol     *string
		Language   string
		Title      string
		Sections   []struct{ Number, Title string }
		Paragraphs []struct{ Number, Section, Text string }
		Footnotes  []any
		Notes      []any
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Symbol != nil || got.Language != "en" || got.Title != "A report on the valley" || len(got.Sections) != 1 || len(got.Paragraphs) != 2 || got.Footnotes == nil || got.Notes == nil {
		t.Errorf("printed %s", out)
	}
	if _, out, _ = call(t, "paragraphs", "report.txt", "--symbol", "A/99/1"); !strings.Contains(out, `"symbol": "A/99/1"`) {
		t.Errorf("the symbol given is not printed: %s", out)
	}
}

func TestExtract(t *testing.T) {
	folder(t)
	_, out, _ := call(t, "extract", "report.txt")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 {
		t.Fatalf("printed %s", out)
	}
	var f struct {
		Value      *float64
		Low, High  *float64
		Bound      string
		Hedge      string
		Report     *string
		Paragraph  string
		Start, End int
	}
	if err := json.Unmarshal([]byte(lines[1]), &f); err != nil {
		t.Fatal(err)
	}
	if f.Value != nil || *f.Low != 300 || *f.High != 400 || f.Bound != "range" || f.Report != nil || f.Paragraph != "2" {
		t.Errorf("printed %s", lines[1])
	}
	_, out, _ = call(t, "extract", "report.txt", "--format", "csv")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) != 3 || rows[0][1] != "quantity" || rows[1][1] != "more than 7,000" {
		t.Errorf("printed %s, %v", out, err)
	}
	for language, want := range map[string]string{"en": "more than 7,000", "zh": "超过 7,000"} {
		if _, out, _ = call(t, "extract", "report.txt", "--format", "table", "--lang", language); !strings.Contains(out, want) {
			t.Errorf("the %s table lacks %q: %s", language, want, out)
		}
	}
}

func TestDatabase(t *testing.T) {
	folder(t)
	status, out, errs := call(t, "import", "report.txt", "--symbol", "S/2099/1", "--db", "a.db")
	if status != 0 || !strings.Contains(out, "2 figures kept") {
		t.Fatalf("%s%s", out, errs)
	}
	if _, out, _ = call(t, "import", "report.txt", "--symbol", "S/2099/1", "--db", "a.db"); !strings.Contains(out, "nothing changed") {
		t.Errorf("the second import says %s", out)
	}
	_, out, _ = call(t, "figures", "--report", "S/2099/1", "--format", "jsonl", "--db", "a.db")
	if strings.Count(out, "\n") != 2 {
		t.Errorf("listed %s", out)
	}
	for flags, want := range map[string]int{
		"--report S/2099/1 --bound range": 1, "--words valley --report S/2099/1": 1, "--status confirmed": 0, "--within Mali --report S/2099/1": 1, "--report S/2099/1 --sort value:down --limit 1": 1,
	} {
		if status, out, errs = call(t, append(strings.Fields("figures --format jsonl --db a.db"), strings.Fields(flags)...)...); status != 0 || strings.Count(out, "\n") != want {
			t.Errorf("%s lists %s%s, want %d", flags, out, errs, want)
		}
	}
	if _, out, _ = call(t, "search", "more", "residents", "--format", "jsonl", "--db", "a.db"); strings.Count(out, "\n") != 1 || !strings.Contains(out, `"paragraph":"1"`) || !strings.Contains(out, `"places":[[15,19],[31,40]]`) {
		t.Errorf("the search prints %s", out)
	}
	if _, out, _ = call(t, "search", "unicorns", "--db", "a.db"); out != "0 found\n" {
		t.Errorf("the search prints %s", out)
	}
	if status, _, errs = call(t, "figures", "--sort", "colour", "--db", "a.db"); status != 1 || !strings.Contains(errs, "colour") {
		t.Errorf("sorted by no column: %d, %s", status, errs)
	}
	if status, _, errs = call(t, "chart", "--measure", "fighters", "--by", "place", "--lang", "zh", "--out", "a.png", "--db", "a.db"); status != 0 {
		t.Fatal(errs)
	}
	if raw, err := os.ReadFile("a.png"); err != nil || !bytes.HasPrefix(raw, []byte("\x89PNG")) {
		t.Errorf("no PNG: %v", err)
	}
	status, out, errs = call(t, "briefing", "--out", "b", "--db", "a.db")
	if status != 0 {
		t.Fatal(errs)
	}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n") {
		if info, err := os.Stat(line); err != nil || info.Size() == 0 {
			t.Errorf("%s was listed and is not there: %v", line, err)
		}
	}
	if raw, _ := os.ReadFile(filepath.Join("b", "README.txt")); !strings.Contains(string(raw), "no product of the United Nations") || !strings.Contains(string(raw), "Figurebook's summary") {
		t.Errorf("the briefing says %s", raw)
	}
}

// TestBackup: a backup is written, verified and put in place; what was there is kept.
func TestBackup(t *testing.T) {
	folder(t)
	for _, c := range []struct{ args, says string }{
		{"import report.txt --symbol S/2099/1 --db a.db", "2 figures kept"},
		{"backup --out copy.db --db a.db", "Written: copy.db"},
		{"verify --db copy.db", "copy.db is sound"},
		{"import report.txt --symbol S/2099/2 --db a.db", "2 figures kept"},
		{"restore copy.db --db a.db", "a.db is now as in copy.db"},
		{"figures --report S/2099/2 --format jsonl --db a.db", ""},
		{"restore --db a.db", "replaced"},
	} {
		status, out, errs := call(t, strings.Fields(c.args)...)
		if status != 0 || !strings.Contains(out, c.says) || c.says == "" && out != "" {
			t.Errorf("%s: status %d, %s%s", c.args, status, out, errs)
		}
	}
	if status, _, errs := call(t, "backup", "--out", "copy.db", "--db", "a.db"); status != 1 || !strings.Contains(errs, "copy.db exists already") {
		t.Errorf("over a file: %d, %s", status, errs)
	}
	if status, _, errs := call(t, "restore", "report.txt", "--db", "a.db"); status != 1 || !strings.Contains(errs, "report.txt is not a Figurebook database") {
		t.Errorf("from a text: %d, %s", status, errs)
	}
}

// TestExamples: the example in each command's help works.
func TestExamples(t *testing.T) {
	for _, command := range []string{"paragraphs", "extract", "import", "figures", "search", "backup", "restore", "verify", "check", "chart", "briefing", "reread", "version"} {
		t.Run(command, func(t *testing.T) {
			folder(t)
			_, help, _ := call(t, command, "--help")
			_, after, ok := strings.Cut(help, "Example:\n  figurebook-cli ")
			line, _, _ := strings.Cut(after, "\n")
			if !ok {
				t.Fatalf("no example in %s", help)
			}
			args := strings.Fields(line)
			switch command {
			case "import", "figures", "search", "backup", "restore", "verify", "check", "chart", "briefing", "reread":
				args = append(args, "--db", "a.db")
			}
			if command == "verify" { // there must be something to look through
				call(t, "figures", "--db", "a.db")
			}
			if status, _, errs := call(t, args...); status != 0 {
				t.Errorf("%s: %s", line, errs)
			}
		})
	}
}

func TestFailures(t *testing.T) {
	folder(t)
	if err := os.WriteFile("letter.db", []byte("Dear Sir or Madam, this is no database."), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args   []string
		status int
		says   string
	}{
		"a missing file":       {[]string{"extract", "none.txt"}, 1, "none.txt does not exist."},
		"in Chinese":           {[]string{"extract", "none.txt", "--lang", "zh"}, 1, "none.txt 不存在。"},
		"an unknown flag":      {[]string{"extract", "report.txt", "--colour"}, 2, "--colour"},
		"an unknown command":   {[]string{"paint"}, 2, "paint"},
		"no file named":        {[]string{"extract"}, 2, "one file"},
		"an unknown form":      {[]string{"extract", "report.txt", "--format", "xml"}, 1, "xml"},
		"no database":          {[]string{"figures", "--db", "letter.db"}, 1, "letter.db is not a Figurebook database"},
		"a chart of nothing":   {[]string{"chart", "--measure", "unicorns", "--out", "a.png", "--db", "a.db"}, 1, "unicorns"},
		"a chart of no kind":   {[]string{"chart", "--measure", "fighters", "--out", "a.gif", "--db", "a.db"}, 1, "a.gif"},
		"an unwritable target": {[]string{"chart", "--measure", "fighters", "--out", "none/a.png", "--db", "a.db"}, 1, "none/a.png cannot be written"},
	} {
		t.Run(name, func(t *testing.T) {
			status, out, errs := call(t, c.args...)
			if status != c.status || !strings.Contains(errs, c.says) || strings.Count(errs, "\n") != 1 || out != "" {
				t.Errorf("status %d, %q, %q; want %d and %q in one line", status, out, errs, c.status, c.says)
			}
		})
	}
}

// TestWrongCalls: a wrong call says in the user's language what is wrong, and ends with status 2.
func TestWrongCalls(t *testing.T) {
	folder(t)
	for _, c := range []struct{ call, want string }{
		{"extract", "given 0"},
		{"extract report.txt --colour", "no flag --colour"},
		{"extract report.txt --format", "--format needs a value"},
		{"invent", "no command invent"},
		{"figures report.txt", "given report.txt"},
		{"chart paint --out a.png", "given paint"},
		{"import", "given 0"},
		{"extract --lang zh report.txt --colour", "没有选项 --colour"},
	} {
		status, out, errs := call(t, strings.Fields(c.call)...)
		if status != 2 || out != "" || !strings.Contains(errs, c.want) || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: status %d, printed %q, said %q", c.call, status, out, errs)
		}
	}
}

// TestHelp: every command's help is in the user's language alone and shows an example.
func TestHelp(t *testing.T) {
	folder(t)
	for _, command := range []string{"paragraphs", "extract", "import", "figures", "chart", "briefing", "version"} {
		status, out, _ := call(t, command, "--help", "--lang", "zh")
		if status != 0 || !strings.Contains(out, "示例:\n  figurebook-cli "+command) || strings.Contains(out, "Usage") || strings.Contains(out, "help for") {
			t.Errorf("%s --help, status %d:\n%s", command, status, out)
		}
	}
}

// TestFigures_formats: every format is written to a file that its ending chooses, whole; one in bytes is not for a terminal.
func TestFigures_formats(t *testing.T) {
	folder := t.TempDir()
	database := filepath.Join(folder, "a.db")
	for _, f := range exchange.Formats {
		file := filepath.Join(folder, "figures"+f.Ending)
		if status, _, errs := call(t, "figures", "--db", database, "--report", "S/2021/98", "--out", file); status != 0 {
			t.Fatalf("%s: %s", f.Name, errs)
		}
		raw, err := os.ReadFile(file)
		if err != nil || len(raw) < 500 {
			t.Errorf("%s: %d bytes, %v", f.Name, len(raw), err)
		}
		if bytes.Contains(raw, []byte(folder)) {
			t.Errorf("%s names the folder", f.Name)
		}
	}
	if status, _, errs := call(t, "figures", "--db", database, "--format", "xlsx"); status == 0 || !strings.Contains(errs, "--out FILE.xlsx") {
		t.Errorf("a workbook for the terminal: %d %s", status, errs)
	}
}

func TestReports(t *testing.T) {
	folder(t)
	for _, symbol := range []string{"S/2099/71", "S/2099/71/Rev.1", "S/2099/71/Rev.1/Corr.1"} {
		if status, _, errs := call(t, "import", "report.txt", "--symbol", symbol, "--db", "a.db"); status != 0 {
			t.Fatal(errs)
		}
	}
	status, out, errs := call(t, "reports", "--db", "a.db")
	if status != 0 {
		t.Fatal(errs)
	}
	for _, want := range []string{
		"S/2099/71@en                          superseded by S/2099/71/Rev.1\n",
		"supersedes S/2099/71 · corrected by S/2099/71/Rev.1/Corr.1\n",
		"corrects S/2099/71/Rev.1; its figures are not counted\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the list lacks %q:\n%s", want, out)
		}
	}
	status, out, _ = call(t, "figures", "--db", "a.db", "--format", "jsonl", "--words", "valley")
	if n := strings.Count(out, "\n"); status != 0 || n != 1 {
		t.Errorf("%d figures of the one statement:\n%s", n, out)
	}
}

// TestFetch_asks: nothing is asked of the network unless a person says so.
func TestFetch_asks(t *testing.T) {
	folder(t)
	asked := 0
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { asked++; w.WriteHeader(http.StatusNotFound) }))
	defer site.Close()
	arguments := []string{"fetch", "S/2099/1", "--site", site.URL + "/{symbol}", "--db", "a.db"}
	if status, _, errs := call(t, arguments...); status != 1 || asked != 0 || !strings.Contains(errs, "--yes") {
		t.Errorf("without a terminal: status %d, %d downloads, %s", status, asked, errs)
	}
	if _, err := os.Stat("a.db"); err == nil {
		t.Error("a download that was not confirmed made a database")
	}
	for answer, want := range map[string]int{"\n": 0, "n\n": 0, "": 0, "no\n": 0, "Y\n": 1, "yes\n": 1, "是\n": 1} {
		p := &program{in: strings.NewReader(answer), words: translations.For("en")}
		var question bytes.Buffer
		if err := p.confirm(&question, "S/2099/1", "Download?"); (err == nil) != (want == 1) || question.String() != "Download?" {
			t.Errorf("the answer %q: %v", answer, err)
		}
	}
	if status, _, errs := call(t, append(arguments, "--yes")...); status != 1 || asked != 1 || !strings.Contains(errs, "S/2099/1") {
		t.Errorf("with --yes: status %d, %d downloads, %s", status, asked, errs)
	}
}

// TestManual: the packages get a page for each command that the help lists, and completions of three shells.
func TestManual(t *testing.T) {
	folder(t)
	if status, _, errs := call(t, "manual", "share", "--date", "2026-01-02"); status != 0 {
		t.Fatal(errs)
	}
	_, help, _ := call(t, "--help", "--lang", "en")
	_, list, _ := strings.Cut(help, "Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	commands := strings.Split(strings.TrimSpace(list), "\n")
	if len(commands) < 10 {
		t.Fatalf("the help lists %q", commands)
	}
	for _, line := range commands {
		name := strings.Fields(line)[0]
		page, err := os.ReadFile("share/man/man1/figurebook-cli-" + name + ".1")
		if err != nil || !strings.Contains(string(page), "figurebook-cli "+name) || !strings.Contains(string(page), "Jan 2026") {
			t.Errorf("the page of %s: %v\n%.300s", name, err, page)
		}
	}
	for _, file := range []string{"bash-completion/completions/figurebook-cli", "zsh/vendor-completions/_figurebook-cli", "fish/vendor_completions.d/figurebook-cli.fish"} {
		if text, err := os.ReadFile(filepath.Join("share", file)); err != nil || !strings.Contains(string(text), "figurebook-cli") {
			t.Errorf("%s: %v", file, err)
		}
	}
}
