// Package translations is the one catalogue of words that the programs show: window, charts and command line.
// Each language has one JSON file per area (window, charts, command_line, faults): key → text, with the verbs of
// package fmt, which golang.org/x/text/message prints by the language's rules. "%[2]d {2:page|pages}" has the first word
// where the second argument is one by those rules, else the other.
package translations

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"sync"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/message/catalog"
)

//go:embed en zh-Hans
var files embed.FS

// Languages are the languages of the interface, the default first.
var Languages = []language.Tag{language.English, language.SimplifiedChinese}

// Words speaks one language. Its zero value is not usable: see For.
type Words struct {
	Tag     language.Tag
	printer *message.Printer
	keys    map[string]string
}

// For is the words of the interface language that serves tag best: "zh", "zh-CN" and "zh-Hans" give Chinese, anything
// unknown gives English.
func For(tag string) *Words {
	all := load()
	_, i := language.MatchStrings(language.NewMatcher(Languages), tag)
	return all[i]
}

// Say is the text of key with its arguments. A key that does not exist is a programmer's mistake and is shown as it is.
func (w *Words) Say(key string, args ...any) string {
	if _, ok := w.keys[key]; !ok {
		return key
	}
	return w.printer.Sprintf(message.Key(key, key), args...)
}

// Has tells whether key exists.
func (w *Words) Has(key string) bool {
	_, ok := w.keys[key]
	return ok
}

// Keys is every key with its raw text.
func (w *Words) Keys() map[string]string { return w.keys }

// Short is the language's short tag as reports use it: "zh" or "en".
func (w *Words) Short() string {
	base, _ := w.Tag.Base()
	return base.String()
}

var byCount = regexp.MustCompile(`\{(\d):([^|{}]*)\|([^|{}]*)\}`)

// counted is a text for the catalogue, its words that follow a count chosen by it.
func counted(text string) (parts []catalog.Message) {
	text = byCount.ReplaceAllStringFunc(text, func(words string) string {
		m := byCount.FindStringSubmatch(words)
		argument, name := int(m[1][0]-'0'), fmt.Sprintf("word%d", len(parts))
		parts = append(parts, catalog.Var(name, plural.Selectf(argument, "%d", plural.One, m[2], plural.Other, m[3])))
		return "${" + name + "}"
	})
	return append(parts, catalog.String(text))
}

var load = sync.OnceValue(func() []*Words {
	b := catalog.NewBuilder(catalog.Fallback(language.English))
	all := make([]*Words, len(Languages))
	for i, tag := range Languages {
		w := &Words{Tag: tag, keys: map[string]string{}}
		folder := "en"
		if tag == language.SimplifiedChinese {
			folder = "zh-Hans"
		}
		entries, err := files.ReadDir(folder)
		if err != nil {
			panic(err)
		}
		for _, e := range entries {
			raw, err := files.ReadFile(path.Join(folder, e.Name()))
			if err != nil {
				panic(err)
			}
			var area map[string]string
			if err := json.Unmarshal(raw, &area); err != nil {
				panic(fmt.Sprintf("translations %s/%s: %v", folder, e.Name(), err))
			}
			for k, v := range area {
				if _, twice := w.keys[k]; twice {
					panic(fmt.Sprintf("translations %s/%s: key %s stands twice", folder, e.Name(), k))
				}
				w.keys[k] = v
				if err := b.Set(tag, k, counted(v)...); err != nil {
					panic(err)
				}
			}
		}
		w.printer = message.NewPrinter(tag, message.Catalog(b))
		all[i] = w
	}
	return all
})
