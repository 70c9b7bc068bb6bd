package office

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Form is how a native chart is drawn.
type Form string

// The forms.
const (
	Bars  Form = "bars"  // horizontal, side by side
	Stack Form = "stack" // horizontal, one after the other
	Line  Form = "line"  // points along the horizontal axis, joined where Joined says so
)

// Chart is a chart that an office program draws and lets the reader edit. A range has its lower end as its value and
// reaches by an error bar to its upper end, so that each number in it is one that the report states; the words beside a
// point say its hedge.
type Chart struct {
	Form       Form
	Title, Alt string
	ValueTitle string
	Log        bool
	Max        float64 // of the value axis; 0: the program's choice
	Categories []string
	Days       []int // of a time axis: the day of each category, as spreadsheets count them; nil for an axis of words
	Span       bool  // lines go on over what has no value, since only other series have one there
	Series     []Series
	Sheet      string // the name of the sheet that holds its numbers
	First      string // the heading of the column of categories
	InWords    string // the heading of a column of words
	Minus      string // the heading of a column of lower error bars
	Plus       string // the heading of a column of upper ones
	Language   string // zh or en
}

// Series is the points of one colour, one for each category.
type Series struct {
	Name   string
	Color  string // RRGGBB
	Joined bool
	Points []Point
}

// Point is a value with its error bars; Has is false for a gap.
type Point struct {
	Has         bool
	Value       float64
	Minus, Plus float64
	Words       string
	Hedged      bool // the number is not said to be the true one: drawn paler
	Break       bool // it counts otherwise than the point before it: no line leads to it
}

// Columns of a series in the sheet: value, lower and upper error bar, words.
const perSeries = 4

// FillSheet writes the chart's numbers into its sheet of a workbook, which must exist.
func (c Chart) FillSheet(book *excelize.File) error {
	head := []any{c.First}
	for _, s := range c.Series {
		name := s.Name
		if name == "" {
			name = c.ValueTitle
		}
		head = append(head, name, c.Minus, c.Plus, c.InWords)
	}
	if c.Days != nil {
		head = append(head, c.InWords)
	}
	if err := book.SetSheetRow(c.Sheet, "A1", &head); err != nil {
		return err
	}
	for i, category := range c.Categories {
		row := []any{category}
		if c.Days != nil {
			row[0] = c.Days[i]
		}
		for _, s := range c.Series {
			p := s.Points[i]
			if !p.Has {
				row = append(row, nil, nil, nil, nil)
				continue
			}
			row = append(row, p.Value, p.Minus, p.Plus, p.Words)
		}
		if c.Days != nil {
			row = append(row, category)
		}
		if err := book.SetSheetRow(c.Sheet, "A"+strconv.Itoa(i+2), &row); err != nil {
			return err
		}
	}
	if c.Days != nil {
		format := dayFormat
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			return err
		}
		if err := book.SetCellStyle(c.Sheet, "A2", "A"+strconv.Itoa(len(c.Days)+1), style); err != nil {
			return err
		}
	}
	return book.SetColWidth(c.Sheet, "A", "A", 36)
}

// dayFormat is how days are written, which both languages read alike.
const dayFormat = "yyyy-mm-dd"

// workbook is a workbook of the chart's numbers alone, for "Edit data".
func (c Chart) workbook() ([]byte, error) {
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	if err := book.SetSheetName(book.GetSheetName(0), c.Sheet); err != nil {
		return nil, err
	}
	if err := c.FillSheet(book); err != nil {
		return nil, err
	}
	return Settle(book, nil)
}

// cells is a column of the sheet, from the first category to the last.
func (c Chart) cells(column int) string {
	name, _ := excelize.ColumnNumberToName(column)
	return fmt.Sprintf("%s!$%s$2:$%s$%d", c.quoted(), name, name, len(c.Categories)+1)
}

func (c Chart) quoted() string { return "'" + strings.ReplaceAll(c.Sheet, "'", "''") + "'" }

