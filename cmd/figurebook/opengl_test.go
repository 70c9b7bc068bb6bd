package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"figurebook.org/figurebook/assets/translations"
)

// TestNoOpenGL: where the display has no OpenGL the program says so, names the cause and the command line, and ends.
func TestNoOpenGL(t *testing.T) {
	s := newScreen(t, "-extension", "GLX")
	figurebook, err := program()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	c := exec.Command(figurebook, "--db", filepath.Join(home, "a.db"), "--lang", "en")
	c.Env = append(os.Environ(), "DISPLAY="+s.number, "WAYLAND_DISPLAY=", "HOME="+home, "XDG_CONFIG_HOME="+home, "PATH=") // no message box, which would wait
	out, err := c.CombinedOutput()
	if err == nil {
		t.Error("the program says that all went well")
	}
	for _, want := range []string{"GLX", translations.For("en").Say("window.no_opengl", "…")[:30], "figurebook-cli"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("it does not say %q, but\n%s", want, out)
		}
	}
}
