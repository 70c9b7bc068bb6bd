package extraction

import (
	"context"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// TestExtract_headed asks that what a title and the headings of paragraphs say of time and place holds for the figures below.
func TestExtract_headed(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ language, title, date, text, place, asOf string }{
		{"en", "Chad weekly bulletin: 04 - 10 Jun 2098", "", "Rain cut off 40 farms.", "Chad", "2098-06-04/2098-06-10"},
		{"en", "April to June 2098, Chad: quarterly bulletin", "", "Rain cut off 40 farms.", "Chad", "2098-04/2098-06"},
		{"zh", "乍得：2098年4月至6月季度简报", "", "大雨使 40 个农场与外界隔绝。", "Chad", "2098-04/2098-06"},
		{"en", "Chad plan, 1 to 7 March 2099", "2098-08-12", "Rain cut off 40 farms.", "Chad", "2098-08"}, // the days are still to come
		{"en", "Crops", "2098-08-12", "NIGER: The herds are small. The millet harvest is put at 300 tons.", "Niger", "2098-08"},
		{"en", "Crops", "2098-08-12", "BURKINA FASO – The millet harvest is put at 300 tons.", "Burkina Faso", "2098-08"},
		{"en", "Crops", "2098-08-12", "GENEVA: The millet harvest is put at 300 tons.", "", "2098-08"},
		{"en", "Crops", "2098-08-12", "The millet harvest in Niger is 300 tons, or 9 per cent below the 2097 level.", "Niger", "2098-08"},
		{"en", "Clinics", "2098-08-12", "There are 15 clinics in upper-middle-income countries.", "upper-middle-income countries", "2098-08"},
		{"zh", "诊所", "2098-08-12", "中等偏上收入国家有 15 个诊所。", "upper-middle-income countries", "2098-08"},
	} {
		report := &data.Report{Language: c.language, Title: c.title, Date: c.date, Paragraphs: []data.Paragraph{{Number: "1", Text: c.text}}}
		result, err := Extract(context.Background(), report, words)
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Figures) == 0 {
			t.Errorf("%s: no figure", c.text)
		}
		for _, f := range result.Figures {
			place, asOf := "", ""
			if f.Place != nil {
				place = *f.Place
			}
			if f.AsOf != nil {
				asOf = *f.AsOf
			}
			if place != c.place || asOf != c.asOf {
				t.Errorf("%s / %s: %s is of %q in %q, want %q in %q", c.title, c.text, f.Text, asOf, place, c.asOf, c.place)
			}
		}
	}
}
