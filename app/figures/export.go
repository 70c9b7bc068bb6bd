package figures

import (
	"bytes"
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/charts/exchange"
	"figurebook.org/figurebook/data"
)

// write writes the figures of a query in a format, whole and in the order shown.
func (t *Table) write(ctx context.Context, q query, format *exchange.Format, w io.Writer) (rows int, err error) {
	figures, err := t.source.Sorted(ctx, q.filter, q.order)
	if err != nil {
		return 0, err
	}
	reports, err := t.source.Reports(ctx)
	if err != nil {
		return 0, err
	}
	return len(figures), format.Write(w, exchange.Set{Figures: figures, Reports: reports, Words: t.words, Vocabulary: t.v})
}

// Export writes the figures shown to a file, with a sign of work that can be cancelled.
func (t *Table) Export(format *exchange.Format, path string) {
	q := t.want
	t.work(t.words.Say("figures.exporting"), func(ctx context.Context) (int, error) {
		rows := 0
		err := briefing.File(path, func(w io.Writer) (err error) {
			rows, err = t.write(ctx, q, format, w)
			return err
		})
		return rows, err
	}, func(rows int) { t.events.Exported(path, rows) })
}

// Copy puts the figures shown on the clipboard.
func (t *Table) Copy(format *exchange.Format) {
	q := t.want
	var text bytes.Buffer
	t.work(t.words.Say("figures.copying"), func(ctx context.Context) (int, error) { return t.write(ctx, q, format, &text) }, func(rows int) {
		fyne.CurrentApp().Clipboard().SetContent(text.String())
		t.events.Exported("", rows)
	})
}

// work does what may take long, with a dialog that cancels it.
func (t *Table) work(title string, do func(ctx context.Context) (int, error), done func(rows int)) {
	ctx, cancel := context.WithCancel(context.Background())
	wait := dialog.NewCustom(title, t.words.Say("window.cancel"), widget.NewProgressBarInfinite(), t.window)
	wait.SetOnClosed(cancel)
	wait.Show()
	t.run(func() {
		rows, err := do(ctx)
		if err == nil {
			err = ctx.Err()
		}
		fyne.Do(func() {
			wait.Hide()
			if err != nil {
				dialog.ShowInformation("Figurebook", t.events.Sentence(err), t.window)
				return
			}
			done(rows)
		})
	})
}

// menu opens a menu under a button.
func (t *Table) menu(under *widget.Button, items []*fyne.MenuItem) {
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), t.window.Canvas(), fyne.NewPos(0, under.Size().Height), under)
}

func (t *Table) copyItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, name := range []string{"csv", "citations"} {
		items = append(items, fyne.NewMenuItem(t.words.Say("exchange.format."+name), func() { t.Copy(exchange.Find(name)) }))
	}
	return items
}

func (t *Table) exportItems() []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for i := range exchange.Formats {
		format := &exchange.Formats[i]
		items = append(items, fyne.NewMenuItem(t.words.Say("exchange.format."+format.Name)+"…", func() { t.AskExport(format) }))
	}
	return items
}

// AskExport asks where to and exports there.
func (t *Table) AskExport(format *exchange.Format) {
	title := strings.TrimSuffix(t.words.Say("window.menu.figures_export"), "…")
	choice.AskWhere(t.window, t.words, title, t.words.Say("figures.file")+format.Ending, func(path string) { t.Export(format, path) }, func(err error) {
		dialog.ShowInformation("Figurebook", t.events.Sentence(&data.Fault{Kind: data.CannotWrite, Detail: err.Error(), Err: err}), t.window)
	})
}
