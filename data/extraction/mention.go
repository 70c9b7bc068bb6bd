package extraction

import "figurebook.org/figurebook/data"

// A mention is a quantity found in a paragraph, before it is known what it measures. Offsets are runes into the
// paragraph's text, ends exclusive.
type mention struct {
	start, end       int           // the words that state it, with hedge and counter: "大约 6.5 万人", "more than 1,000 prisoners"
	numStart, numEnd int           // the number alone
	clause           int           // index of its clause in the paragraph
	sentence         int           // index of its sentence in the paragraph
	quantity         data.Quantity // value, bound, hedge, unit, per; Unit is the canonical one that counter or currency gives, empty where only the head noun can tell
	counter          string        // the counter or unit words as printed: 人, 名, 次, per cent
	group            int           // mentions of one construction ("from 1,500 to 400", "x and y respectively") share a number above 0
	change           bool          // one of the two points of a change: from A to B, 从 A 减少到 B
	confidence       float64
}
