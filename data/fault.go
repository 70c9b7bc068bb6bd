package data

import "fmt"

// FaultKind names a cause that a person can understand; its sentence is the translation "fault." + kind.
type FaultKind string

// The kinds of faults.
const (
	EmptyFile       FaultKind = "empty_file"
	BinaryFile      FaultKind = "binary_file"
	FileTooLarge    FaultKind = "file_too_large" // Detail: the limit
	FileMissing     FaultKind = "file_missing"
	FileUnreadable  FaultKind = "file_unreadable"
	UnknownFormat   FaultKind = "unknown_format"
	UnknownEncoding FaultKind = "unknown_encoding"
	EncryptedPDF    FaultKind = "encrypted_pdf"
	DamagedPDF      FaultKind = "damaged_pdf"
	DamagedFile     FaultKind = "damaged_file"     // Detail: the part of it
	ScannedPDF      FaultKind = "scanned_pdf"      // no text layer
	TooSlow         FaultKind = "too_slow"         // Place: the page; Detail: the time that it may take
	Offline         FaultKind = "offline"          // File: the symbol; Place: the host
	NoSuchDocument  FaultKind = "no_such_document" // likewise
	SiteRefused     FaultKind = "site_refused"     // likewise; Detail: how
	SiteSilent      FaultKind = "site_silent"      // likewise
	NoOriginal      FaultKind = "no_original"      // File: the report's key
	NoPages         FaultKind = "no_pages"         // File: the report's key
	CannotWrite     FaultKind = "cannot_write"
	NoFigures       FaultKind = "no_figures"      // Detail: what was asked for
	MixedUnits      FaultKind = "mixed_units"     // Detail: the units
	UnsuitableKind  FaultKind = "unsuitable_kind" // Detail: why, in a sentence
	PageTooSmall    FaultKind = "page_too_small"  // Place: how many rows; Detail: the page
	MissingGlyphs   FaultKind = "missing_glyphs"  // Detail: the characters
	RightToLeft     FaultKind = "right_to_left"   // likewise
	WrongDate       FaultKind = "wrong_date"      // Detail: what was said
	WrongPeriod     FaultKind = "wrong_period"    // likewise
	BadArgument     FaultKind = "bad_argument"    // Detail: the argument and what it may be
	NewerSpec       FaultKind = "newer_spec"      // Detail: its version and the one that is read
	NoClipboard     FaultKind = "no_clipboard"    // Detail: a cause of the translations "cause."
	NoChartInFile   FaultKind = "no_chart_in_file"
	Cancelled       FaultKind = "cancelled"
	BadVocabulary   FaultKind = "bad_vocabulary" // Place: the line; Detail: its columns and how many it needs
	UnknownPlace    FaultKind = "unknown_place"  // of a vocabulary. Place: the line; Detail: what no table names
	UnknownState    FaultKind = "unknown_state"  // likewise
	UnknownRegion   FaultKind = "unknown_region" // likewise
	UnknownUnit     FaultKind = "unknown_unit"   // likewise
	UnknownMeasure  FaultKind = "unknown_measure"
	UnknownBound    FaultKind = "unknown_bound"
	BadEdition      FaultKind = "bad_edition" // File, Place: the entry; Detail: what is wrong
	NewerEdition    FaultKind = "newer_edition"
	OlderEdition    FaultKind = "older_edition" // File; Detail: its name
	OlderIssue      FaultKind = "older_issue"   // File; Place: the report's key
	Unconfirmed     FaultKind = "unconfirmed"   // File: the symbol
)

// The kinds of faults of the database and of what is asked of it.
const (
	NotADatabase    FaultKind = "not_a_database"
	NewerDatabase   FaultKind = "newer_database"   // it can be read
	NetworkShare    FaultKind = "network_share"    // likewise
	DamagedDatabase FaultKind = "damaged_database" // Detail: its latest backup, "-" where there is none
	DatabaseBusy    FaultKind = "database_busy"
	FileExists      FaultKind = "file_exists"
	DiskFull        FaultKind = "disk_full"
	NoSuchFigure    FaultKind = "no_such_figure" // Detail: its ID
	NoSuchReport    FaultKind = "no_such_report" // Detail: its key
	WrongFigure     FaultKind = "wrong_figure"   // File: the report's key; Place: the paragraph; Detail: the field
)

// Fault is an error meant for a person: it names the file, the place in it and the cause, and nothing was changed.
type Fault struct {
	Kind   FaultKind
	File   string
	Place  string
	Detail string
	Err    error // what lies behind it, for the log
}

func (f *Fault) Error() string {
	s := string(f.Kind)
	if f.File != "" {
		s = f.File + ": " + s
	}
	if f.Place != "" {
		s += " at " + f.Place
	}
	if f.Detail != "" {
		s += ": " + f.Detail
	}
	if f.Err != nil {
		s += fmt.Sprintf(" (%v)", f.Err)
	}
	return s
}

func (f *Fault) Unwrap() error { return f.Err }
