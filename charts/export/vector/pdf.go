package vector

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"slices"
	"strconv"

	"codeberg.org/go-pdf/fpdf"
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"figurebook.org/figurebook/assets/fonts"
)

// Family is the name of the embedded font in a document of NewPDF, with the styles "" and "B".
const Family = "Report Sans"

// NewPDF is a document without pages, measured in points, that holds the bundled font. Only the runes used end in the
// file. Nothing in it tells when or by whom it was made.
func NewPDF() *fpdf.Fpdf {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: 595.28, Ht: 841.89}})
	doc.SetCatalogSort(true)
	doc.SetCreationDate(Epoch)
	doc.SetModificationDate(Epoch)
	doc.SetProducer("Figurebook", false)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.AddUTF8FontFromBytes(Family, "", slices.Clone(fonts.Regular))
	doc.AddUTF8FontFromBytes(Family, "B", slices.Clone(fonts.Bold))
	return doc
}

// PDF draws on the current page of a document. It implements vg.Canvas.
type PDF struct {
	doc    *fpdf.Fpdf
	height float64 // of the page
	state
	stack []state
}

type state struct {
	a, b, c, d, e, f float64 // x' = ax + cy + e, y' = bx + dy + f, from the canvas to the page, both upwards
	color            color.NRGBA
	width            float64
	dashes           []vg.Length
	offset           vg.Length
}

// OnPage is a canvas on the current page, its origin at left and bottom, in points from the page's bottom left corner;
// scale is how many points of the page a point of the canvas takes.
func OnPage(doc *fpdf.Fpdf, left, bottom, scale float64) *PDF {
	_, height := doc.GetPageSize()
	return &PDF{doc: doc, height: height, state: state{a: scale, d: scale, e: left, f: bottom, color: color.NRGBA{A: 255}, width: 1}}
}

// SetLineWidth is part of vg.Canvas.
func (p *PDF) SetLineWidth(w vg.Length) { p.width = float64(w) }

// SetLineDash is part of vg.Canvas.
func (p *PDF) SetLineDash(pattern []vg.Length, offset vg.Length) {
	p.dashes, p.offset = slices.Clone(pattern), offset
}

// SetColor is part of vg.Canvas.
func (p *PDF) SetColor(c color.Color) {
	if c == nil {
		c = color.Black
	}
	p.color = color.NRGBAModel.Convert(c).(color.NRGBA)
}

// Rotate is part of vg.Canvas.
func (p *PDF) Rotate(radians float64) {
	sin, cos := math.Sincos(radians)
	s := p.state
	p.a, p.b, p.c, p.d = s.a*cos+s.c*sin, s.b*cos+s.d*sin, s.c*cos-s.a*sin, s.d*cos-s.b*sin
}

// Translate is part of vg.Canvas.
func (p *PDF) Translate(by vg.Point) { p.e, p.f = p.onPage(by) }

// Scale is part of vg.Canvas.
func (p *PDF) Scale(x, y float64) { p.a, p.b, p.c, p.d = p.a*x, p.b*x, p.c*y, p.d*y }

// Push is part of vg.Canvas.
func (p *PDF) Push() { p.stack = append(p.stack, p.state) }

// Pop is part of vg.Canvas.
func (p *PDF) Pop() {
	p.state = p.stack[len(p.stack)-1]
	p.stack = p.stack[:len(p.stack)-1]
}

// onPage is a place on the page, from its bottom left corner.
func (p *PDF) onPage(at vg.Point) (x, y float64) {
	return p.a*float64(at.X) + p.c*float64(at.Y) + p.e, p.b*float64(at.X) + p.d*float64(at.Y) + p.f
}

// down is a place on the page as fpdf takes it, from the top left corner.
func (p *PDF) down(at vg.Point) (x, y float64) {
	x, y = p.onPage(at)
	return x, p.height - y
}

// stretch is how much lengths grow from the canvas to the page.
func (p *PDF) stretch() float64 { return math.Sqrt(math.Abs(p.a*p.d - p.b*p.c)) }

// Stroke is part of vg.Canvas.
func (p *PDF) Stroke(path vg.Path) {
	if p.width <= 0 || p.color.A == 0 {
		return
	}
	p.paint(func() {
		p.doc.SetDrawColor(int(p.color.R), int(p.color.G), int(p.color.B))
		p.doc.SetLineWidth(p.width * p.stretch())
		dashes := make([]float64, len(p.dashes))
		for i, d := range p.dashes {
			dashes[i] = float64(d) * p.stretch()
		}
		p.doc.SetDashPattern(dashes, float64(p.offset)*p.stretch())
		p.trace(path)
		p.doc.DrawPath("D")
	})
}

// Fill is part of vg.Canvas.
func (p *PDF) Fill(path vg.Path) {
	if p.color.A == 0 {
		return
	}
	p.paint(func() {
		p.doc.SetFillColor(int(p.color.R), int(p.color.G), int(p.color.B))
		p.trace(path)
		p.doc.DrawPath("F")
	})
}

