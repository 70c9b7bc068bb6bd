package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/charts"
	"figurebook.org/figurebook/charts/export/office"
)

// sequences are the children that elements of the parts written here may have, in the order that the schemas of ECMA-376
// (transitional) demand. Word refuses a file, or repairs it, where they stand otherwise. A name in brackets may stand several times;
// names in one pair of bars stand in any order among themselves. Elements that are not listed are not looked at.
var sequences = map[string]string{
	// 21.2, charts
	"c:chartSpace":         "c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr c:pivotFmts c:protection c:chart c:spPr c:txPr c:externalData c:printSettings c:userShapes c:extLst",
	"c:chartSpace/c:chart": "c:title c:autoTitleDeleted c:pivotFmts c:view3D c:floor c:sideWall c:backWall c:plotArea c:legend c:plotVisOnly c:dispBlanksAs c:extLst",
	"c:plotArea":           "c:layout |c:barChart c:lineChart| |c:valAx c:catAx c:dateAx| c:dTable c:spPr c:extLst",
	"c:barChart":           "c:barDir c:grouping c:varyColors (c:ser) c:dLbls c:gapWidth c:overlap (c:serLines) (c:axId) c:extLst",
	"c:lineChart":          "c:grouping c:varyColors (c:ser) c:dLbls c:dropLines c:hiLowLines c:upDownBars c:marker c:smooth (c:axId) c:extLst",
	"c:barChart/c:ser":     "c:idx c:order c:tx c:spPr c:invertIfNegative c:pictureOptions (c:dPt) c:dLbls (c:trendline) c:errBars c:cat c:val c:shape c:extLst",
	"c:lineChart/c:ser":    "c:idx c:order c:tx c:spPr c:marker (c:dPt) c:dLbls (c:trendline) c:errBars c:cat c:val c:smooth c:extLst",
	"c:dPt":                "c:idx c:invertIfNegative c:marker c:bubble3D c:explosion c:spPr c:pictureOptions c:extLst",
	"c:dLbls":              "(c:dLbl) c:delete c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:showLeaderLines c:leaderLines c:extLst",
	"c:dLbl":               "c:idx c:delete c:layout c:tx c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal c:showCatName c:showSerName c:showPercent c:showBubbleSize c:separator c:extLst",
	"c:errBars":            "c:errDir c:errBarType c:errValType c:noEndCap c:plus c:minus c:val c:spPr c:extLst",
	"c:catAx":              "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblAlgn c:lblOffset c:tickLblSkip c:tickMarkSkip c:noMultiLvlLbl c:extLst",
	"c:dateAx":             "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:auto c:lblOffset c:baseTimeUnit c:majorUnit c:majorTimeUnit c:minorUnit c:minorTimeUnit c:extLst",
	"c:valAx":              "c:axId c:scaling c:delete c:axPos c:majorGridlines c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark c:tickLblPos c:spPr c:txPr c:crossAx c:crosses c:crossesAt c:crossBetween c:majorUnit c:minorUnit c:dispUnits c:extLst",
	"c:scaling":            "c:logBase c:orientation c:max c:min c:extLst",
	"c:numCache":           "c:formatCode c:ptCount (c:pt) c:extLst",
	"c:strCache":           "c:ptCount (c:pt) c:extLst",
	"c:title":              "c:tx c:layout c:overlay c:spPr c:txPr c:extLst",
	"c:legend":             "c:legendPos (c:legendEntry) c:layout c:overlay c:spPr c:txPr c:extLst",
	// 17, words
	"w:document": "w:background w:body",
	"w:p":        "w:pPr |w:r w:hyperlink|",
	"w:pPr":      "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:kinsoku w:spacing w:ind w:contextualSpacing w:jc w:outlineLvl w:rPr w:sectPr",
	"w:rPr":      "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:strike w:color w:spacing w:kern w:position w:sz w:szCs w:highlight w:u w:vertAlign w:lang",
	"w:tbl":      "w:tblPr w:tblGrid (w:tr)",
	"w:tblPr":    "w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook",
	"w:tr":       "w:tblPrEx w:trPr (w:tc)",
	"w:tc":       "w:tcPr |w:p w:tbl|",
	"w:tcPr":     "w:cnfStyle w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:vAlign",
	"w:sectPr":   "(w:headerReference) (w:footerReference) w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:pgNumType w:cols w:titlePg w:docGrid",
	"w:style":    "w:name w:aliases w:basedOn w:next w:link w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:pPr w:rPr w:tblPr w:trPr w:tcPr",
	"w:styles":   "w:docDefaults w:latentStyles (w:style)",
	"w:lvl":      "w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlJc w:pPr w:rPr",
	"w:settings": "w:writeProtection w:view w:zoom w:mirrorMargins w:defaultTabStop w:characterSpacingControl w:footnotePr w:endnotePr w:compat w:rsids w:themeFontLang w:clrSchemeMapping",
	"wp:inline":  "wp:extent wp:effectExtent wp:docPr wp:cNvGraphicFramePr a:graphic",
	"pic:pic":    "pic:nvPicPr pic:blipFill pic:spPr",
	// 19, slides
	"p:presentation": "p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:defaultTextStyle p:extLst",
	"p:sldMaster":    "p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst",
	"p:sldLayout":    "p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst",
	"p:sld":          "p:cSld p:clrMapOvr p:transition p:timing p:extLst",
	"p:notes":        "p:cSld p:clrMapOvr p:extLst",
	"p:notesMaster":  "p:cSld p:clrMap p:hf p:notesStyle p:extLst",
	"p:cSld":         "p:bg p:spTree p:custDataLst p:controls p:extLst",
	"p:spTree":       "p:nvGrpSpPr p:grpSpPr |p:sp p:pic p:graphicFrame|",
	"p:sp":           "p:nvSpPr p:spPr p:style p:txBody p:extLst",
	"p:pic":          "p:nvPicPr p:blipFill p:spPr p:style p:extLst",
	"p:graphicFrame": "p:nvGraphicFramePr p:xfrm a:graphic p:extLst",
	"p:txBody":       "a:bodyPr a:lstStyle (a:p)",
	// 20, drawings
	"a:p":             "a:pPr |a:r a:br a:fld| a:endParaRPr",
	"a:pPr":           "a:lnSpc a:spcBef a:spcAft a:buClr a:buSzPct a:buFont a:buNone a:buAutoNum a:buChar a:tabLst a:defRPr a:extLst",
	"a:tbl":           "a:tblPr a:tblGrid (a:tr)",
	"a:tc":            "a:txBody a:tcPr",
	"a:tcPr":          "a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr |a:noFill a:solidFill|",
	"a:clrScheme":     "a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink",
	"a:themeElements": "a:clrScheme a:fontScheme a:fmtScheme a:extLst",
	"a:fmtScheme":     "a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst",
}

