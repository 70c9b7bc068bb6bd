package data

import "testing"

func TestIsDay(t *testing.T) {
	for text, want := range map[string]bool{"2025-01-31": true, "2024-02-29": true, "2025-02-29": false, "x2025-01-31": false, "31.1.2025": false, "2025-1-31": false, "2025": false, "": false} {
		if got := IsDay(text); got != want {
			t.Errorf("IsDay(%q) = %v", text, got)
		}
	}
}

func TestIsSpan(t *testing.T) {
	for text, want := range map[string]bool{
		"2024": true, "2024-H2": true, "2024-Q3": true, "2024-07": true, "2024-07/2024-12": true, "2024-12-16/2025-03-31": true, "2023-H2/2024": true,
		"2024-H3": false, "2024-Q5": false, "2024-13": false, "2024-12/2024-07": false, "2024-07/": false, "/2024": false, "H2 2024": false, "2024/2025/2026": false, "2025-02-30/2025-03-01": false, "": false,
	} {
		if got := IsSpan(text); got != want {
			t.Errorf("IsSpan(%q) = %v", text, got)
		}
	}
}
