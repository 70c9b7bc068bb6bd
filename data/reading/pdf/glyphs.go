package pdf

import (
	"context"
	"errors"
	"math"
	"slices"
	"sync"

	"github.com/klippa-app/go-pdfium/requests"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// A page holds some thousand glyphs, and of each several things are asked. Through go-pdfium each question costs several
// calls into the engine, which obtain and give back the memory for the answer; here one piece of memory serves them all.
// The engine's module, which go-pdfium keeps to itself, is seen by listening to one of its functions.
//
// chars are the functions of one instance of the engine that tell of glyphs
// (https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_text.h).
type chars struct {
	memory                                                                 api.Memory
	code, generated, origin, box, angle, alloc, free, object, size, matrix api.Function
	answer                                                                 uint32 // where answers are written: up to six floats
	stack                                                                  [4]uint64
	page                                                                   uint64  // of text, a handle
	shown                                                                  uint64  // the object that showed the last glyph, a handle
	height                                                                 float64 // its size of type, in points
}

const watched = "FPDFText_CountChars"

// watcher sees the calls of the watched function.
type watcher struct {
	mu     sync.Mutex
	module api.Module
	page   uint64
}

var calls watcher

// NewFunctionListener is part of experimental.FunctionListenerFactory.
func (w *watcher) NewFunctionListener(d api.FunctionDefinition) experimental.FunctionListener {
	if !slices.Contains(d.ExportNames(), watched) {
		return nil
	}
	return experimental.FunctionListenerFunc(func(_ context.Context, module api.Module, _ api.FunctionDefinition, params []uint64, _ experimental.StackIterator) {
		w.module, w.page = module, params[0]
	})
}

// count counts the glyphs of a page of text and sees the engine that does it.
func (w *watcher) count(d *opened, text requests.FPDFText_CountChars) (glyphs int, module api.Module, page uint64, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.module = nil
	count, err := d.FPDFText_CountChars(&text)
	if err != nil {
		return 0, nil, 0, err
	}
	if w.module == nil {
		return 0, nil, 0, errUnseen
	}
	return count.Count, w.module, w.page, nil
}

var errUnseen = errors.New("the PDF engine was not seen to count glyphs")

// on makes the functions of a module ready.
func (c *chars) on(ctx context.Context, module api.Module) error {
	if c.memory != nil {
		return nil
	}
	for _, f := range []struct {
		to   *api.Function
		name string
	}{
		{&c.code, "FPDFText_GetUnicode"},
		{&c.generated, "FPDFText_IsGenerated"},
		{&c.origin, "FPDFText_GetCharOrigin"},
		{&c.box, "FPDFText_GetLooseCharBox"},
		{&c.angle, "FPDFText_GetCharAngle"},
		{&c.object, "FPDFText_GetTextObject"},
		{&c.size, "FPDFText_GetFontSize"},
		{&c.matrix, "FPDFText_GetMatrix"},
		{&c.alloc, "malloc"},
		{&c.free, "free"},
	} {
		if *f.to = module.ExportedFunction(f.name); *f.to == nil {
			return errUnseen
		}
	}
	at, err := c.call(ctx, c.alloc, 24)
	if err != nil || uint32(at) == 0 {
		return errors.Join(errUnseen, err)
	}
	c.answer, c.memory = uint32(at), module.Memory()
	return nil
}

// end gives the memory for answers back.
func (c *chars) end() {
	if c.memory != nil {
		_, _ = c.call(context.Background(), c.free, uint64(c.answer))
	}
}

func (c *chars) call(ctx context.Context, f api.Function, arguments ...uint64) (uint64, error) {
	copy(c.stack[:], arguments)
	err := f.CallWithStack(ctx, c.stack[:])
	return c.stack[0], err
}

// at asks for the glyph with an index; false where it is none that a page shows: the engine's own blanks, which it
// guesses from gaps, and its line ends are left out, since the layout judges gaps itself.
func (c *chars) at(ctx context.Context, index int, before *glyph) (g glyph, shown bool, err error) {
	i := uint64(index)
	code, err := c.call(ctx, c.code, c.page, i)
	g.char = rune(uint32(code))
	if err != nil || g.char == '\r' || g.char == '\n' || g.char == 0 {
		return g, false, err
	}
	if g.char == ' ' {
		if made, err := c.call(ctx, c.generated, c.page, i); err != nil || int32(made) == 1 {
			return g, false, err
		}
	}
	if ok, err := c.call(ctx, c.origin, c.page, i, uint64(c.answer), uint64(c.answer)+8); err != nil || int32(ok) == 0 {
		return g, false, err
	}
	g.x, _ = c.memory.ReadFloat64Le(c.answer)
	g.y, _ = c.memory.ReadFloat64Le(c.answer + 8)
	if ok, err := c.call(ctx, c.box, c.page, i, uint64(c.answer)); err != nil || int32(ok) == 0 {
		return g, false, err
	}
	for at, side := range []*float64{&g.left, &g.top, &g.right, &g.bottom} {
		value, _ := c.memory.ReadFloat32Le(c.answer + 4*uint32(at))
		*side = float64(value)
	}
	if g.size, err = c.sizeOf(ctx, i); err != nil {
		return g, false, err
	}
	if before != nil && math.Abs(before.y-g.y) < 0.01 {
		g.angle = before.angle // of one line
		return g, true, nil
	}
	angle, err := c.call(ctx, c.angle, c.page, i)
	g.angle = float64(math.Float32frombits(uint32(angle)))
	return g, true, err
}

// times is the height of the font box of Times, in ems: what the layout's measures are told in.
const times = 1.107

// sizeOf is the height of type of a glyph: the size of its font, as far as the page's matrices stretch it.
func (c *chars) sizeOf(ctx context.Context, index uint64) (float64, error) {
	object, err := c.call(ctx, c.object, c.page, index)
	if err != nil {
		return 0, err
	}
	if object = uint64(uint32(object)); object != 0 && object == c.shown {
		return c.height, nil
	}
	bits, err := c.call(ctx, c.size, c.page, index)
	if err != nil {
		return 0, err
	}
	size := math.Float64frombits(bits)
	if ok, err := c.call(ctx, c.matrix, c.page, index, uint64(c.answer)); err != nil {
		return 0, err
	} else if int32(ok) != 0 {
		x, _ := c.memory.ReadFloat32Le(c.answer + 8)
		y, _ := c.memory.ReadFloat32Le(c.answer + 12)
		size *= math.Hypot(float64(x), float64(y))
	}
	c.shown, c.height = object, times*math.Abs(size)
	return c.height, nil
}

// glyphs are the characters of a page in the order in which the page draws them.
func (d *opened) glyphs(ctx context.Context, index int) ([]glyph, error) {
	page, err := d.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: d.FPDF_DOCUMENT, Index: index})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = d.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page}) }()
	text, err := d.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: requests.Page{ByReference: &page.Page}})
	if err != nil {
		return nil, err
	}
	defer func() { _, _ = d.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage}) }()
	count, module, handle, err := calls.count(d, requests.FPDFText_CountChars{TextPage: text.TextPage})
	if err != nil {
		return nil, err
	}
	if err := d.chars.on(ctx, module); err != nil {
		return nil, err
	}
	d.chars.page, d.chars.shown = handle, 0
	all := make([]glyph, 0, min(count, maxGlyphs))
	var before *glyph
	for i := range min(count, maxGlyphs) {
		g, shown, err := d.chars.at(ctx, i, before)
		if err != nil {
			return nil, err
		}
		if shown {
			all = append(all, g)
			before = &all[len(all)-1]
		}
	}
	return all, nil
}
