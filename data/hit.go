package data

// Hit is a place where what was searched for stands: in a paragraph, or in a report's title or symbol.
type Hit struct {
	Report    string   `json:"report"` // Report.Key
	Symbol    string   `json:"symbol"`
	Title     string   `json:"title"`     // of the report
	Date      string   `json:"date"`      // of the report
	Paragraph string   `json:"paragraph"` // empty for a hit in the title or symbol
	Places    [][2]int `json:"places"`    // in the paragraph's text, or in the title; in runes, end exclusive; none for a hit in the symbol
	Context   string   `json:"context"`   // the text around the first place
	From      int      `json:"from"`      // where Context begins in that text, in runes
	Figures   []string `json:"figures"`   // IDs of the figures in whose sentence a place lies
}
