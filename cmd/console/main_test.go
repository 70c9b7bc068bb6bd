package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestMain is, where the variable says so, the program that is relayed.
func TestMain(m *testing.M) {
	switch os.Getenv("FIGUREBOOK_RELAYED") {
	case "echo":
		text, _ := io.ReadAll(os.Stdin)
		fmt.Printf("读到 %s", text)
		fmt.Fprint(os.Stderr, "said aside")
		os.Exit(2)
	case "asks":
		fmt.Print(os.Getenv("FIGUREBOOK_TERMINAL"))
		os.Exit(0)
	case "deaf":
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// relayed is this program in its other role.
func relayed(t *testing.T, role string) *exec.Cmd {
	t.Setenv("FIGUREBOOK_RELAYED", role)
	return exec.Command(os.Args[0])
}

func TestRelay(t *testing.T) {
	var out, errs bytes.Buffer
	text := strings.Repeat("7 000 多人。", 100_000) // more than a pipe holds
	if status := relay(relayed(t, "echo"), strings.NewReader(text), &out, &errs); status != 2 {
		t.Errorf("status %d, want that of the program, 2", status)
	}
	if out.String() != "读到 "+text || errs.String() != "said aside" {
		t.Errorf("%d bytes came out, and %q aside", out.Len(), errs.String())
	}
}

// TestRelay_silentInput: a program that reads nothing is not waited for longer because a person might type.
func TestRelay_silentInput(t *testing.T) {
	never, _ := io.Pipe()
	var out, errs bytes.Buffer
	if status := relay(relayed(t, "deaf"), never, &out, &errs); status != 0 {
		t.Errorf("status %d: %s", status, errs.String())
	}
}

func TestRelay_missing(t *testing.T) {
	var errs bytes.Buffer
	if status := relay(exec.Command("no/such/program"), strings.NewReader(""), io.Discard, &errs); status != 1 || errs.Len() == 0 {
		t.Errorf("status %d, said %q", status, errs.String())
	}
}

// TestRelay_terminal: the program is told whether it asks a person, which it cannot see behind its pipe.
func TestRelay_terminal(t *testing.T) {
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no terminal can be made here: ", err)
	}
	defer terminal.Close()
	pipe, _, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[*os.File]string{terminal: "1", pipe: ""} {
		var out, errs bytes.Buffer
		if status := relay(relayed(t, "asks"), in, &out, &errs); status != 0 || out.String() != want {
			t.Errorf("%s: status %d, told %q, want %q", in.Name(), status, out.String(), want)
		}
	}
}
