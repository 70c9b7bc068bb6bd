package figures

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// flow lays objects in lines, as words are laid. Its least height is one line: how many lines there are depends on the
// width, which the toolkit does not tell (fyne#1565), so stacked asks for it.
type flow struct{}

// Layout is part of fyne.Layout.
func (flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	flowed(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Move(at)
		o.Resize(o.MinSize())
	})
}

// MinSize is part of fyne.Layout.
func (flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, objects[0].MinSize().Height)
}

// flowed tells where each object stands in lines of a width, and how high the lines are together.
func flowed(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position)) float32 {
	var at fyne.Position
	var height float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		size := o.MinSize()
		if at.X > 0 && at.X+size.Width > width {
			at = fyne.NewPos(0, height+theme.Padding())
		}
		place(o, at)
		height = max(height, at.Y+size.Height)
		at.X += size.Width + theme.Padding()
	}
	return height
}

// stacked lays the table's parts from the top, the facets as high as their lines, the rows with what is left.
type stacked struct{ facets *fyne.Container }

// Layout is part of fyne.Layout.
func (s stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for i, o := range objects {
		height := o.MinSize().Height
		switch {
		case o == fyne.CanvasObject(s.facets):
			height = flowed(s.facets.Objects, size.Width, func(fyne.CanvasObject, fyne.Position) {})
		case i == len(objects)-1:
			height = max(0, size.Height-y)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

// MinSize is part of fyne.Layout: the window stays free to shrink.
func (stacked) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }
