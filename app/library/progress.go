package library

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"figurebook.org/figurebook/app/line"
)

// progress says in words how far a report is checked, over a thin bar. The toolkit's own writes on its bar, where the words
// cannot be read in light colours and an empty bar looks full.
type progress struct {
	widget.BaseWidget
	label *line.Line
	share float32 // from 0 to 1
}

// thickness is that of the bar.
const thickness = 4

func newProgress() *progress {
	p := &progress{label: line.New("")}
	p.ExtendBaseWidget(p)
	return p
}

// set shows a share with its words.
func (p *progress) set(words string, share float32) {
	p.share = share
	p.label.SetText(words)
	p.Refresh()
}

// CreateRenderer is part of fyne.Widget.
func (p *progress) CreateRenderer() fyne.WidgetRenderer {
	track, done := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	track.CornerRadius, done.CornerRadius = thickness/2, thickness/2
	r := &progressRenderer{progress: p, track: track, done: done}
	r.Refresh()
	return r
}

type progressRenderer struct {
	progress    *progress
	track, done *canvas.Rectangle
}

func (r *progressRenderer) Destroy() {}

func (r *progressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.progress.label, r.track, r.done}
}

func (r *progressRenderer) MinSize() fyne.Size {
	least := r.progress.label.MinSize()
	return fyne.NewSize(least.Width, least.Height+thickness+theme.Padding())
}

func (r *progressRenderer) Layout(size fyne.Size) {
	height := r.progress.label.MinSize().Height
	r.progress.label.Resize(fyne.NewSize(size.Width, height))
	side := theme.Padding()
	whole := max(0, size.Width-2*side)
	r.track.Move(fyne.NewPos(side, height))
	r.track.Resize(fyne.NewSize(whole, thickness))
	r.done.Move(fyne.NewPos(side, height))
	r.done.Resize(fyne.NewSize(whole*r.progress.share, thickness))
}

func (r *progressRenderer) Refresh() {
	r.track.FillColor, r.done.FillColor = theme.Color(theme.ColorNameInputBorder), theme.Color(theme.ColorNamePrimary)
	r.done.Hidden = r.progress.share == 0
	r.Layout(r.progress.Size())
	r.track.Refresh()
	r.done.Refresh()
}
