package compare

import (
	"bytes"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/clipboard"
	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/charts/export"
)

// moreItems are what is done with the comparison.
func (c *Compare) moreItems() []*fyne.MenuItem {
	say := c.words.Say
	items := []*fyne.MenuItem{
		fyne.NewMenuItem(say("compare.save"), c.AskSave),
		fyne.NewMenuItem(say("compare.rename"), c.AskRename),
		fyne.NewMenuItem(say("compare.delete"), c.AskDelete),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(say("compare.export"), c.AskExport),
		fyne.NewMenuItem(say("compare.copy"), c.Copy),
		fyne.NewMenuItem(say("compare.open_file"), c.AskOpen),
	}
	for _, i := range []int{0, 4, 5} {
		items[i].Disabled = c.shown.chart == nil
	}
	items[1].Disabled, items[2].Disabled = len(c.own()) == 0, len(c.own()) == 0
	return items
}

func (c *Compare) own() []string {
	var names []string
	for _, s := range c.saved {
		if !s.BuiltIn {
			names = append(names, s.Name)
		}
	}
	return names
}

// title is the title of a dialog: the words of its command without the sign that a dialog follows.
func title(words string) string { return strings.TrimSuffix(words, "…") }

// AskSave asks for a name, proposing the chart's title, and keeps the comparison under it.
func (c *Compare) AskSave() {
	if c.shown.chart == nil {
		return
	}
	name := choice.NewEntry(c.shown.chart.Title + " · " + c.words.Say("compare.by", c.words.Say("chart.by."+c.spec.By)))
	d := dialog.NewForm(title(c.words.Say("compare.save")), c.words.Say("compare.save.go"), c.words.Say("window.cancel"), []*widget.FormItem{widget.NewFormItem(c.words.Say("compare.name"), name)}, func(yes bool) {
		if text := strings.TrimSpace(name.Text); yes && text != "" {
			c.events.Save(text, c.Spec())
		}
	}, c.window)
	name.OnSubmitted, name.Escape = func(string) { d.Submit() }, d.Hide
	d.Resize(fyne.NewSize(520, d.MinSize().Height))
	d.Show()
	c.window.Canvas().Focus(name)
	slog.Info("asked", "title", c.words.Say("compare.save"))
}

// AskRename asks which kept comparison gets another name, and which. It can be undone.
func (c *Compare) AskRename() {
	if len(c.own()) == 0 {
		c.events.Said(c.words.Say("compare.none_kept"))
		return
	}
	own := c.own()
	name, names := choice.NewEntry(own[0]), choice.NewSelect(own...)
	names.OnChanged = name.SetText
	d := dialog.NewForm(c.words.Say("compare.rename"), c.words.Say("compare.rename.go"), c.words.Say("window.cancel"), []*widget.FormItem{
		widget.NewFormItem(c.words.Say("compare.name"), names), widget.NewFormItem(c.words.Say("compare.rename.to"), name),
	}, func(yes bool) {
		if to := strings.TrimSpace(name.Text); yes && to != "" && to != names.Selected {
			c.events.Rename(names.Selected, to)
		}
	}, c.window)
	names.Submit, names.Escape = d.Submit, d.Hide
	name.OnSubmitted, name.Escape = func(string) { d.Submit() }, d.Hide
	d.Resize(fyne.NewSize(520, d.MinSize().Height))
	d.Show()
	c.window.Canvas().Focus(name)
}

// AskDelete asks which kept comparison is forgotten. It can be undone.
func (c *Compare) AskDelete() {
	if len(c.own()) == 0 {
		c.events.Said(c.words.Say("compare.none_kept"))
		return
	}
	names := choice.NewSelect(c.own()...)
	d := dialog.NewForm(title(c.words.Say("compare.delete")), c.words.Say("compare.delete.go"), c.words.Say("window.cancel"), []*widget.FormItem{widget.NewFormItem(c.words.Say("compare.name"), names)}, func(yes bool) {
		if yes && names.Selected != "" {
			c.events.Delete(names.Selected)
		}
	}, c.window)
	names.Submit, names.Escape = d.Submit, d.Hide
	d.Resize(fyne.NewSize(520, d.MinSize().Height))
	d.Show()
	c.window.Canvas().Focus(names)
}

