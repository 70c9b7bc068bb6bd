package charts

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// valueAxis is the axis of quantities: from zero, or for dots and lines on a log scale from the power of ten below the
// least.
func (c *Chart) valueAxis() Axis {
	least, greatest, below := math.Inf(1), 0.0, 0.0
	for _, m := range c.Marks {
		greatest = max(greatest, m.To)
		below = min(below, m.From)
		if m.From > 0 {
			least = min(least, m.From)
		}
	}
	a := Axis{Title: c.unitLabel(), Log: c.Spec.Scale == "log"}
	c.LogOffered = !a.Log && below == 0 && greatest/least > 100 && c.Spec.Kind != Bars && c.Spec.Kind != Stack
	if a.Log {
		a.Min, a.Max = math.Pow(10, math.Floor(math.Log10(least)+1e-9)), roundUp(greatest)
		if a.Max <= a.Min {
			a.Max = a.Min * 10
		}
		orders := int(math.Floor(math.Log10(a.Max/a.Min) + 1e-9))
		for i := 0; i <= orders; i += 1 + orders/7 {
			at := a.Min * math.Pow(10, float64(i))
			a.Ticks = append(a.Ticks, Tick{at, c.number(at)})
		}
		return a
	}
	step, last := ticks(max(greatest, -below))
	a.Max = last
	if greatest <= 0 && below < 0 {
		a.Max = 0
	}
	if below < 0 {
		a.Min = -math.Ceil(-below/step-1e-9) * step
		if slices.ContainsFunc(c.Marks, func(m Mark) bool { return m.Open() < 0 && m.To-a.Min < step/3 }) {
			a.Min -= step // room for an arrow
		}
	}
	for i := math.Round(a.Min / step); i*step <= a.Max*1.0001; i++ {
		a.Ticks = append(a.Ticks, Tick{i * step, c.number(i * step)})
	}
	return a
}

// roundUp is the least of 1, 2 and 5 times a power of ten that is not below a value.
func roundUp(value float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(value)+1e-9))
	for _, s := range []float64{1, 2, 5} {
		if s*power >= value*(1-1e-9) {
			return s * power
		}
	}
	return 10 * power
}

// unitLabel is what the value axis counts, with what it is per.
func (c *Chart) unitLabel() string {
	unit := c.v.Label(vocabulary.Unit, family(c.Figures[0].Unit), c.Spec.Language)
	for _, f := range c.Figures[1:] {
		if family(f.Unit) != family(c.Figures[0].Unit) {
			return ""
		}
	}
	if per := c.Figures[0].Per; per != "" {
		unit = c.words.Say("chart.per", unit, c.v.Label(vocabulary.Unit, per, c.Spec.Language))
	}
	return unit
}

// share is where a value stands between the ends of an axis, from 0 to 1.
func (a Axis) share(value float64) float64 {
	if a.Log {
		return math.Log10(max(value, a.Min)/a.Min) / math.Log10(a.Max/a.Min)
	}
	if a.Max == a.Min {
		return 0
	}
	return (value - a.Min) / (a.Max - a.Min)
}

// ticks is the round step between ticks, and the last tick, of an axis from 0 that holds top in about four steps.
func ticks(top float64) (step, last float64) {
	if top <= 0 {
		return 1, 1
	}
	power := math.Pow(10, math.Floor(math.Log10(top/4)))
	for _, s := range []float64{1, 2, 2.5, 5, 10} {
		if step = s * power; step >= top/5 {
			break
		}
	}
	if step < 1 && top >= 2 { // counts are whole
		step = 1
	}
	return step, math.Ceil(top/step-1e-9) * step
}

// number writes a number of an axis.
func (c *Chart) number(value float64) string {
	d, err := data.ParseDecimal(strings.TrimSuffix(fmt.Sprintf("%.6g", value), ".0"))
	if err != nil {
		return fmt.Sprintf("%.6g", value)
	}
	return Number(d, c.words)
}

// timeAxis is the axis of dates in years: the ticks are years, or months where the span is short.
func (c *Chart) timeAxis() Axis {
	first, last := math.Inf(1), math.Inf(-1)
	for _, k := range c.Categories {
		if from, to, ok := span(k.Key); ok {
			first, last = min(first, from), max(last, to)
		}
	}
	a := Axis{Title: c.words.Say("chart.axis." + c.Spec.By), Min: first, Max: last}
	if c.Spec.Kind == Timeline {
		room := max(1.0/12, (last-first)/20) // to both sides
		first, last = first-room, last+room
	}
	if last-first <= 2 { // months, at most nine of them named
		months := math.Ceil((last-first)*12 - 1e-6)
		step := 1.0
		for _, s := range []float64{1, 2, 3, 6} {
			if step = s; months/s <= 8 {
				break
			}
		}
		from := math.Floor(first*12/step+1e-6) * step
		a.Min, a.Max = from/12, math.Ceil(last*12/step-1e-6)*step/12
		for m := from; m <= a.Max*12+1e-6; m += step {
			year, month := int(math.Floor(m/12+1e-6)), int(math.Round(m-12*math.Floor(m/12+1e-6)))+1
			a.Ticks = append(a.Ticks, Tick{m / 12, c.words.Say("chart.axis.month", fmt.Sprint(year), c.words.Say(fmt.Sprintf("date.short.%d", month)), fmt.Sprint(month))})
		}
		return a
	}
	step, _ := ticks(last - first)
	step = max(1, math.Round(step))
	a.Min, a.Max = math.Floor(first/step)*step, math.Ceil(last/step-1e-6)*step
	for y := a.Min; y <= a.Max+1e-6; y += step {
		a.Ticks = append(a.Ticks, Tick{y, fmt.Sprintf("%.0f", y)})
	}
	return a
}
