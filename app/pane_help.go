package app

import (
	"net/url"
	"path/filepath"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/licences"
	"figurebook.org/figurebook/assets/translations"
)

func (w *Window) helpCommands() []command {
	return []command{
		{menu: "edit", name: "settings", do: w.showSettings, begins: true},
		{menu: "help", name: "first_steps", do: w.showFirstSteps},
		{menu: "help", name: "shortcuts", do: w.showShortcuts},
		{menu: "help", name: "about", do: w.showAbout, begins: true},
		{menu: "help", name: "licences", do: w.showLicences},
	}
}

// showShortcuts lists the keys of every command, menu by menu, and those of the reader.
func (w *Window) showShortcuts() {
	list := widget.NewForm()
	head := func(text string) {
		list.Append("", widget.NewLabelWithStyle(text, fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
	}
	commands := w.commands()
	for _, menu := range menus {
		begun := false
		for _, c := range commands {
			keys, ok := shortcuts[c.name]
			if !ok || c.menu != menu {
				continue
			}
			if !begun {
				head(w.words.Say("window.menu." + menu))
				begun = true
			}
			list.Append(keyText(keys), widget.NewLabel(w.words.Say("window.menu."+c.name)))
		}
	}
	head(w.words.Say("help.in_reader"))
	for _, k := range []string{"arrows", "pages", "figures", "copy", "all", "tab", "escape"} {
		list.Append(w.words.Say("help.key."+k), widget.NewLabel(w.words.Say("help.does."+k)))
	}
	w.inform(w.words.Say("window.menu.shortcuts"), w.words.Say("window.close"), list)
}

// keyText is how keys are written: "Ctrl+Shift+F".
func keyText(s fyne.Shortcut) string {
	control := "Ctrl"
	if runtime.GOOS == "darwin" {
		control = "⌘"
	}
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return control + "+Z"
	case *fyne.ShortcutRedo:
		return control + "+Y"
	case *desktop.CustomShortcut:
		var parts []string
		for _, m := range []struct {
			is   fyne.KeyModifier
			text string
		}{{fyne.KeyModifierShortcutDefault, control}, {fyne.KeyModifierAlt, "Alt"}, {fyne.KeyModifierShift, "Shift"}} {
			if s.Modifier&m.is != 0 {
				parts = append(parts, m.text)
			}
		}
		key := map[fyne.KeyName]string{fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyReturn: "Enter", fyne.KeyBackspace: "Backspace"}[s.KeyName]
		if key == "" {
			key = string(s.KeyName)
		}
		return strings.Join(append(parts, key), "+")
	}
	return s.ShortcutName()
}

// showAbout says which version this is, under which licence, and what Figurebook is not.
func (w *Window) showAbout() {
	w.inform(w.words.Say("window.menu.about"), w.words.Say("window.close"), prose(About(w.version, w.words)))
}

// About is what is said of the program: version, licences, and the line on designations.
func About(version string, words *translations.Words) string {
	return strings.Join([]string{
		words.Say("about.version", version, runtime.Version(), runtime.GOOS, runtime.GOARCH),
		words.Say("about.licence"), words.Say("about.parts"), words.Say("briefing.disclaimer"), words.Say("about.private"),
	}, "\n\n")
}

// showLicences shows the licences of every library that the program contains, a line a row.
func (w *Window) showLicences() {
	lines := strings.Split(licences.ThirdParty, "\n")
	list := widget.NewList(func() int { return len(lines) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, row fyne.CanvasObject) { row.(*widget.Label).SetText(lines[i]) })
	list.HideSeparators = true
	d := dialog.NewCustom(w.title("licences"), w.words.Say("window.close"), list, w.window)
	d.Resize(fyne.NewSize(900, 640))
	d.Show()
}

// showFirstSteps says what to do first.
func (w *Window) showFirstSteps() {
	var steps []string
	for _, step := range []string{"read", "chart", "check", "open", "search", "help"} {
		steps = append(steps, w.words.Say("first."+step))
	}
	w.inform(w.words.Say("first.title"), w.words.Say("first.start"), prose(strings.Join(steps, "\n\n")))
}

// OfferCrash says that the program stopped unexpectedly the last time, and where the report of it lies.
func (w *Window) OfferCrash(file string) {
	w.ask(w.words.Say("crash.title"), w.words.Say("crash.show"), prose(w.words.Say("crash.text", file)), func() {
		if folder, err := url.Parse(storage.NewFileURI(filepath.Dir(file)).String()); err == nil {
			if err := w.app.OpenURL(folder); err != nil {
				w.fail(err)
			}
		}
	})
}
