package choice

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage/repository"

	"figurebook.org/figurebook/assets/translations"
)

// AskWhere asks for a file to write, proposing a name, and gives its path to done. Nothing is made or emptied by asking: what
// stood there stands until the one who writes puts the whole new file in its place.
func AskWhere(window fyne.Window, words *translations.Words, title, name string, done func(path string), fail func(error)) {
	keepFiles()
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if err != nil {
			fail(err)
			return
		}
		if f != nil {
			_ = f.Close()
			done(f.URI().Path())
		}
	}, window)
	d.SetFileName(name)
	d.SetTitleText(title)
	ShowFiles(d, window, words)
}

// disk is what Fyne's dialogs ask of the repository of files.
type disk interface {
	repository.AppendableRepository
	repository.ListableRepository
	repository.HierarchicalRepository
	repository.DeleteAllRepository
	repository.CopyableRepository
	repository.MovableRepository
}

// kept are the files of the disk, of which opening one to write changes none. Fyne's dialog opens the file that was chosen,
// which would empty it before anything is known of what is written there.
type kept struct{ disk }

func (kept) Writer(u fyne.URI) (fyne.URIWriteCloser, error) { return named{u}, nil }

// named is a file that was chosen; its name is all that it is for.
type named struct{ uri fyne.URI }

func (n named) URI() fyne.URI             { return n.uri }
func (n named) Close() error              { return nil }
func (n named) Write([]byte) (int, error) { return 0, repository.ErrOperationNotSupported }

func keepFiles() {
	files, err := repository.ForScheme("file")
	if _, done := files.(kept); err != nil || done {
		return
	}
	if files, ok := files.(disk); ok {
		repository.Register("file", kept{files})
	}
}
