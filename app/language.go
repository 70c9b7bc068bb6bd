package app

import "fyne.io/fyne/v2/lang"

// systemLanguage is the language of the user's system.
func systemLanguage() string { return lang.SystemLocale().LanguageString() }
