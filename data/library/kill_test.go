package library

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/reading"
	"figurebook.org/figurebook/data/store"
)

// working is set in the process that TestKilled kills: the folder with the database and the reports.
const working = "FIGUREBOOK_TEST_WORKING"

func TestMain(m *testing.M) {
	if folder := os.Getenv(working); folder != "" {
		if err := workForever(folder); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
	}
	os.Exit(m.Run())
}

// reviewedReport is the report whose figures are reviewed, in its n-th reading: the words and places of the figures move.
func reviewedReport(folder string, n int) (string, error) {
	file := filepath.Join(folder, "S-2098-1.txt")
	words := [][2]string{{"More than", ""}, {"Over", "It was cold. "}}[n%2]
	text := "A report on the valley\n"
	for p := range 3 {
		text += fmt.Sprintf("\n%d. %s%s %d fighters left Somalia for Mali.\n", p+1, words[1], words[0], 7000+p)
	}
	return file, os.WriteFile(file, []byte(text), 0o600)
}

// workForever imports the reports of a folder over and over, each time with another number in them, and between reviews
// the figures of one that is read in turns in two ways. It prints the number of the last review that it finds, and then that
// of each one that it has kept.
func workForever(folder string) error {
	ctx := context.Background()
	l, err := Open(ctx, filepath.Join(folder, "a.db"))
	if err != nil {
		return err
	}
	kept, split, err := lastReview(ctx, l.Store)
	if err != nil {
		return err
	}
	fmt.Println(kept)
	if split { // the process was killed before it undid that
		if _, err := l.Undo(ctx); err != nil {
			return err
		}
	}
	for n := kept + 1; ; n++ {
		file, err := reviewedReport(folder, n)
		if err != nil {
			return err
		}
		if _, err := l.Import(ctx, file, reading.Hints{}); err != nil {
			return err
		}
		if err := review(ctx, l, n); err != nil {
			return err
		}
		fmt.Println(n)
		file = filepath.Join(folder, fmt.Sprintf("S-2099-%d.txt", n%3+1))
		text := "A report on the valley\n"
		for p := range 20 {
			text += fmt.Sprintf("\n%d. More than %d fighters left Somalia for Mali, and %d people saw them.\n", p+1, n*10, n*10)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			return err
		}
		if _, err := l.Import(ctx, file, reading.Hints{}); err != nil {
			return err
		}
	}
}

// review rejects all figures of the reviewed report, and the number n is the reason; then it splits one of them and undoes
// that.
func review(ctx context.Context, l *Library, n int) error {
	figures, err := l.Store.Figures(ctx, data.Filter{Report: "S/2098/1"})
	if err != nil {
		return err
	}
	var ids []string
	for _, f := range figures {
		if f.Status != data.Added {
			ids = append(ids, f.ID)
		}
	}
	if _, err := l.SetStatus(ctx, data.Rejected, strconv.Itoa(n), ids...); err != nil {
		return err
	}
	part := figures[0] // of its words the number, which both readings hold
	part.ID, part.Text = "", "7000"
	part.Start = part.End - len("7000 fighters")
	part.End = part.Start + len(part.Text)
	if _, err := l.Split(ctx, ids[1], []data.Figure{part, part}); err != nil {
		return err
	}
	step, err := l.Undo(ctx)
	if err == nil && (step == nil || step.Name != data.StepSplit) {
		err = fmt.Errorf("undid %+v", step)
	}
	return err
}

// lastReview is the number of the last review kept, 0 for none, and whether the split is. It fails where not all figures have
// that number, or a split has not both of its parts.
func lastReview(ctx context.Context, s *store.Store) (last int, split bool, err error) {
	figures, err := s.Figures(ctx, data.Filter{Report: "S/2098/1"})
	if err != nil || len(figures) == 0 {
		return 0, false, err
	}
	added := 0
	for _, f := range figures {
		if f.Status == data.Added {
			added++
			continue
		}
		split = split || len(f.Into) > 0
		if len(f.Into) > 0 {
			continue // a split has no reason
		}
		n, _ := strconv.Atoi(f.Reason)
		if last == 0 {
			last = n
		}
		if n != last {
			return 0, false, fmt.Errorf("half a review is kept: %+v", figures)
		}
	}
	if added != 0 && added != 2 || split != (added == 2) || len(figures)-added != 3 {
		return 0, false, fmt.Errorf("half a split is kept: %+v", figures)
	}
	return last, split, nil
}

// TestKilled kills a process that imports and reviews at 200 random moments: each next one finds every review that was
// kept, and none by half; and every report is whole, with all of its figures of one and the same import.
func TestKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("kills 200 processes")
	}
	folder := t.TempDir()
	kept, imports := 0, 0
	for round := range 200 {
		c := exec.Command(os.Args[0], "-test.run=^$")
		c.Env = append(os.Environ(), working+"="+folder)
		c.Stderr = os.Stderr
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewReader(out)
		found := number(t, lines)
		if found < kept || found > kept+1 {
			t.Fatalf("round %d: review %d was kept, and %d is found", round, kept, found)
		}
		kept = found
		time.AfterFunc(time.Duration(rand.IntN(150))*time.Millisecond, func() { _ = c.Process.Kill() })
		for {
			line, err := lines.ReadString('\n')
			if errors.Is(err, io.EOF) { // killed; half a line was not told
				break
			}
			if kept, err = strconv.Atoi(line[:len(line)-1]); err != nil {
				t.Fatal(err)
			}
		}
		_ = c.Wait()
		if code := c.ProcessState.ExitCode(); code > 0 {
			t.Fatalf("round %d: the process ended by itself with %d", round, code)
		}
		if round%20 == 19 {
			imports += whole(t, filepath.Join(folder, "a.db"))
		}
	}
	t.Logf("%d reviews in 200 processes", kept)
	if kept < 20 || imports == 0 {
		t.Errorf("%d reviews and %d imports were kept: the test kills too early to say anything", kept, imports)
	}
}

// number reads a line with a number.
func number(t *testing.T, lines *bufio.Reader) int {
	t.Helper()
	line, err := lines.ReadString('\n')
	if err != nil {
		t.Fatalf("the process said nothing: %v", err)
	}
	n, err := strconv.Atoi(line[:len(line)-1])
	if err != nil {
		t.Fatal(err)
	}
	return n
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
		if r.Symbol == "S/2098/1" {
			continue // it is reviewed: see lastReview
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
