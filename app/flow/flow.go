// Package flow lays controls in lines, as words are laid, above a pane that takes what is left.
package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Layout lays objects in lines. Its least height is one line: how many lines there are depends on the width, which the
// toolkit does not tell (fyne#1565), so Stack asks for it.
type Layout struct{}

// Layout is part of fyne.Layout.
func (Layout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	lay(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Move(at)
		o.Resize(o.MinSize())
	})
}

// MinSize is part of fyne.Layout.
func (Layout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(100, height)
}

// New is a container of controls in lines.
func New(objects ...fyne.CanvasObject) *fyne.Container { return container.New(Layout{}, objects...) }

// lay tells where each object stands in lines of a width, and how high the lines are together.
func lay(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position)) float32 {
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

// Stack lays parts from the top, those of New as high as their lines, the last with what is left.
type Stack struct{}

// Layout is part of fyne.Layout.
func (Stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for i, o := range objects {
		height := o.MinSize().Height
		c, ok := o.(*fyne.Container)
		if ok {
			_, ok = c.Layout.(Layout)
		}
		switch {
		case ok:
			height = lay(c.Objects, size.Width, func(fyne.CanvasObject, fyne.Position) {})
		case i == len(objects)-1:
			height = max(0, size.Height-y)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

// MinSize is part of fyne.Layout: the window stays free to shrink.
func (Stack) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 160) }
