package choice

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/assets/translations"
)

// ShowFiles shows a dialog for files, large enough to read its list, and in the window's language also what the toolkit has
// in English alone: the usual places, and whether a file shall be replaced.
func ShowFiles(d *dialog.FileDialog, window fyne.Window, words *translations.Words) {
	d.SetView(dialog.ListView) // where the user chose none: names of reports are longer than what stands below a picture
	d.Show()
	d.Resize(fyne.NewSize(900, 640)) // before Show it has no window to measure, and panics
	screen := window.Canvas()
	asked := screen.Overlays().Top()
	asked.Refresh() // the toolkit keeps the corner that the smaller dialog had, and what is larger then reaches out of the window
	walk(asked, func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widget.List:
			speakPlaces(o, words)
		case *container.Scroll:
			if field, ok := o.Content.(*widget.Entry); ok {
				o.Content = nameOver(field, d.Dismiss)
				o.Refresh()
				screen.Focus(o.Content.(fyne.Focusable))
			}
		case *widget.Button:
			if tapped := o.OnTapped; o.Importance == widget.HighImportance && tapped != nil { // what the dialog is for
				o.OnTapped = func() {
					tapped()
					if top := screen.Overlays().Top(); top != nil && top != asked {
						speakQuestion(top, words)
					}
				}
			}
		}
	})
}

// nameOver stands for the toolkit's field of a file's name, which would keep Escape from its dialog: it says what that says,
// and has it say what is typed.
func nameOver(field *widget.Entry, leave func()) *Entry {
	name := NewEntry(field.Text)
	name.PlaceHolder, name.OnSubmitted, name.Escape = field.PlaceHolder, field.OnSubmitted, leave
	name.OnChanged = field.SetText
	changed := field.OnChanged
	field.OnChanged = func(text string) {
		if name.Text != text { // a file of the list was chosen
			name.SetText(text)
		}
		changed(text)
	}
	return name
}

// speakPlaces has the list of the usual places say them in the window's language. Its rows are a picture and a label.
func speakPlaces(list *widget.List, words *translations.Words) {
	row, ok := list.CreateItem().(*fyne.Container)
	if !ok || len(row.Objects) != 2 {
		return
	}
	if _, ok := row.Objects[1].(*widget.Label); !ok {
		return
	}
	fill := list.UpdateItem
	list.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) {
		fill(i, o)
		label := o.(*fyne.Container).Objects[1].(*widget.Label)
		if key := "files.place." + label.Text; words.Has(key) {
			label.SetText(words.Say(key))
		}
	}
	list.Refresh()
}

// questions are the toolkit's own sentences of a file that is there already; the name of the file follows one.
var questions = map[string]string{
	"Overwrite?": "files.replace", "Are you sure you want to overwrite the file\n": "files.replace.sure",
	"Cannot overwrite": "files.folder", "Files cannot replace a directory,\ncheck the file name and try again": "files.folder.why",
}

func speakQuestion(asked fyne.CanvasObject, words *translations.Words) {
	walk(asked, func(o fyne.CanvasObject) {
		label, ok := o.(*widget.Label)
		if !ok {
			return
		}
		for english, key := range questions {
			if rest, ok := strings.CutPrefix(label.Text, english); ok {
				var name []any
				if rest != "" {
					name = append(name, strings.TrimSuffix(rest, "?"))
				}
				label.SetText(words.Say(key, name...))
			}
		}
	})
}

// walk calls visit for each object of a dialog.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	visit(o)
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case *container.Split:
		within = []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.Scroll:
		within = []fyne.CanvasObject{o.Content}
	case *widget.PopUp:
		within = []fyne.CanvasObject{o.Content}
	case *widget.Button, *widget.List, *widget.Label, nil: // which have nothing in them to be said
	case fyne.Widget: // what the toolkit puts under a dialog, which has no name of its own
		within = o.CreateRenderer().Objects()
	}
	for _, one := range within {
		if one != nil {
			walk(one, visit)
		}
	}
}
