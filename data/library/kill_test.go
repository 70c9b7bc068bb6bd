package library

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
)

// importing is set in the process that TestImport_killed kills: the folder with the database and the reports.
const importing = "FIGUREBOOK_TEST_IMPORTING"

func TestMain(m *testing.M) {
	if folder := os.Getenv(importing); folder != "" {
		importForever(folder)
	}
	os.Exit(m.Run())
}

// importForever imports the reports of a folder over and over, each time with another number in them.
func importForever(folder string) {
	l, err := Open(context.Background(), filepath.Join(folder, "a.db"))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	for n := 1; ; n++ {
		for i := range 3 {
			file := filepath.Join(folder, fmt.Sprintf("S-2099-%d.txt", i+1))
			text := "A report on the valley\n"
			for p := range 20 {
				text += fmt.Sprintf("\n%d. More than %d fighters left Somalia for Mali, and %d people saw them.\n", p+1, n*10, n*10)
			}
			if os.WriteFile(file, []byte(text), 0o600) != nil {
				os.Exit(4)
			}
			if _, err := l.Import(context.Background(), file, reading.Hints{}); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(5)
			}
		}
	}
}

// TestImport_killed kills an importing process at random moments: what is found after is whole, every report with all
// of its figures of one and the same import.
func TestImport_killed(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 200 processes")
	}
	folder := t.TempDir()
	whole(t, filepath.Join(folder, "a.db")) // makes it, which takes longest
	began := time.Now()
	whole(t, filepath.Join(folder, "a.db"))
	opening := time.Since(began)
	kept := 0
	for round := range 200 {
		c := exec.Command(os.Args[0], "-test.run=^$")
		c.Env = append(os.Environ(), importing+"="+folder)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(5*time.Millisecond + rand.N(120*time.Millisecond+2*opening))
		_ = c.Process.Kill()
		_ = c.Wait()
		if code := c.ProcessState.ExitCode(); code > 0 {
			t.Fatalf("round %d: the process ended by itself with %d", round, code)
		}
		if round%10 != 9 {
			continue
		}
		kept += whole(t, filepath.Join(folder, "a.db"))
	}
	if kept == 0 {
		t.Error("no import was ever kept: the test kills too early to say anything")
	}
}

// whole checks that every report is there with all of its figures, and gives the number of imported reports.
func whole(t *testing.T, path string) int {
	t.Helper()
	ctx := context.Background()
	l, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	reports, err := l.Reports(ctx)
	if err != nil {
		t.Fatal(err)
	}
	imported := 0
	for _, r := range reports {
		figures, err := l.Figures(ctx, data.Filter{Report: r.Symbol, Language: r.Language})
		if err != nil {
			t.Fatal(err)
		}
		if r.Digest {
			if len(figures) == 0 {
				t.Errorf("%s has no figures", r.Key())
			}
			continue
		}
		imported++
		original, err := l.Original(ctx, r.Key())
		if err != nil || original == nil || original.Hash != r.Hash {
			t.Errorf("%s: its file is not the one that it was read from: %v", r.Key(), err)
		}
		if len(figures) != 40 {
			t.Errorf("%s has %d figures of 40", r.Key(), len(figures))
		}
		for _, f := range figures {
			if f.Value.Cmp(*figures[0].Value) != 0 {
				t.Errorf("%s holds figures of two imports", r.Key())
				break
			}
		}
	}
	return imported
}
