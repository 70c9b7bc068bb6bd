package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/go-gl/glfw/v3.4/glfw"

	"figurebook.org/figurebook/assets/translations"
)

// probeOpenGL tells why no window can be drawn here; nil where one can. The toolkit would end the program with a line on
// standard error only. It is called when the toolkit has set itself up, and before any window shows.
func probeOpenGL() error {
	if err := glfw.Init(); err != nil {
		return err
	}
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.ContextVersionMajor, 2) // what the toolkit asks for
	glfw.WindowHint(glfw.ContextVersionMinor, 1)
	window, err := glfw.CreateWindow(16, 16, "", nil, nil)
	glfw.DefaultWindowHints()
	if err != nil {
		return err
	}
	window.Destroy()
	return nil
}

// boxes are the programs that show a message without OpenGL, the best first; each gets the text as its last argument.
var boxes = map[string][][]string{
	"linux":   {{"zenity", "--error", "--no-markup", "--width=420", "--title=Figurebook", "--text"}, {"kdialog", "--title", "Figurebook", "--error"}, {"xmessage", "-center", "-title", "Figurebook"}},
	"windows": {{"powershell", "-NoProfile", "-Command", "Add-Type -AssemblyName System.Windows.Forms; [void][System.Windows.Forms.MessageBox]::Show($args[0], 'Figurebook')"}},
	"darwin":  {{"osascript", "-e", "on run argv", "-e", "display alert \"Figurebook\" message (item 1 of argv)", "-e", "end run"}},
}

// tell says on standard error, and in a message box of the system where it has one, why the window does not open.
func tell(err error, words *translations.Words) {
	text := words.Say("window.no_opengl", strings.TrimSpace(err.Error()))
	fmt.Fprintln(os.Stderr, text)
	box(text)
}

// box shows a text in a message box of the system, where it has one.
func box(text string) {
	for _, box := range boxes[runtime.GOOS] {
		if program, missing := exec.LookPath(box[0]); missing == nil {
			if exec.Command(program, append(box[1:], wrap(text, 70))...).Run() == nil {
				return
			}
		}
	}
}

// wrap breaks a text at spaces into lines of about n letters, since not every message box does.
func wrap(text string, n int) string {
	var out strings.Builder
	length := 0
	for _, word := range strings.SplitAfter(text, " ") {
		if length+len(word) > n {
			out.WriteByte('\n')
			length = 0
		}
		out.WriteString(word)
		length += len(word)
	}
	return out.String()
}
