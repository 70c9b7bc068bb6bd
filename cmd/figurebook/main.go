// Command figurebook is the desktop application.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io"
	"log"
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/test"
	"github.com/go-text/typesetting/fontscan"

	"figurebook.org/figurebook/app"
	"figurebook.org/figurebook/assets/icons"
	"figurebook.org/figurebook/assets/translations"
	"figurebook.org/figurebook/charts/briefing"
	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/library"
)

// version is set by the build.
var version = "dev"

// command is the command line, where this program has it: see cmd/console.
var command func(version string, args []string) int

func main() {
	if command != nil && len(os.Args) > 1 && os.Args[1] == "--command" {
		os.Exit(command(version, os.Args[2:]))
	}
	database := flag.String("db", library.DefaultPath(), "the database")
	language := flag.String("lang", "", "language of the window: en or zh")
	screenshot := flag.String("screenshot", "", "draw the window into this PNG file, without a display, and stop")
	logFile := flag.String("log", "", "write what the window does into this file, one JSON object a line, for support")
	printVersion := flag.Bool("version", false, "print the version and stop")
	flag.Parse()
	if *printVersion {
		fmt.Println(version)
		return
	}
	if err := logTo(*logFile); err != nil {
		fmt.Fprintln(os.Stderr, library.Sentence(err, translations.For(*language)))
		os.Exit(1)
	}
	switch err := run(*database, *language, *screenshot, flag.Args()); {
	case errors.Is(err, errTold):
		os.Exit(1)
	case err != nil:
		fmt.Fprintln(os.Stderr, library.Sentence(err, translations.For(*language)))
		os.Exit(1)
	}
}

// errTold is an error that the user was told of already.
var errTold = errors.New("told")

// logTo sends the log to a file; without one nothing is logged.
func logTo(file string) error {
	if file == "" {
		slog.SetDefault(slog.New(slog.DiscardHandler))
		return nil
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return &data.Fault{Kind: data.CannotWrite, File: file, Detail: err.Error(), Err: err}
	}
	slog.SetDefault(slog.New(slog.NewJSONHandler(f, nil)))
	return nil
}

func run(database, language, screenshot string, files []string) error {
	words := translations.For(language)
	if screenshot == "" && runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		fmt.Fprintln(os.Stderr, words.Say("window.no_display"))
		os.Exit(1)
	}
	if screenshot != "" {
		books, err := library.Open(context.Background(), database)
		if err != nil {
			return err
		}
		defer books.Close()
		return draw(books, language, screenshot)
	}
	crashed := watchCrashes()
	debug.SetGCPercent(50) // what is kept from the start lies closer together where less is left behind between
	go findFonts()
	ctx, stop := context.WithCancel(context.Background())
	opening := open(ctx, database)
	defer func() { // also where the user leaves before it is open
		stop()
		<-opening.done
		if opening.books != nil {
			opening.books.Close()
		}
	}()
	a := fyneapp.NewWithID("org.figurebook.Figurebook")
	a.SetIcon(fyne.NewStaticResource("figurebook.png", icons.Window))
	bare, hindered := show(func() fyne.Window { return app.Bare(a) })
	words = translations.For(app.Language(a, language))
	if hindered != nil {
		if <-opening.done; opening.err != nil {
			box(library.Sentence(opening.err, words))
			return opening.err
		}
		tell(hindered, words)
		return errTold
	}
	var refused error
	a.Lifecycle().SetOnStarted(func() {
		fit(bare)
		if limit, err := time.ParseDuration(os.Getenv("FIGUREBOOK_WATCH")); err == nil {
			app.Watch(limit)
		}
		go opening.wait(a, bare, language, func() {
			if refused = opening.err; refused != nil {
				refuse(a, bare, database, refused, words)
				return
			}
			begin(app.Over(a, bare, opening.books, fullVersion(), app.Background), language, crashed, files)
		})
	})
	a.Run()
	return refused
}

// findFonts finds the fonts of the system, which the toolkit asks for with the first text, on the UI goroutine, and then waits
// for no longer: they are found once.
func findFonts() {
	_ = fontscan.NewFontMap(log.New(io.Discard, "", 0)).UseSystemFonts("") // the toolkit does without, too
}

// begin fills the window once its library is open, and then asks and opens what there is.
func begin(w *app.Window, language, crashed string, files []string) {
	w.Stay()
	w.Fill(language, func() {
		switch {
		case crashed != "":
			w.OfferCrash(crashed)
		case len(files) == 0:
			w.Welcome()
		}
		w.OpenFiles(files...)
		w.Maintain()
	})
}

// draw draws the window by Fyne's software driver.
func draw(books *library.Library, language, file string) error {
	a := test.NewApp()
	w := app.New(a, books, version, func(work func()) { work() })
	defer w.Fyne().Close()
	w.Fyne().Resize(fyne.NewSize(1440, 900))
	w.Fill(language, nil)
	return briefing.File(file, func(out io.Writer) error { return png.Encode(out, w.Fyne().Canvas().Capture()) })
}
