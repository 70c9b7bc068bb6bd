package app

import (
	"slices"

	"fyne.io/fyne/v2"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// A command is one entry of the main menu. Its name gives its words, "window.menu."+name, and its keys: shortcuts.go.
type command struct {
	menu    string // "file", "edit" …: menus, below
	name    string
	do      func()
	checked func() bool // whether it is chosen, for one of several; nil for a plain command
	begins  bool        // whether a line parts it from those before it
	label   string      // its words, where it has no name
	within  []command   // a menu of its own; do is nil then
	always  bool        // whether it works while a dialog waits for the user, too
}

// menus are the main menu's, in their order.
var menus = []string{"file", "edit", "go", "view", "review", "compare", "help"}

// commands are all that the window can be told; each pane's file lists its own.
func (w *Window) commands() []command {
	return slices.Concat(w.importCommands(), w.editionCommands(), w.editCommands(), w.libraryCommands(), w.focusCommands(), w.readerCommands(), w.compareCommands(), w.figuresCommands(), w.reviewCommands(), w.viewCommands(), w.helpCommands())
}

// stepItems are the entries whose words and use change with what was done.
type stepItems struct{ undo, redo, back, forward *fyne.MenuItem }

// setMenu builds the main menu anew, as when what it says or checks changed. There is none before all panes are there that
// it leads to.
func (w *Window) setMenu() {
	if !w.frame.whole {
		return
	}
	w.window.SetMainMenu(w.mainMenu())
	w.session.TellSteps()
}

func (w *Window) mainMenu() *fyne.MainMenu {
	items := map[string][]*fyne.MenuItem{}
	for _, c := range w.commands() {
		if c.begins && len(items[c.menu]) > 0 {
			items[c.menu] = append(items[c.menu], fyne.NewMenuItemSeparator())
		}
		item := w.menuItem(c)
		items[c.menu] = append(items[c.menu], item)
		switch c.name {
		case "undo":
			w.steps.undo = item
		case "redo":
			w.steps.redo = item
		case "back":
			w.steps.back = item
		case "forward":
			w.steps.forward = item
		}
	}
	quit := fyne.NewMenuItem(w.words.Say("window.menu.quit"), func() {
		w.remember()
		w.app.Quit()
	})
	quit.IsQuit, quit.Shortcut = true, shortcuts["quit"]
	items["file"] = append(items["file"], fyne.NewMenuItemSeparator(), quit)
	all := fyne.NewMainMenu()
	for _, name := range menus {
		if len(items[name]) > 0 {
			all.Items = append(all.Items, fyne.NewMenu(w.words.Say("window.menu."+name), items[name]...))
		}
	}
	return all
}

// menuItem is the entry of a command, or of a menu of several.
func (w *Window) menuItem(c command) *fyne.MenuItem {
	label := c.label
	if c.name != "" {
		label = w.words.Say("window.menu." + c.name)
	}
	do := c.do
	if !c.always {
		do = w.unasked(do)
	}
	item := fyne.NewMenuItem(label, do)
	if keys, ok := shortcuts[c.name]; ok {
		item.Shortcut = keys
	}
	item.Checked = c.checked != nil && c.checked()
	if c.do == nil {
		item.Disabled = len(c.within) == 0
		item.ChildMenu = fyne.NewMenu("")
		for _, inner := range c.within {
			item.ChildMenu.Items = append(item.ChildMenu.Items, w.menuItem(inner))
		}
	}
	return item
}

// showSteps says in the menu what undo and redo would do, and what can be gone back to.
func (w *Window) showSteps(undo, redo *data.Step, back, forward bool) {
	changed := false
	set := func(item *fyne.MenuItem, label string, on bool) {
		changed = changed || item.Label != label || item.Disabled == on
		item.Label, item.Disabled = label, !on
	}
	text := func(name string, step *data.Step) string {
		if step == nil {
			return w.words.Say("window.menu." + name)
		}
		return w.words.Say("window.menu."+name+".step", library.StepText(*step, w.words))
	}
	set(w.steps.undo, text("undo", undo), undo != nil)
	set(w.steps.redo, text("redo", redo), redo != nil)
	set(w.steps.back, w.words.Say("window.menu.back"), back)
	set(w.steps.forward, w.words.Say("window.menu.forward"), forward)
	if changed {
		w.window.MainMenu().Refresh()
	}
}

func (w *Window) editCommands() []command {
	// The main menu takes the keys before a field of text that has the focus: what is typed there is undone first.
	typed := func(shortcut fyne.Shortcut, otherwise func()) func() {
		return func() {
			if field, ok := w.window.Canvas().Focused().(interface {
				fyne.Shortcutable
				CursorTextOffset() int
			}); ok {
				field.TypedShortcut(shortcut)
				return
			}
			w.unasked(otherwise)()
		}
	}
	return []command{
		{menu: "edit", name: "undo", always: true, do: typed(&fyne.ShortcutUndo{}, w.session.Undo)},
		{menu: "edit", name: "redo", always: true, do: typed(&fyne.ShortcutRedo{}, w.session.Redo)},
		{menu: "go", name: "back", do: w.session.Back},
		{menu: "go", name: "forward", do: w.session.Forward},
	}
}

func (w *Window) viewCommands() []command {
	language := func(tag string) command {
		return command{menu: "view", name: "language_" + tag, do: func() { w.SetLanguage(tag) }, checked: func() bool { return w.words.Tag.String() == tag }}
	}
	colours := func(name string) command {
		return command{menu: "view", name: "theme_" + name, do: func() { w.SetTheme(name) }, checked: func() bool { return w.themeName() == name }}
	}
	english, system := language("en"), colours("system")
	english.begins, system.begins = true, true
	return []command{
		{menu: "view", name: "toggle_below", do: w.toggleBelow, checked: w.below},
		english, language("zh-Hans"), system, colours("light"), colours("dark"),
	}
}