// paint draws with the colour's transparency.
func (p *PDF) paint(draw func()) {
	if p.color.A != 255 {
		p.doc.SetAlpha(float64(p.color.A)/255, "Normal")
		defer p.doc.SetAlpha(1, "Normal")
	}
	draw()
}

func (p *PDF) trace(path vg.Path) {
	var pen vg.Point
	for i, c := range path {
		switch c.Type {
		case vg.MoveComp:
			p.doc.MoveTo(p.down(c.Pos))
		case vg.LineComp:
			p.doc.LineTo(p.down(c.Pos))
		case vg.ArcComp:
			p.arc(c, pen, i == 0)
			pen = onCircle(c, c.Start+c.Angle)
			continue
		case vg.CurveComp:
			a := c.Control[0]
			b := c.Control[len(c.Control)-1]
			if len(c.Control) == 1 { // the cubic curve that is the same as the quadratic one
				a = vg.Point{X: pen.X + (a.X-pen.X)*2/3, Y: pen.Y + (a.Y-pen.Y)*2/3}
				b = vg.Point{X: c.Pos.X + (b.X-c.Pos.X)*2/3, Y: c.Pos.Y + (b.Y-c.Pos.Y)*2/3}
			}
			p.curve(a, b, c.Pos)
		case vg.CloseComp:
			p.doc.ClosePath()
			continue
		}
		pen = c.Pos
	}
}

func (p *PDF) curve(a, b, end vg.Point) {
	ax, ay := p.down(a)
	bx, by := p.down(b)
	x, y := p.down(end)
	p.doc.CurveBezierCubicTo(ax, ay, bx, by, x, y)
}

func onCircle(c vg.PathComp, angle float64) vg.Point {
	sin, cos := math.Sincos(angle)
	return vg.Point{X: c.Pos.X + c.Radius*vg.Length(cos), Y: c.Pos.Y + c.Radius*vg.Length(sin)}
}

// arc draws an arc by cubic curves of at most a quarter circle, off by less than 0.03 per cent of the radius.
func (p *PDF) arc(c vg.PathComp, pen vg.Point, first bool) {
	start := onCircle(c, c.Start)
	if first {
		p.doc.MoveTo(p.down(start))
	} else if math.Hypot(float64(start.X-pen.X), float64(start.Y-pen.Y)) > 1e-6 {
		p.doc.LineTo(p.down(start))
	}
	n := max(1, int(math.Ceil(math.Abs(c.Angle)/(math.Pi/2)-1e-9)))
	step := c.Angle / float64(n)
	handle := c.Radius * vg.Length(4.0/3*math.Tan(step/4))
	for i := range n {
		from, to := c.Start+float64(i)*step, c.Start+float64(i+1)*step
		a, b := onCircle(c, from), onCircle(c, to)
		sin, cos := math.Sincos(from)
		one := vg.Point{X: a.X - handle*vg.Length(sin), Y: a.Y + handle*vg.Length(cos)}
		sin, cos = math.Sincos(to)
		two := vg.Point{X: b.X + handle*vg.Length(sin), Y: b.Y - handle*vg.Length(cos)}
		p.curve(one, two, b)
	}
}

// FillString is part of vg.Canvas. The text is kept as text; it is set in the bundled font, whatever face says of it
// but its weight.
func (p *PDF) FillString(face font.Face, at vg.Point, text string) {
	size := float64(face.Font.Size) * p.stretch()
	if size == 0 || text == "" {
		return
	}
	style := ""
	if face.Font.Weight >= xfont.WeightSemiBold {
		style = "B"
	}
	p.doc.SetFont(Family, style, size)
	p.doc.SetTextColor(int(p.color.R), int(p.color.G), int(p.color.B))
	x, y := p.down(at)
	p.paint(func() {
		angle := math.Atan2(p.b, p.a) * 180 / math.Pi
		if math.Abs(angle) < 1e-9 {
			p.doc.Text(x, y, text)
			return
		}
		p.doc.TransformBegin()
		p.doc.TransformRotate(angle, x, y)
		p.doc.Text(x, y, text)
		p.doc.TransformEnd()
	})
}

// DrawImage is part of vg.Canvas; a turned canvas shows the image upright.
func (p *PDF) DrawImage(rect vg.Rectangle, picture image.Image) {
	var raw bytes.Buffer
	if err := png.Encode(&raw, picture); err != nil {
		p.doc.SetError(err)
		return
	}
	options := fpdf.ImageOptions{ImageType: "png"}
	left, bottom := p.onPage(rect.Min)
	right, top := p.onPage(rect.Max)
	name := "picture-" + strconv.Itoa(raw.Len()) + "-" + strconv.Itoa(int(left*100)) + "-" + strconv.Itoa(int(top*100)) + "-" + strconv.Itoa(p.doc.PageNo())
	p.doc.RegisterImageOptionsReader(name, options, &raw)
	p.doc.ImageOptions(name, left, p.height-top, right-left, top-bottom, false, options, 0, "")
}