// required are the children without which an element is no such element.
var required = map[string]string{
	"c:chartSpace/c:chart": "c:plotArea", "c:barChart": "c:barDir c:axId", "c:lineChart": "c:grouping c:axId", "c:ser": "c:idx c:order",
	"c:errBars": "c:errBarType c:errValType", "c:catAx": "c:axId c:scaling c:axPos c:crossAx", "c:dateAx": "c:axId c:scaling c:axPos c:crossAx", "c:valAx": "c:axId c:scaling c:axPos c:crossAx",
	"w:tbl": "w:tblPr w:tblGrid", "w:tc": "w:p", "wp:inline": "wp:extent wp:docPr a:graphic", "p:sp": "p:nvSpPr p:spPr", "p:pic": "p:nvPicPr p:blipFill p:spPr", "p:presentation": "p:notesSz",
	"p:graphicFrame": "p:nvGraphicFramePr p:xfrm a:graphic", "p:sldMaster": "p:cSld p:clrMap", "a:fmtScheme": "a:fillStyleLst a:lnStyleLst a:effectStyleLst a:bgFillStyleLst",
}

// prefixes are the prefixes under which the tables above name the schemas.
var prefixes = map[string]string{
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 "c",
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture":               "pic",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           "w",
	"http://schemas.openxmlformats.org/presentationml/2006/main":             "p",
}