func plain(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// XML is the chart's part (ECMA-376, part 1, 21.2). External is the relationship to the workbook with its numbers, empty
// where the chart stands in that workbook.
func (c Chart) XML(external string) []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`)
	b.WriteString(`<c:date1904 val="0"/><c:lang val="` + languageTag(c.Language) + `"/><c:roundedCorners val="0"/><c:chart>`)
	b.WriteString(title(c.Title, 1200, true) + `<c:autoTitleDeleted val="0"/><c:plotArea>` + c.layout())
	switch c.Form {
	case Line:
		b.WriteString(`<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>`)
	case Stack:
		b.WriteString(`<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>`)
	default:
		b.WriteString(`<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>`)
	}
	for i, s := range c.Series {
		c.series(&b, i, s)
	}
	switch c.Form {
	case Line:
		b.WriteString(`<c:marker val="1"/><c:axId val="111111111"/><c:axId val="222222222"/></c:lineChart>`)
	case Stack:
		b.WriteString(`<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>`)
	default:
		b.WriteString(`<c:gapWidth val="60"/>`)
		if c.single() { // bars of their whole width: none stands beside another
			b.WriteString(`<c:overlap val="100"/>`)
		}
		b.WriteString(`<c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>`)
	}
	c.axes(&b)
	b.WriteString(`<c:spPr><a:noFill/></c:spPr></c:plotArea>`)
	if len(c.Series) > 1 {
		b.WriteString(`<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend>`)
	}
	blanks := "gap"
	if c.Span {
		blanks = "span"
	}
	b.WriteString(`<c:plotVisOnly val="1"/><c:dispBlanksAs val="` + blanks + `"/></c:chart><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`)
	b.WriteString(`<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="` + languageTag(c.Language) + `"/></a:p></c:txPr>`)
	if external != "" {
		b.WriteString(`<c:externalData r:id="` + external + `"><c:autoUpdate val="0"/></c:externalData>`)
	}
	b.WriteString(`</c:chartSpace>`)
	return []byte(b.String())
}

// single tells whether no category has values of two series.
func (c Chart) single() bool {
	for row := range c.Categories {
		has := 0
		for _, s := range c.Series {
			if s.Points[row].Has {
				has++
			}
		}
		if has > 1 {
			return false
		}
	}
	return true
}

// The plot of bars stands between these shares of the chart's width: labels left of it, words of its marks in it.
const plotLeft, plotWidth = 0.30, 0.66

// head and foot are the room above the plot of bars for the title, and below it for the axis and the legend, in points. A legend's
// line holds about three names.
func (c Chart) head() float64 {
	if c.Title == "" {
		return 10
	}
	return 32
}

func (c Chart) foot() float64 {
	if len(c.Series) < 2 {
		return 44
	}
	return 44 + 18*math.Ceil(float64(len(c.Series))/3)
}

func (c Chart) layout() string {
	if c.Form == Line {
		return `<c:layout/>`
	}
	top, foot := max(0.06, c.head()/c.Height()), max(0.08, c.foot()/c.Height()) // on a slide the chart of many rows is less high
	return fmt.Sprintf(`<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="%g"/><c:y val="%.3f"/><c:w val="%g"/><c:h val="%.3f"/></c:manualLayout></c:layout>`, plotLeft, top, plotWidth, 1-top-foot)
}

func title(text string, size int, bold bool) string {
	if text == "" {
		return ""
	}
	weight := 0
	if bold {
		weight = 1
	}
	return fmt.Sprintf(`<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="%d" b="%d"/></a:pPr><a:r><a:rPr sz="%d" b="%d"/><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`, size, weight, size, weight, esc(text))
}

// series writes one c:ser; the order of its parts is that of CT_BarSer and CT_LineSer.
func (c Chart) series(b *strings.Builder, i int, s Series) {
	column := 2 + perSeries*i
	name, _ := excelize.ColumnNumberToName(column)
	label := s.Name
	if label == "" {
		label = c.ValueTitle
	}
	fmt.Fprintf(b, `<c:ser><c:idx val="%d"/><c:order val="%d"/><c:tx><c:strRef><c:f>%s!$%s$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>%s</c:v></c:pt></c:strCache></c:strRef></c:tx>`, i, i, c.quoted(), name, esc(label))
	fill := `<a:solidFill><a:srgbClr val="` + s.Color + `"/></a:solidFill>`
	if c.Form == Line {
		line := `<a:ln w="19050"><a:noFill/></a:ln>`
		if s.Joined {
			line = `<a:ln w="19050">` + fill + `</a:ln>`
		}
		symbol := []string{"circle", "square", "triangle", "diamond"}[i%4]
		fmt.Fprintf(b, `<c:spPr>%s</c:spPr><c:marker><c:symbol val="%s"/><c:size val="7"/><c:spPr>%s</c:spPr></c:marker>`, line, symbol, fill)
		for k, p := range s.Points {
			if p.Has && p.Break {
				fmt.Fprintf(b, `<c:dPt><c:idx val="%d"/><c:marker><c:symbol val="%s"/><c:size val="7"/><c:spPr>%s</c:spPr></c:marker><c:bubble3D val="0"/><c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr></c:dPt>`, k, symbol, fill)
			}
		}
	} else {
		fmt.Fprintf(b, `<c:spPr>%s</c:spPr><c:invertIfNegative val="0"/>`, fill)
		c.paler(b, s)
	}
	c.labels(b, s)
	c.errorBars(b, column, s)
	c.categories(b)
	b.WriteString(`<c:val>`)
	c.numbers(b, column, s, func(p Point) float64 { return p.Value })
	b.WriteString(`</c:val>`)
	if c.Form == Line {
		b.WriteString(`<c:smooth val="0"/>`)
	}
	b.WriteString(`</c:ser>`)
}

// categories writes the names of the points, or their days.
func (c Chart) categories(b *strings.Builder) {
	if c.Days != nil {
		fmt.Fprintf(b, `<c:cat><c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>%s</c:formatCode><c:ptCount val="%d"/>`, c.cells(1), dayFormat, len(c.Days))
		for k, day := range c.Days {
			fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%d</c:v></c:pt>`, k, day)
		}
		b.WriteString(`</c:numCache></c:numRef></c:cat>`)
		return
	}
	fmt.Fprintf(b, `<c:cat><c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, c.cells(1), len(c.Categories))
	for k, category := range c.Categories {
		fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, k, esc(category))
	}
	b.WriteString(`</c:strCache></c:strRef></c:cat>`)
}

// paler draws points whose number is hedged paler, with their outline in full.
func (c Chart) paler(b *strings.Builder, s Series) {
	for k, p := range s.Points {
		if p.Has && p.Hedged {
			fmt.Fprintf(b, `<c:dPt><c:idx val="%d"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="%s"><a:alpha val="45000"/></a:srgbClr></a:solidFill><a:ln w="12700"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr></c:dPt>`, k, s.Color, s.Color)
		}
	}
}

// labels are the words of the points. Beside a range they stand clear of its error bar.
func (c Chart) labels(b *strings.Builder, s Series) {
	place := map[Form]string{Bars: "outEnd", Stack: "ctr", Line: "t"}[c.Form]
	const shown = `<c:showLegendKey val="0"/><c:showVal val="%d"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`
	b.WriteString(`<c:dLbls>`)
	for k, p := range s.Points {
		if !p.Has || p.Words == "" {
			continue
		}
		layout, place := `<c:layout/>`, place
		if c.Form == Line && (p.Plus > 0 || p.Minus > 0) { // beside its error bar
			place = "r"
		}
		if c.Form == Bars && p.Plus > 0 && c.Max > 0 && !c.Log {
			layout = fmt.Sprintf(`<c:layout><c:manualLayout><c:x val="%.4f"/><c:y val="0"/></c:manualLayout></c:layout>`, p.Plus/c.Max*plotWidth+0.012)
		}
		ink := ""
		if c.Form == Stack && !p.Hedged && dark(s.Color) { // the words stand on the bar
			ink = `<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>`
		}
		fmt.Fprintf(b, `<c:dLbl><c:idx val="%d"/>%s<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="%s" sz="800">%s</a:rPr><a:t>%s</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="%s"/>`+shown+`</c:dLbl>`, k, layout, languageTag(c.Language), ink, esc(p.Words), place, 1)
	}
	fmt.Fprintf(b, `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="%s"/></a:p></c:txPr><c:dLblPos val="%s"/>`+shown+noLeaders+`</c:dLbls>`, languageTag(c.Language), place, 1)
}

// dark tells whether white words are read better on a colour, RRGGBB, than dark ones: by its luminance (Rec. 709).
func dark(color string) bool {
	n, _ := strconv.ParseUint(color, 16, 32)
	return 0.2126*float64(n>>16&255)+0.7152*float64(n>>8&255)+0.0722*float64(n&255) < 128
}

// noLeaders keeps lines away that lead from marks to words moved beside their error bars; only the newer schema of bars has them.
const noLeaders = `<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>`

func (c Chart) errorBars(b *strings.Builder, column int, s Series) {
	any := false
	for _, p := range s.Points {
		any = any || p.Minus > 0 || p.Plus > 0
	}
	if !any {
		return
	}
	b.WriteString(`<c:errBars>`)
	if c.Form == Line {
		b.WriteString(`<c:errDir val="y"/>`)
	}
	b.WriteString(`<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>`)
	c.numbers(b, column+2, s, func(p Point) float64 { return p.Plus })
	b.WriteString(`</c:plus><c:minus>`)
	c.numbers(b, column+1, s, func(p Point) float64 { return p.Minus })
	b.WriteString(`</c:minus><c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="222222"/></a:solidFill></a:ln></c:spPr></c:errBars>`)
}

func (c Chart) numbers(b *strings.Builder, column int, s Series, of func(Point) float64) {
	fmt.Fprintf(b, `<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="%d"/>`, c.cells(column), len(c.Categories))
	for k, p := range s.Points {
		if p.Has {
			fmt.Fprintf(b, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, k, plain(of(p)))
		}
	}
	b.WriteString(`</c:numCache></c:numRef>`)
}

// axes writes the axis of categories and that of values. Horizontal bars have the first category at the top.
func (c Chart) axes(b *strings.Builder) {
	order, catPos, valPos, crosses := "maxMin", "l", "b", "max"
	if c.Form == Line {
		order, catPos, valPos, crosses = "minMax", "b", "l", "autoZero"
	}
	const line = `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="%s"/></a:solidFill></a:ln></c:spPr>`
	kind, format, tail := "catAx", "General", `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>`
	if c.Form != Line { // every bar has its name
		tail += `<c:tickLblSkip val="1"/>`
	}
	tail += `<c:noMultiLvlLbl val="1"/>`
	if c.Days != nil {
		kind, format = "dateAx", "yyyy-mm"
		days := slices.Max(c.Days) - slices.Min(c.Days)
		unit, step := "months", 1+days/(9*30)
		if days > 3*365 {
			format, unit, step = "yyyy", "years", 1+days/(9*365)
		}
		tail = fmt.Sprintf(`<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/><c:majorUnit val="%d"/><c:majorTimeUnit val="%s"/>`, step, unit)
	}
	fmt.Fprintf(b, `<c:%[1]s><c:axId val="111111111"/><c:scaling><c:orientation val="%[2]s"/></c:scaling><c:delete val="0"/><c:axPos val="%[3]s"/><c:numFmt formatCode="%[4]s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`, kind, order, catPos, format)
	fmt.Fprintf(b, line+`<c:crossAx val="222222222"/><c:crosses val="autoZero"/>%s</c:%s>`, "808080", tail, kind)
	scaling := ""
	if c.Log {
		scaling = `<c:logBase val="10"/>`
	}
	scaling += `<c:orientation val="minMax"/>`
	if c.Max > 0 {
		scaling += `<c:max val="` + plain(c.Max) + `"/>`
	}
	if !c.Log && c.least() >= 0 {
		scaling += `<c:min val="0"/>`
	}
	fmt.Fprintf(b, `<c:valAx><c:axId val="222222222"/><c:scaling>%s</c:scaling><c:delete val="0"/><c:axPos val="%s"/><c:majorGridlines>`+line+`</c:majorGridlines>%s<c:numFmt formatCode="%s" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:crossAx val="111111111"/><c:crosses val="%s"/><c:crossBetween val="between"/></c:valAx>`, scaling, valPos, "D9D9D9", title(c.ValueTitle, 900, false), c.valueFormat(), crosses)
}

// valueFormat writes the numbers of the value axis: in groups of three digits where they are whole, which those of an axis that goes
// beyond ten are, and below zero with a minus sign.
func (c Chart) valueFormat() string {
	greatest := c.Max
	for _, s := range c.Series {
		for _, p := range s.Points {
			greatest = max(greatest, math.Abs(p.Value))
		}
	}
	if greatest < 10 {
		return "General"
	}
	return "#,##0;\u2212#,##0"
}

func (c Chart) least() float64 {
	least := math.Inf(1)
	for _, s := range c.Series {
		for _, p := range s.Points {
			if p.Has {
				least = min(least, p.Value-p.Minus)
			}
		}
	}
	return least
}

// languageTag is the language of a text as office programs name it.
func languageTag(language string) string {
	if language == "zh" {
		return "zh-CN"
	}
	return "en-GB"
}
