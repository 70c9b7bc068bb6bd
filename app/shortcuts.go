package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shortcuts are the keys of commands, by the command's name. The toolkit wants a modifier with each.
var shortcuts = map[string]fyne.Shortcut{
	"open":      ctrl(fyne.KeyO),
	"fetch":     ctrlShift(fyne.KeyO),
	"details":   ctrl(fyne.KeyI),
	"settings":  ctrl(fyne.KeyComma),
	"shortcuts": ctrl(fyne.KeySlash),
	"pick":      ctrl(fyne.KeyP),
	"quit":      ctrl(fyne.KeyQ),

	"undo":    &fyne.ShortcutUndo{},
	"redo":    &fyne.ShortcutRedo{},
	"back":    alt(fyne.KeyLeft),
	"forward": alt(fyne.KeyRight),

	"copy_cited":   ctrlShift(fyne.KeyC),
	"find":         ctrl(fyne.KeyF),
	"find_next":    ctrl(fyne.KeyG),
	"find_before":  ctrlShift(fyne.KeyG),
	"search":       ctrlShift(fyne.KeyF),
	"go_reports":   alt(fyne.Key1),
	"go_contents":  alt(fyne.Key2),
	"read":         ctrl(fyne.KeyR),
	"go_figures":   alt(fyne.Key3),
	"go_findings":  alt(fyne.Key4),
	"go_record":    alt(fyne.Key5),
	"go_chart":     alt(fyne.Key6),
	"go_table":     alt(fyne.Key7),
	"beside":       ctrl(fyne.KeyB),
	"pages":        ctrlShift(fyne.KeyP),
	"text_larger":  ctrl(fyne.KeyEqual),
	"text_smaller": ctrl(fyne.KeyMinus),
	"text_usual":   ctrl(fyne.Key0),

	"compare_export":   ctrl(fyne.KeyE),
	"compare_save":     ctrl(fyne.KeyK),
	"compare_copy":     ctrlShift(fyne.KeyE),
	"toggle_below":     ctrl(fyne.KeyT),
	"theme_light":      ctrlShift(fyne.KeyL),
	"theme_dark":       ctrlShift(fyne.KeyD),
	"language_en":      ctrl(fyne.Key1),
	"language_zh-Hans": ctrl(fyne.Key2),

	"review_next":     ctrl(fyne.KeyJ),
	"review_confirm":  ctrl(fyne.KeyReturn),
	"review_reject":   ctrl(fyne.KeyBackspace),
	"review_doubtful": ctrl(fyne.KeyD),
	"review_save":     ctrl(fyne.KeyS),
	"add_figure":      ctrlShift(fyne.KeyN),
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}
