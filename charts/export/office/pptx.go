package office

import (
	"fmt"
	"io"
	"strings"
)

// Deck is slides of 16 by 9.
type Deck struct {
	Title    string
	Language string // zh or en
	Custom   []Property
	Slides   []Slide
}

// Slide is a title over one thing, a line of small text at the foot, and notes for who speaks.
type Slide struct {
	Title string
	Body  Block    // Picture, Chart or Table; nil
	Whole bool     // the picture fills the slide and holds the title itself: the slide's own stands above its edge, for outlines and screen readers
	Items []string // a list, where there is no Body
	Foot  string
	Notes string
}

// A slide and the room for its body, in points.
const (
	SlideWidth, SlideHeight = 960.0, 540.0
	SlideMargin             = 40.0 // at both sides
	slideTop                = 86.0
	slideFoot               = 500.0
)

const (
	slides     = "application/vnd.openxmlformats-officedocument.presentationml."
	mainDeck   = "ppt/presentation.xml"
	master     = "ppt/slideMasters/slideMaster1.xml"
	titleOnly  = "ppt/slideLayouts/slideLayout1.xml"
	notesSheet = "ppt/notesMasters/notesMaster1.xml"
	deckSpaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
	emptyTree  = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>`
	colorMap   = `bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"`
)

// deck is a presentation in the making.
type deck struct {
	*parts
	Deck
	drawings int
}