// step is a place in a sequence: the names that may stand there, and whether more than once.
type step struct {
	names    []string
	repeated bool
}

func steps(sequence string) []step {
	var all []step
	within := false
	for _, word := range strings.Fields(sequence) {
		name := strings.Trim(word, "|()")
		if within {
			all[len(all)-1].names = append(all[len(all)-1].names, name)
		} else {
			all = append(all, step{[]string{name}, strings.HasPrefix(word, "(") || strings.HasPrefix(word, "|")})
		}
		if strings.HasPrefix(word, "|") != strings.HasSuffix(word, "|") {
			within = !within
		}
	}
	return all
}

// disorder tells what is wrong with the children of an element; empty where nothing is.
func disorder(parent, name string, children []string) string {
	sequence, known := sequences[parent+"/"+name]
	if !known {
		sequence, known = sequences[name]
	}
	for _, need := range strings.Fields(required[name] + " " + required[parent+"/"+name]) {
		if !slices.Contains(children, need) {
			return fmt.Sprintf("%s lacks %s", name, need)
		}
	}
	if !known {
		return ""
	}
	all := steps(sequence)
	at, used := 0, false
	for _, child := range children {
		here := slices.IndexFunc(all[at:], func(s step) bool { return slices.Contains(s.names, child) })
		switch {
		case here < 0:
			return fmt.Sprintf("%s holds %s where it may not stand, in %v", name, child, children)
		case here == 0 && used && !all[at].repeated:
			return fmt.Sprintf("%s holds %s twice", name, child)
		}
		at, used = at+here, true
	}
	return ""
}

// disorders are the faults of a part against the tables.
func disorders(body []byte) ([]string, error) {
	type element struct {
		name     string
		children []string
	}
	open := []element{{}}
	var found []string
	for d := xml.NewDecoder(bytes.NewReader(body)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return found, nil
		} else if err != nil {
			return found, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := prefixes[t.Name.Space] + ":" + t.Name.Local
			open[len(open)-1].children = append(open[len(open)-1].children, name)
			open = append(open, element{name: name})
		case xml.EndElement:
			e, parent := open[len(open)-1], open[len(open)-2]
			open = open[:len(open)-1]
			if wrong := disorder(parent.name, e.name, e.children); wrong != "" {
				found = append(found, wrong)
			}
		}
	}
}

// TestDisorder: the tables find what they are for.
func TestDisorder(t *testing.T) {
	const space = `xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`
	for body, want := range map[string]int{
		`<c:scaling ` + space + `><c:orientation/><c:max/><c:min/></c:scaling>`:           0,
		`<c:scaling ` + space + `><c:min/><c:orientation/></c:scaling>`:                   1,
		`<c:scaling ` + space + `><c:max/><c:max/></c:scaling>`:                           1,
		`<c:scaling ` + space + `><c:middle/></c:scaling>`:                                1,
		`<c:numCache ` + space + `><c:ptCount/><c:pt/><c:pt/></c:numCache>`:               0,
		`<c:errBars ` + space + `><c:errBarType/></c:errBars>`:                            1,
		`<c:plotArea ` + space + `><c:layout/><c:valAx/><c:catAx/><c:spPr/></c:plotArea>`: 2, // each axis lacks what it needs
	} {
		if found, err := disorders([]byte(body)); err != nil || len(found) != want {
			t.Errorf("%s: %q, %v", body, found, err)
		}
	}
}

