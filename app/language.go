package app

import (
	"encoding/json"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"figurebook.org/figurebook/app/theme"
	"figurebook.org/figurebook/assets/translations"
)

// systemLanguage is the language of the user's system.
func systemLanguage() string { return lang.SystemLocale().LanguageString() }

// themeName is the colours that the user chose.
func (w *Window) themeName() string {
	return w.app.Preferences().StringWithFallback(prefTheme, theme.System)
}

// speak gives the toolkit's own dialogs our words. The toolkit asks the system for its language and knows no choice of
// the user's, so the words are registered under every name by which it may look them up.
func speak(words *translations.Words) {
	own := map[string]string{}
	for key, text := range words.Keys() {
		if name, ok := strings.CutPrefix(key, "toolkit."); ok {
			own[name] = text
		}
	}
	raw, err := json.Marshal(own)
	if err != nil {
		fyne.LogError("the toolkit's words", err)
		return
	}
	locale := lang.SystemLocale()
	for _, name := range []string{"en", "zh_Hans", locale.LanguageString(), locale.String()} {
		if err := lang.AddTranslations(fyne.NewStaticResource(name+".json", raw)); err != nil {
			fyne.LogError("the toolkit's words as "+name, err)
		}
	}
}
