package store

import (
	"context"
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"figurebook.org/figurebook/data"
)

func TestStore_SaveComparison(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	names := func() (all []string) {
		t.Helper()
		comparisons, err := s.Comparisons(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range comparisons {
			all = append(all, c.Name+string(c.Spec))
		}
		return all
	}
	did(t)(s.SaveComparison(ctx, "Camps", json.RawMessage(`{"measure":"camps"}`)))
	did(t)(s.SaveComparison(ctx, "营地", json.RawMessage(`{}`)))
	did(t)(s.SaveComparison(ctx, "Camps", json.RawMessage(`{"by":"place"}`)))
	did(t)(s.RenameComparison(ctx, "Camps", "A"))
	if diff := cmp.Diff([]string{`A{"by":"place"}`, "营地{}"}, names()); diff != "" {
		t.Error(diff)
	}
	did(t)(s.DeleteComparison(ctx, "营地"))
	for range 3 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{`Camps{"measure":"camps"}`, "营地{}"}, names()); diff != "" {
		t.Error(diff)
	}
	for _, wrong := range []func() (data.Step, error){
		func() (data.Step, error) { return s.SaveComparison(ctx, "", json.RawMessage(`{}`)) },
		func() (data.Step, error) { return s.SaveComparison(ctx, "B", json.RawMessage(`{`)) },
	} {
		if _, err := wrong(); err == nil {
			t.Error("a comparison without a name or with a broken description is kept")
		}
	}
	if step := did(t)(s.DeleteComparison(ctx, "none")); step.ID != 0 {
		t.Errorf("deleting what is not there is the step %+v", step)
	}
}

func TestStore_settings(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	type place struct{ Report, Paragraph string }
	var last place
	if ok, err := s.Setting(ctx, "last_place", &last); ok || err != nil {
		t.Errorf("nothing kept, and %v, %v", ok, err)
	}
	if err := s.SetSetting(ctx, "last_place", place{"S/2099/1@en", "13"}); err != nil {
		t.Fatal(err)
	}
	if ok, err := s.Setting(ctx, "last_place", &last); !ok || err != nil || last != (place{"S/2099/1@en", "13"}) {
		t.Errorf("%v, %+v, %v", ok, last, err)
	}
	for i := range 20 {
		if err := s.Opened(ctx, fmt.Sprintf("%d.pdf", i%15)); err != nil {
			t.Fatal(err)
		}
	}
	files, err := s.RecentFiles(ctx)
	if err != nil || len(files) != recentFilesKept || files[0] != "4.pdf" || files[4] != "0.pdf" || files[5] != "14.pdf" {
		t.Errorf("recent are %q, %v", files, err)
	}
}

func TestStore_Progress(t *testing.T) {
	ctx := context.Background()
	s := opened(t)
	shelf(t, s, 2, 8)
	did(t)(s.SetStatus(ctx, data.Confirmed, "", "0-0", "0-1"))
	did(t)(s.SetStatus(ctx, data.Rejected, "", "0-2"))
	got, err := s.Progress(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]data.Progress{"S/2050/0@en": {Checked: 3, Total: 8}, "S/2051/1@zh": {Total: 8}}, got); diff != "" {
		t.Error(diff)
	}
}