// forms are charts of each form that office programs draw: bars, a stack, lines by report and by date, panels, a table, pages.
func forms(t *testing.T) map[string]*charts.Chart {
	all := figures()
	for i := range all {
		asOf := fmt.Sprintf("20%d", 10+i)
		all[i].AsOf, all[i].Region = &asOf, []string{"Africa", "Asia"}[i%2]
	}
	parts := figures()
	for i := 1; i < 4; i++ {
		parts[i].PartOf = parts[0].ID
		parts[i].Counted = fmt.Sprint("part ", i)
	}
	made := map[string]*charts.Chart{}
	for name, spec := range map[string]charts.Spec{
		"dots": {Kind: charts.Dots, By: "place"}, "bars": {Kind: charts.Bars, By: "place"}, "log": {Kind: charts.Dots, By: "place", Scale: "log"},
		"lines": {Kind: charts.Lines, By: "date"}, "panels": {Kind: charts.Multiples, By: "place"}, "panels by date": {Kind: charts.Multiples, By: "date"},
		"timeline": {Kind: charts.Timeline, By: "date"}, "table": {Kind: charts.Table, By: "place"}, "stack": {Kind: charts.Stack, By: "place"},
	} {
		spec.Measure, spec.Language = "fighters", "zh"
		from := all
		if spec.Kind == charts.Stack {
			from = parts
		}
		c, err := charts.Build(spec, from, words(t))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		made[name] = c
	}
	return made
}

// TestWrite_schema: whatever the chart, each part of its office files has its elements in the order of the schemas, the parts that
// its kind of file must have, and no two IDs of drawings alike.
func TestWrite_schema(t *testing.T) {
	must := map[string][]string{
		"docx": {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/footnotes.xml", "docProps/core.xml"},
		"pptx": {"[Content_Types].xml", "_rels/.rels", "ppt/presentation.xml", "ppt/slideMasters/slideMaster1.xml", "ppt/slideLayouts/slideLayout1.xml", "ppt/theme/theme1.xml", "docProps/core.xml"},
		"xlsx": {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml"},
	}
	for name, c := range forms(t) {
		for format, needed := range must {
			files := archive(t, written(t, c, format, Options{}))
			for _, part := range needed {
				if files[part] == nil {
					t.Errorf("%s as %s lacks %s", name, format, part)
				}
			}
			for part, body := range files {
				if path.Ext(part) != ".xml" {
					continue
				}
				found, err := disorders(body)
				if err != nil {
					t.Errorf("%s as %s: %s: %v", name, format, part, err)
				}
				for _, wrong := range found {
					t.Errorf("%s as %s: %s: %s", name, format, part, wrong)
				}
				if twice := repeated(body); twice != "" {
					t.Errorf("%s as %s: %s has two drawings of the ID %s", name, format, part, twice)
				}
			}
		}
	}
}

// repeated is an ID that two drawings of a part share.
func repeated(body []byte) string {
	seen := map[string]bool{}
	for d := xml.NewDecoder(bytes.NewReader(body)); ; {
		token, err := d.Token()
		if err != nil {
			return ""
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "docPr" && !(start.Name.Local == "cNvPr" && strings.HasSuffix(start.Name.Space, "presentationml/2006/main")) {
			continue
		}
		for _, a := range start.Attr {
			if a.Name.Local == "id" {
				if seen[a.Value] {
					return a.Value
				}
				seen[a.Value] = true
			}
		}
	}
}

// TestNative_days: a native chart by date has its points on an axis of time, in order, with the dates as stated beside them, and the
// line of one series goes on over the dates of another; the bounds of parts are error bars too.
func TestNative_days(t *testing.T) {
	made := forms(t)
	n := native(made["lines"])
	if len(n.Days) != len(n.Categories) || !n.Span || n.Days[0] != 40361 { // the second of July 2010, the middle of the year
		t.Errorf("the days are %v of %v", n.Days, n.Categories)
	}
	part := string(n.XML(""))
	for _, want := range []string{"<c:dateAx>", `<c:majorTimeUnit val="years"/>`, `<c:dispBlanksAs val="span"/>`} {
		if !strings.Contains(part, want) {
			t.Errorf("the chart lacks %s", want)
		}
	}
	if native(made["dots"]).Days != nil {
		t.Error("places stand on an axis of time")
	}
	stack := office.Chart{Form: office.Stack, Categories: []string{"a"}, Series: []office.Series{{Points: []office.Point{{Has: true, Value: 10, Plus: 5}}}}}
	if !strings.Contains(string(stack.XML("")), "<c:errBars>") {
		t.Error("a stack has no error bars")
	}
}
