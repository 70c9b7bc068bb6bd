//go:build !windows && !darwin

package clipboard

import (
	"bufio"
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
)

// display starts a virtual display and makes it the one of this process.
func display(t *testing.T) {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xclip"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip(tool, "is not installed")
		}
	}
	number, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer number.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "320x240x24", "-nolisten", "tcp", "-noreset")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = server.Process.Kill()
		_ = server.Wait()
	})
	write.Close()
	name, err := bufio.NewReader(number).ReadString('\n') // its end too: the server dies when nobody reads it
	if err != nil {
		t.Fatal("the display did not start: ", err)
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(name))
}

// pasted is what another program gets from the clipboard in a form.
func pasted(t *testing.T, target string) []byte {
	t.Helper()
	out, err := exec.Command("xclip", "-selection", "clipboard", "-o", "-t", target).Output()
	if err != nil {
		t.Errorf("xclip asks for %s: %v", target, err)
	}
	return out
}

// TestSetPNG: another program gets the picture byte for byte, whatever its size, the newest one only, and nothing more
// once something else was copied.
func TestSetPNG(t *testing.T) {
	display(t)
	noise := rand.NewChaCha8([32]byte{})
	for _, size := range []int{68, 1 << 18, 3 << 20} { // the second and the third do not fit into one request
		picture := make([]byte, size)
		_, _ = noise.Read(picture)
		if err := SetPNG(picture); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if got := pasted(t, "image/png"); !bytes.Equal(got, picture) {
				t.Errorf("%d bytes were copied, other %d pasted", size, len(got))
			}
		}
	}
	if forms := strings.Fields(string(pasted(t, "TARGETS"))); !slices.Contains(forms, "image/png") || slices.Contains(forms, "UTF8_STRING") {
		t.Errorf("the forms are %q", forms)
	}
	if exec.Command("xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING").Run() == nil {
		t.Error("a picture was given as text")
	}
	text := exec.Command("xclip", "-selection", "clipboard", "-i")
	text.Stdin = strings.NewReader("eleven thousand")
	if err := text.Run(); err != nil {
		t.Fatal(err)
	}
	if got := pasted(t, "UTF8_STRING"); string(got) != "eleven thousand" {
		t.Errorf("after text was copied: %q", got)
	}
}

// TestSetPNG_noDisplay: that there is no clipboard is told, not fatal.
func TestSetPNG_noDisplay(t *testing.T) {
	for _, name := range []string{"", ":7654", "nonsense"} {
		t.Setenv("DISPLAY", name)
		var fault *data.Fault
		if err := SetPNG([]byte("x")); !errors.As(err, &fault) || fault.Kind != data.NoClipboard || fault.Detail == "" {
			t.Errorf("the display %q: %v", name, err)
		}
	}
}
