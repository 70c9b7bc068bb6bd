package app

import (
	"net/url"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/choice"
	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/data/library"
)

// prefSite is the address that documents are asked of by symbol; empty for the United Nations' own.
const prefSite = "fetch.site"

// site is the address that documents are asked of.
func (w *Window) site() string {
	return w.app.Preferences().StringWithFallback(prefSite, library.DocumentSite)
}

func hostOf(address string) string {
	if u, err := url.Parse(strings.NewReplacer("{", "", "}", "").Replace(address)); err == nil && u.Host != "" {
		return u.Host
	}
	return address
}

// showSettings is the one page of settings. What is chosen holds at once.
func (w *Window) showSettings() {
	say := w.words.Say
	var d *dialog.CustomDialog
	leaveIt := func() { d.Hide() }
	choose := func(names []string, chosen int, then func(i int)) *choice.Select {
		s := choice.NewSelect(names...)
		s.Submit, s.Escape = leaveIt, leaveIt
		s.SetSelectedIndex(chosen)
		s.OnChanged = func(string) { then(s.SelectedIndex()) }
		return s
	}
	tags, colours := []string{"en", "zh-Hans"}, []string{theme.System, theme.Light, theme.Dark}
	index := func(all []string, one string) int {
		for i, a := range all {
			if a == one {
				return i
			}
		}
		return 0
	}
	language := choose([]string{"English", "中文"}, index(tags, w.words.Tag.String()), func(i int) {
		d.Hide()
		w.SetLanguage(tags[i])
		w.showSettings()
	})
	themes := choose([]string{say("window.menu.theme_system"), say("window.menu.theme_light"), say("window.menu.theme_dark")}, index(colours, w.themeName()), func(i int) { w.SetTheme(colours[i]) })
	size := widget.NewSlider(10, 32)
	size.SetValue(float64(w.textSize()))
	points := widget.NewLabel(say("settings.points", int(w.textSize())))
	size.OnChanged = func(v float64) {
		points.SetText(say("settings.points", int(v)))
		w.SetTextSize(float32(v))
	}
	site := choice.NewEntry(w.site())
	site.OnSubmitted, site.Escape = func(string) { leaveIt() }, leaveIt
	site.OnChanged = func(text string) {
		if text = strings.TrimSpace(text); text == library.DocumentSite {
			text = ""
		}
		w.app.Preferences().SetString(prefSite, text)
	}
	hint := prose(say("settings.site.hint"))
	hint.SizeName = fynetheme.SizeNameCaptionText
	form := widget.NewForm(
		widget.NewFormItem(say("settings.language"), language),
		widget.NewFormItem(say("settings.colours"), themes),
		widget.NewFormItem(say("settings.text_size"), container.NewBorder(nil, nil, nil, points, size)),
		widget.NewFormItem(say("settings.site"), site),
		widget.NewFormItem("", hint),
		widget.NewFormItem(say("settings.database"), prose(w.books.Path())),
		widget.NewFormItem(say("settings.vocabulary"), prose(library.VocabularyFolder())),
	)
	leave := newKeyButton(say("window.close"), leaveIt, leaveIt)
	d = dialog.NewCustomWithoutButtons(w.title("settings"), w.scrolled(form), w.window)
	d.SetButtons([]fyne.CanvasObject{leave})
	d.Show()
	w.window.Canvas().Focus(language)
}