// WritePPTX writes slides for PowerPoint.
func WritePPTX(w io.Writer, d Deck) error {
	x := &deck{parts: newParts(), Deck: d}
	x.relate("", "officeDocument", mainDeck)
	masterID := x.relate(mainDeck, "slideMaster", master)
	notesID := x.relate(mainDeck, "notesMaster", notesSheet)
	x.frame()
	var list strings.Builder
	for i, s := range d.Slides {
		name := fmt.Sprintf("ppt/slides/slide%d.xml", i+1)
		if err := x.slide(name, i+1, s); err != nil {
			return err
		}
		fmt.Fprintf(&list, `<p:sldId id="%d" r:id="%s"/>`, 256+i, x.relate(mainDeck, "slide", name))
	}
	x.add(mainDeck, slides+"presentation.main+xml", []byte(xmlHead+fmt.Sprintf(`<p:presentation %s><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="%s"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="%s"/></p:notesMasterIdLst><p:sldIdLst>%s</p:sldIdLst><p:sldSz cx="%d" cy="%d"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
		deckSpaces, masterID, notesID, list.String(), emu(SlideWidth), emu(SlideHeight))))
	x.relate(mainDeck, "theme", "ppt/theme/theme1.xml")
	x.properties(d.Title, languageTag(d.Language), d.Custom)
	return x.write(w)
}

// frame adds what every presentation needs besides its slides: a master, a layout, a master for notes, a theme for each.
func (x *deck) frame() {
	for _, name := range []string{"ppt/theme/theme1.xml", "ppt/theme/theme2.xml"} {
		x.add(name, "application/vnd.openxmlformats-officedocument.theme+xml", []byte(theme))
	}
	titleBox := placeholder(2, "Title", "title", "", box{SlideMargin, 24, SlideWidth - 2*SlideMargin, 56}, `<a:p><a:endParaRPr lang="en-GB"/></a:p>`)
	level := func(size int) string {
		return fmt.Sprintf(`<a:lvl1pPr algn="l"><a:defRPr sz="%d"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr>`, size)
	}
	layoutID := x.relate(master, "slideLayout", titleOnly)
	x.relate(master, "theme", "ppt/theme/theme1.xml")
	x.add(master, slides+"slideMaster+xml", []byte(xmlHead+`<p:sldMaster `+deckSpaces+`><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>`+emptyTree+titleBox+`</p:spTree></p:cSld><p:clrMap `+colorMap+`/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="`+layoutID+`"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle>`+level(2400)+`</p:titleStyle><p:bodyStyle>`+level(1800)+`</p:bodyStyle><p:otherStyle>`+level(1800)+`</p:otherStyle></p:txStyles></p:sldMaster>`))
	x.relate(titleOnly, "slideMaster", master)
	x.add(titleOnly, slides+"slideLayout+xml", []byte(xmlHead+`<p:sldLayout `+deckSpaces+` type="titleOnly" preserve="1"><p:cSld name="Title Only"><p:spTree>`+emptyTree+titleBox+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`))
	x.relate(notesSheet, "theme", "ppt/theme/theme2.xml")
	x.add(notesSheet, slides+"notesMaster+xml", []byte(xmlHead+`<p:notesMaster `+deckSpaces+`><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>`+emptyTree+
		notesImage(true)+placeholder(3, "Notes", "body", ` idx="1"`, box{54, 342, 432, 324}, `<a:p><a:endParaRPr lang="en-GB"/></a:p>`)+`</p:spTree></p:cSld><p:clrMap `+colorMap+`/></p:notesMaster>`))
}

type box struct{ x, y, width, height float64 }

func (b box) xfrm(prefix string) string {
	return fmt.Sprintf(`<%[1]s:xfrm><a:off x="%[2]d" y="%[3]d"/><a:ext cx="%[4]d" cy="%[5]d"/></%[1]s:xfrm>`, prefix, emu(b.x), emu(b.y), emu(b.width), emu(b.height))
}

func placeholder(id int, name, kind, index string, b box, paragraphs string) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="%s"%s/></p:nvPr></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody></p:sp>`, id, name, kind, index, b.xfrm("a"), paragraphs)
}

func notesImage(place bool) string {
	shape := `<p:spPr/>`
	if place {
		shape = `<p:spPr>` + box{54, 54, 432, 243}.xfrm("a") + `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`
	}
	return `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr>` + shape + `</p:sp>`
}

func (x *deck) lines(text string, size int, bullet bool) string {
	var b strings.Builder
	for _, l := range strings.Split(text, "\n") {
		properties := ""
		if bullet {
			properties = `<a:pPr marL="228600" indent="-228600"><a:spcAft><a:spcPts val="600"/></a:spcAft><a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>`
		}
		fmt.Fprintf(&b, `<a:p>%s<a:r><a:rPr lang="%s" sz="%d"/><a:t>%s</a:t></a:r></a:p>`, properties, languageTag(x.Language), size, esc(l))
	}
	return b.String()
}

func (x *deck) slide(name string, number int, s Slide) error {
	x.relate(name, "slideLayout", titleOnly)
	var b strings.Builder
	titleTop := 24.0
	if s.Whole {
		titleTop = -70
	}
	b.WriteString(placeholder(2, "Title", "title", "", box{SlideMargin, titleTop, SlideWidth - 2*SlideMargin, 56}, fmt.Sprintf(`<a:p><a:r><a:rPr lang="%s" b="1"/><a:t>%s</a:t></a:r></a:p>`, languageTag(x.Language), esc(s.Title))))
	body, err := x.body(name, s)
	if err != nil {
		return err
	}
	b.WriteString(body)
	if s.Foot != "" {
		b.WriteString(textBox(9, "Source", box{SlideMargin, slideFoot, SlideWidth - 2*SlideMargin, 32}, x.lines(s.Foot, 900, false)))
	}
	x.add(name, slides+"slide+xml", []byte(xmlHead+`<p:sld `+deckSpaces+`><p:cSld><p:spTree>`+emptyTree+b.String()+`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`))
	if s.Notes != "" {
		notes := fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", number)
		x.relate(name, "notesSlide", notes)
		x.relate(notes, "notesMaster", notesSheet)
		x.relate(notes, "slide", name)
		x.add(notes, slides+"notesSlide+xml", []byte(xmlHead+`<p:notes `+deckSpaces+`><p:cSld><p:spTree>`+emptyTree+notesImage(false)+
			`<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>`+x.lines(s.Notes, 1200, false)+`</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`))
	}
	return nil
}

func textBox(id int, name string, b box, paragraphs string) string {
	return fmt.Sprintf(`<p:sp><p:nvSpPr><p:cNvPr id="%d" name="%s"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" rIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>%s</p:txBody></p:sp>`, id, name, b.xfrm("a"), paragraphs)
}