// AskExport asks in which form, size and colours the chart is written, and then where to.
func (c *Compare) AskExport() {
	if c.shown.chart == nil {
		return
	}
	say := c.words.Say
	list := func(key string, values []string) *choice.Select {
		var labels []string
		for _, v := range values {
			labels = append(labels, say(key+v))
		}
		return choice.NewSelect(labels...)
	}
	format, size, colours := list("compare.format.", export.Formats), list("chart.size.", charts.Sizes), list("compare.theme.", charts.Themes)
	languages := []string{"zh", "en"}
	language := choice.NewSelect("中文", "English")
	language.SetSelectedIndex(slices.Index(languages, c.words.Short()))
	scale := choice.NewSelect("1×", "2×", "3×")
	scale.SetSelectedIndex(1)
	d := dialog.NewForm(title(say("compare.export")), say("compare.export.go"), say("window.cancel"), []*widget.FormItem{
		widget.NewFormItem(say("compare.format"), format), widget.NewFormItem(say("compare.size"), size), widget.NewFormItem(say("compare.theme"), colours),
		widget.NewFormItem(say("compare.language"), language), widget.NewFormItem(say("compare.scale"), scale),
	}, func(yes bool) {
		if !yes {
			return
		}
		spec := c.shown.chart.Spec
		spec.Size, spec.Theme, spec.Language = charts.Sizes[size.SelectedIndex()], charts.Themes[colours.SelectedIndex()], languages[language.SelectedIndex()]
		spec.Width, spec.Height = 0, 0
		c.askWhere(export.Formats[format.SelectedIndex()], spec, scale.SelectedIndex()+1)
	}, c.window)
	for _, s := range []*choice.Select{format, size, colours, language, scale} {
		s.Submit, s.Escape = d.Submit, d.Hide
	}
	d.Resize(fyne.NewSize(460, d.MinSize().Height))
	d.Show()
	c.window.Canvas().Focus(format)
	slog.Info("asked", "title", say("compare.export"))
}

func (c *Compare) askWhere(format string, spec charts.Spec, scale int) {
	asked := title(c.words.Say("compare.export"))
	choice.AskWhere(c.window, c.words, asked, "figurebook-"+spec.Measure+"."+format, func(path string) { c.Export(path, format, spec, scale) }, c.fail)
	slog.Info("asked", "title", asked)
}

// Export builds a chart of the figures shown by a Spec and writes it, off the UI goroutine.
func (c *Compare) Export(path, format string, spec charts.Spec, scale int) {
	figures, reports := c.shown.figures, c.events.Reports()
	c.run(func() {
		chart, err := charts.Build(spec, figures, c.v)
		var written []string
		if err == nil {
			written, err = briefing.Chart(path, chart, format, export.Options{Scale: scale, Vocabulary: c.v, Reports: reports})
		}
		fyne.Do(func() {
			if err != nil {
				c.fail(err)
				return
			}
			slog.Info("exported", "file", written[0], "files", len(written))
			said := c.words.Say("compare.exported", filepath.Base(written[0]))
			if len(written) > 1 {
				said = c.words.Say("cli.chart.parts", len(written), filepath.Base(written[0]))
			}
			c.events.Said(said)
		})
	})
}

// Copy puts the chart shown on the clipboard as a picture of 192 dots to the inch, in the colours of a page, since that is
// what it is pasted into. It is drawn off the UI goroutine.
func (c *Compare) Copy() {
	if c.shown.chart == nil {
		return
	}
	spec, figures := c.shown.chart.Spec, c.shown.figures
	spec.Theme = charts.Themes[0]
	c.run(func() {
		chart, err := charts.Build(spec, figures, c.v)
		var picture bytes.Buffer
		if err == nil {
			err = export.Write(&picture, chart, "png", export.Options{})
		}
		if err == nil {
			err = c.events.Copy(picture.Bytes())
		}
		fyne.Do(func() {
			if err != nil {
				c.fail(err)
				return
			}
			said := "compare.copied"
			if !clipboard.Kept {
				said = "compare.copied.held"
			}
			slog.Info("chart copied", "bytes", picture.Len())
			c.events.Said(c.words.Say(said))
		})
	})
}

// AskOpen asks for a file that carries a chart, whatever its format, and shows the chart.
func (c *Compare) AskOpen() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil {
			c.fail(err)
			return
		}
		if f != nil {
			path := f.URI().Path()
			_ = f.Close()
			c.OpenFile(path)
		}
	}, c.window)
	d.SetTitleText(strings.TrimSuffix(c.words.Say("compare.open_file"), "…"))
	choice.ShowFiles(d, c.window, c.words)
}

// OpenFile shows the chart that a file carries; of several, as in a briefing, it asks which.
func (c *Compare) OpenFile(path string) {
	c.run(func() {
		specs, err := export.ReadFile(path)
		fyne.Do(func() {
			switch {
			case err != nil:
				c.fail(err)
			case len(specs) == 1:
				c.Open(specs[0])
			case len(specs) > 1:
				c.askWhich(specs)
			}
		})
	})
}

func (c *Compare) askWhich(specs []charts.Spec) {
	var names []string
	for _, s := range specs {
		names = append(names, c.specText(s))
	}
	list := choice.NewSelect(names...)
	d := dialog.NewForm(title(c.words.Say("compare.open_file")), c.words.Say("compare.open_file.go"), c.words.Say("window.cancel"), []*widget.FormItem{widget.NewFormItem(c.words.Say("compare.chart"), list)}, func(yes bool) {
		if yes {
			c.Open(specs[list.SelectedIndex()])
		}
	}, c.window)
	list.Submit, list.Escape = d.Submit, d.Hide
	d.Resize(fyne.NewSize(560, d.MinSize().Height))
	d.Show()
	c.window.Canvas().Focus(list)
}

func (c *Compare) fail(err error) {
	dialog.ShowInformation("Figurebook", c.events.Sentence(err), c.window)
}
