package golden

import "testing"

// TestCondense: places are counted from the top left, and what shows nothing is left out.
func TestCondense(t *testing.T) {
	got, err := Condense(`<canvas padded size="100x50">
	<content>
		<container pos="4,4" size="92x42">
			<widget pos="1,2" size="50x20" type="*widget.Button">
				<rectangle fillColor="button" radius="5" size="50x20"/>
				<rectangle size="50x20"/>
				<widget pos="3,3" size="44x14" type="*widget.RichText">
					<text alignment="center" bold size="44x14">Bees &amp; goats</text>
					<text size="0x14"></text>
				</widget>
			</widget>
		</container>
	</content>
</canvas>`)
	if err != nil {
		t.Fatal(err)
	}
	want := "100x50\n5,6 Button 50x20\n  5,6 area 50x20 fillColor=button\n  8,9 \"Bees & goats\" bold\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if _, err := Condense("no markup"); err == nil {
		t.Error("what is no markup is condensed")
	}
}

func TestDiff(t *testing.T) {
	if got, want := Diff("a\nb\nc", "a\nx\nc\nd"), "- b\n+ x\n+ d\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
