package reading

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// typedText is a document in the layout of those that were typed, as they are saved from the web: a table of contents with
// ranges of paragraphs, headings in capitals, notes in a list behind the text and behind each annex.
const typedText = `UNITED NATIONS
                                                        A/48/999
                                                        3 February 1994
General Assembly                                        ORIGINAL: ENGLISH

Forty-eighth session
Agenda item 34


               BRIDGES AND WELLS OF THE VALLEY

               Report of the Secretary-General


                           CONTENTS

                                                     Paragraphs   Page

I.   INTRODUCTION .................................   1 - 2         2

II.  WELLS ........................................   3 - 5         2


                      I.  INTRODUCTION

1.   The mayor wrote to the mission in January 1994 1/ and asked for
12 bridges.  The mission had counted 27 of them in 1993. 2/

2.   In its letter 48/1, the Assembly asked for a report:

     "1.  Takes note of the letters of the mayor;

     "2.  Requests the engineers to count 300 wells anew."

                      II.  WELLS

3.   Some 450 families use the wells, a/ and more than 80 have one of
their own. 3/

     (a)  Upper valley: 31 wells;

     (b)  Lower valley:

          (i)   The coast, 12 wells;

          (ii)  The mill, 7 wells.

4.   1993 was dry.

5.   27 wells were closed.  Annex I lists them.


                            Notes

     1/   Letter of 4 January 1994, para. 3.

     2/   Ibid., para. 5.  The engineers counted 29 in the
spring.

     a/   Families with a well of their own among them.

     3/   Registers of the villages, vol. 2.


                           Annex I

                     WELLS THAT WERE CLOSED

                                               [Original: French]

1.   The well of the mill was closed in May. 1/

2.   The others were closed later.


                            Notes

     1/   As the miller says.


                          Appendix

                     THE MILL

1.   The mill has 3 wheels.
`

// TestRead_typed: numbers of notes that begin anew in an annex, notes with letters, an appendix.
func TestRead_typed(t *testing.T) {
	r, err := readBytes([]byte(typedText), "typed.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"A/48/999 1994-02-03 en BRIDGES AND WELLS OF THE VALLEY: Report of the Secretary-General",
		"§I INTRODUCTION", "§II WELLS", "§annex-I Annex I: WELLS THAT WERE CLOSED", "§appendix Appendix: THE MILL",
		"1 I|The mayor wrote to the mission in January 1994 1/ and asked for 12 bridges. The mission had counted 27 of them in 1993. 2/",
		`2 I|In its letter 48/1, the Assembly asked for a report: "1. Takes note of the letters of the mayor; "2. Requests the engineers to count 300 wells anew."`,
		"3 II|Some 450 families use the wells, a/ and more than 80 have one of their own. 3/ (a) Upper valley: 31 wells; (b) Lower valley: (i) The coast, 12 wells; (ii) The mill, 7 wells.",
		"4 II|1993 was dry.",
		"5 II|27 wells were closed. Annex I lists them.",
		"annex-I/1 annex-I|The well of the mill was closed in May. 1/",
		"annex-I/2 annex-I|The others were closed later.",
		"appendix/1 appendix|The mill has 3 wheels.",
		"fn1 at 1 1/: Letter of 4 January 1994, para. 3.",
		"fn2 at 1 2/: Ibid., para. 5. The engineers counted 29 in the spring.",
		"fna at 3 a/: Families with a well of their own among them.",
		"fn3 at 3 3/: Registers of the villages, vol. 2.",
		"fn1+2 at annex-I/1 1/: As the miller says.",
	}
	if diff := cmp.Diff(want, outline(r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(r.Notes) > 0 {
		t.Errorf("noted: %v", r.Notes)
	}
}
