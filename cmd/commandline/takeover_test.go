package commandline

import (
	"context"
	"os"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// TestTakeover: the import of a revision offers the reviews of what it revises, takeover gives them once, to the sentence
// that was reviewed of two that say the same; the figures of the revision say so, in both languages.
func TestTakeover(t *testing.T) {
	folder(t)
	write := func(name, symbol, more string) {
		t.Helper()
		text := "United Nations    " + symbol + "\nSecurity Council    Distr.: General\n    3 February 2099\n\nA report on the valley\n\nI. Introduction\n\n1. There are 9 wells.\n\n2. There are 9 wells.\n\n3. " + more + "\n"
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("first.txt", "S/2099/1", "Some 300 teachers work in Mali.")
	write("revision.txt", "S/2099/1/Rev.1", "Some 350 teachers work in Mali.")
	if status, _, errs := call(t, "import", "first.txt", "--db", "a.db"); status != 0 {
		t.Fatal(errs)
	}
	if _, out, _ := call(t, "takeover", "S/2099/1", "--db", "a.db"); !strings.Contains(out, "no reviews") {
		t.Errorf("of a report that revises nothing: %s", out)
	}
	ctx := context.Background()
	l, err := library.Open(ctx, "a.db")
	if err != nil {
		t.Fatal(err)
	}
	all, err := l.Figures(ctx, data.Filter{Report: "S/2099/1"})
	if err != nil || len(all) != 3 {
		t.Fatalf("%d figures, %v", len(all), err)
	}
	for _, f := range all[1:] { // the second of two equal sentences, and one that the revision changes
		if _, err := l.SetStatus(ctx, data.Confirmed, "", f.ID); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	status, out, errs := call(t, "import", "revision.txt", "--db", "a.db")
	if status != 0 || !strings.Contains(out, "takes its place: 3; checked ones among them: 2") || !strings.Contains(out, "can be taken over: 1 (figurebook-cli takeover S/2099/1/Rev.1)") {
		t.Errorf("status %d, %s%s", status, out, errs)
	}
	if _, out, _ := call(t, "takeover", "S/2099/1/Rev.1", "--db", "a.db", "--lang", "zh-Hans"); !strings.Contains(out, "1") || !strings.ContainsRune(out, '核') {
		t.Errorf("said %q", out)
	}
	if _, out, _ := call(t, "takeover", "S/2099/1/Rev.1", "--db", "a.db"); !strings.Contains(out, "no reviews") {
		t.Errorf("a second time: %s", out)
	}
	if status, _, errs := call(t, "takeover", "S/2099/9", "--db", "a.db"); status == 0 || !strings.Contains(errs, "S/2099/9") {
		t.Errorf("of a report that is not there: status %d, %s", status, errs)
	}
	_, out, _ = call(t, "figures", "--db", "a.db", "--report", "S/2099/1/Rev.1", "--format", "jsonl")
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 3 || strings.Contains(lines[0], `"confirmed"`) || !strings.Contains(lines[1], `"confirmed"`) || strings.Contains(lines[2], `"confirmed"`) {
		t.Errorf("the revision's figures:\n%s", out)
	}
}
