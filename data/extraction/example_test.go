package extraction_test

import (
	"context"
	"encoding/json"
	"fmt"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/extraction"
	"figurebook.org/figurebook/data/vocabulary"
)

// A report is read from a file by data/reading; here it is made of one paragraph.
func ExampleExtract() {
	words, err := vocabulary.Default()
	if err != nil {
		panic(err)
	}
	report := &data.Report{Language: "en", Period: "2098-H2", Paragraphs: []data.Paragraph{
		{Number: "7", Text: "In resolution 2253 (2015), para. 4, more than 1,200 refugees in Chad were counted; 40 per cent were children."},
	}}
	result, err := extraction.Extract(context.Background(), report, words)
	if err != nil {
		panic(err)
	}
	for _, f := range result.Figures {
		fmt.Printf("para. %s, runes %d to %d: %q is %s %s, %s\n", f.Paragraph, f.Start, f.End, f.Text, f.Value, f.Unit, f.Bound)
	}
	for _, r := range result.Refusals {
		fmt.Printf("%q is none: %s\n", r.Text, r.Reason)
	}
	// Output:
	// para. 7, runes 36 to 60: "more than 1,200 refugees" is 1200 person, more_than
	// para. 7, runes 83 to 94: "40 per cent" is 40 percent, exact
	// "2253" is none: resolution
	// "2015" is none: resolution
	// "4" is none: reference
}

// Recognise gives every quantity of a text, before any choice of what is a figure.
func ExampleRecognise() {
	for _, q := range extraction.Recognise("Between 500 and 1,200, or 三成以上") {
		if q.Value != nil {
			fmt.Println(q.Text, q.Value, q.Unit, q.Bound)
		} else {
			fmt.Println(q.Text, q.Low, q.High, q.Bound)
		}
	}
	// Output:
	// Between 500 and 1,200 500 1200 range
	// 三成以上 30 percent at_least
}

// The JSON of a quantity: what figurebook-cli quantities prints, line by line.
func ExampleRecognised() {
	line, err := json.Marshal(extraction.Recognise("some 1 500 guards")[0])
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
	// Output:
	// {"text":"some 1 500","start":0,"end":10,"value":1500,"low":null,"high":null,"bound":"about","hedge":"some","unit":""}
}