func (x *deck) body(name string, s Slide) (string, error) {
	room := box{SlideMargin, slideTop, SlideWidth - 2*SlideMargin, slideFoot - slideTop - 6}
	if s.Whole {
		room = box{0, 0, SlideWidth, SlideHeight}
	}
	x.drawings++
	switch body := s.Body.(type) {
	case nil:
		if len(s.Items) == 0 {
			return "", nil
		}
		return textBox(3, "Text", room, x.lines(strings.Join(s.Items, "\n"), 1600, true)), nil
	case Picture:
		scale := min(room.width/body.Width, room.height/body.Height)
		width, height := body.Width*scale, body.Height*scale
		place := box{(SlideWidth - width) / 2, room.y + (room.height-height)/2, width, height}
		blip := x.blip(name, fmt.Sprintf("ppt/media/image%d", x.drawings), body)
		return fmt.Sprintf(`<p:pic><p:nvPicPr><p:cNvPr id="3" name="%s" descr="%s"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>%s<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>%s<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`, esc(body.Title), esc(body.Alt), blip, place.xfrm("a")), nil
	case Chart:
		id, err := x.chartPart(name, "ppt/", x.drawings, body)
		return fmt.Sprintf(`<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="%s" descr="%s"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>%s<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="%s"/></a:graphicData></a:graphic></p:graphicFrame>`, esc(body.Title), esc(body.Alt), room.xfrm("p"), id), err
	case Table:
		return x.table(body, room), nil
	}
	return "", fmt.Errorf("pptx: a body of type %T", s.Body)
}

func (x *deck) table(t Table, room box) string {
	var b strings.Builder
	height := 22.0
	frame := room
	frame.height = height * float64(len(t.Rows)+1)
	fmt.Fprintf(&b, `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="Table"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>%s<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>`, frame.xfrm("p"))
	for _, s := range t.Shares {
		fmt.Fprintf(&b, `<a:gridCol w="%d"/>`, emu(s*room.width))
	}
	b.WriteString(`</a:tblGrid>`)
	const edge = `<a:lnB w="6350"><a:solidFill><a:srgbClr val="BFC5CC"/></a:solidFill></a:lnB>`
	row := func(cells []string, head bool) {
		fmt.Fprintf(&b, `<a:tr h="%d">`, emu(height))
		for _, c := range cells {
			bold, fill := "", `<a:noFill/>`
			if head {
				bold, fill = ` b="1"`, `<a:solidFill><a:srgbClr val="E9EEF3"/></a:solidFill>`
			}
			fmt.Fprintf(&b, `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="%s" sz="1000"%s/><a:t>%s</a:t></a:r></a:p></a:txBody><a:tcPr marL="54000" marR="54000" marT="27000" marB="27000" anchor="ctr">%s%s</a:tcPr></a:tc>`, languageTag(x.Language), bold, esc(c), edge, fill)
		}
		b.WriteString(`</a:tr>`)
	}
	row(t.Head, true)
	for _, cells := range t.Rows {
		var texts []string
		for _, runs := range cells {
			text := ""
			for _, r := range runs {
				text += r.Text
			}
			texts = append(texts, text)
		}
		row(texts, false)
	}
	b.WriteString(`</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`)
	return b.String()
}

// theme has fonts that Windows and macOS hold, and the colours of the charts.
const theme = xmlHead + `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Figurebook"><a:themeElements><a:clrScheme name="Figurebook"><a:dk1><a:srgbClr val="222222"/></a:dk1><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F3B57"/></a:dk2><a:lt2><a:srgbClr val="E9EEF3"/></a:lt2><a:accent1><a:srgbClr val="0072B2"/></a:accent1><a:accent2><a:srgbClr val="E69F00"/></a:accent2><a:accent3><a:srgbClr val="009E73"/></a:accent3><a:accent4><a:srgbClr val="CC79A7"/></a:accent4><a:accent5><a:srgbClr val="56B4E9"/></a:accent5><a:accent6><a:srgbClr val="D55E00"/></a:accent6><a:hlink><a:srgbClr val="0072B2"/></a:hlink><a:folHlink><a:srgbClr val="5F6368"/></a:folHlink></a:clrScheme><a:fontScheme name="Figurebook"><a:majorFont><a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Arial"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Figurebook"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
