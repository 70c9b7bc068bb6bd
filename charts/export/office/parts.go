// Package office writes office documents: DOCX, PPTX (ECMA-376, transitional) and ODT (OASIS OpenDocument 1.2) from a
// Document or slides, and native charts for them and for workbooks.
package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// epoch is the time of every part: the earliest that a zip archive can state.
var epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const relationshipBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

// esc is a text for XML. Runes that XML 1.0 cannot hold are left out.
func esc(s string) string {
	return html.EscapeString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s))
}

// parts is a package of OOXML: parts by name, with their content types and relationships (ECMA-376, part 2).
type parts struct {
	all       map[string]part
	relations map[string][]relation // by the part that they start from; "" is the package
}

type part struct {
	kind string // content type; empty: by its ending
	body []byte
}

type relation struct{ id, kind, target string }

// endings are the content types of parts that have none of their own.
var endings = map[string]string{
	"rels": "application/vnd.openxmlformats-package.relationships+xml",
	"xml":  "application/xml",
	"png":  "image/png",
	"svg":  "image/svg+xml",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func newParts() *parts {
	return &parts{map[string]part{}, map[string][]relation{}}
}

// add puts a part in place, under a name without a leading slash.
func (p *parts) add(name, kind string, body []byte) { p.all[name] = part{kind, body} }

// relate adds a relationship from one part to another and gives its ID.
func (p *parts) relate(from, kind, to string) string {
	id := fmt.Sprintf("rId%d", len(p.relations[from])+1)
	target := to
	if from != "" {
		target = relative(path.Dir(from), to)
	}
	if !strings.Contains(kind, ":") {
		kind = relationshipBase + kind
	}
	p.relations[from] = append(p.relations[from], relation{id, kind, target})
	return id
}

// relative is the way from a folder to a part.
func relative(folder, to string) string {
	from, target := strings.Split(folder, "/"), strings.Split(to, "/")
	for len(from) > 0 && len(target) > 1 && from[0] == target[0] {
		from, target = from[1:], target[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(target, "/")
}

// write writes the package as a zip archive, the list of content types first, the other parts by name.
func (p *parts) write(w io.Writer) error {
	for from, all := range p.relations {
		var b strings.Builder
		b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
		for _, r := range all {
			fmt.Fprintf(&b, `<Relationship Id="%s" Type="%s" Target="%s"/>`, r.id, r.kind, esc(r.target))
		}
		b.WriteString(`</Relationships>`)
		folder, file := path.Split(from)
		p.add(folder+"_rels/"+file+".rels", "", []byte(b.String()))
	}
	files := []File{{Name: "[Content_Types].xml", Body: p.contentTypes()}}
	for _, name := range p.names() {
		files = append(files, File{Name: name, Body: p.all[name].body})
	}
	return WriteZip(w, files)
}

func (p *parts) names() []string { return slices.Sorted(maps.Keys(p.all)) }

func (p *parts) contentTypes() []byte {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`)
	used := map[string]bool{}
	for name := range p.all {
		used[strings.TrimPrefix(path.Ext(name), ".")] = true
	}
	for _, ending := range []string{"rels", "xml", "png", "svg", "xlsx"} {
		if used[ending] {
			fmt.Fprintf(&b, `<Default Extension="%s" ContentType="%s"/>`, ending, endings[ending])
		}
	}
	for _, name := range p.names() {
		if kind := p.all[name].kind; kind != "" {
			fmt.Fprintf(&b, `<Override PartName="/%s" ContentType="%s"/>`, name, kind)
		}
	}
	b.WriteString(`</Types>`)
	return []byte(b.String())
}

// File is a file of an archive; Stored is not compressed.
type File struct {
	Name   string
	Body   []byte
	Stored bool
}

// WriteZip writes files in their order into a zip archive, all of them of one fixed time.
func WriteZip(w io.Writer, files []File) error {
	archive := zip.NewWriter(w)
	for _, f := range files {
		header := &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: epoch}
		if f.Stored {
			header.Method, header.Modified = zip.Store, time.Time{} // ODF wants no extra field in its first entry
		}
		part, err := archive.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := part.Write(f.Body); err != nil {
			return err
		}
	}
	return archive.Close()
}

// ReadZip is the files of an archive in memory.
func ReadZip(raw []byte) ([]File, error) {
	archive, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, err
	}
	var all []File
	for _, f := range archive.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		body, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		if err := r.Close(); err != nil {
			return nil, err
		}
		all = append(all, File{Name: f.Name, Body: body})
	}
	return all, nil
}

// Property is a custom property of a document.
type Property struct{ Name, Value string }

// properties adds what the document says of itself: title, language, and custom properties. It names no author but the
// program.
func (p *parts) properties(title, language string, custom []Property) {
	const base = "application/vnd.openxmlformats-"
	p.add("docProps/core.xml", base+"package.core-properties+xml", []byte(xmlHead+
		`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`+
		`<dc:title>`+esc(title)+`</dc:title><dc:creator>Figurebook</dc:creator><cp:lastModifiedBy>Figurebook</cp:lastModifiedBy>`+
		`<dc:language>`+language+`</dc:language></cp:coreProperties>`))
	p.add("docProps/app.xml", base+"officedocument.extended-properties+xml", []byte(xmlHead+
		`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Figurebook</Application></Properties>`))
	p.relate("", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml")
	p.relate("", "extended-properties", "docProps/app.xml")
	if len(custom) == 0 {
		return
	}
	var b strings.Builder
	b.WriteString(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	for i, c := range custom {
		fmt.Fprintf(&b, `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="%d" name="%s"><vt:lpwstr>%s</vt:lpwstr></property>`, i+2, esc(c.Name), esc(c.Value))
	}
	b.WriteString(`</Properties>`)
	p.add("docProps/custom.xml", base+"officedocument.custom-properties+xml", []byte(b.String()))
	p.relate("", "custom-properties", "docProps/custom.xml")
}
