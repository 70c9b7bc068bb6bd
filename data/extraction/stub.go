package extraction

import (
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

func quantities(paragraph, text, language string, notes []data.Footnote) ([]mention, []data.Refusal) {
	return nil, nil
}

func attribute(report *data.Report, p data.Paragraph, mentions []mention, words *vocabulary.Vocabulary) []data.Figure {
	return nil
}
