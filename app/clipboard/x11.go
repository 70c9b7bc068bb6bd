//go:build !windows && !darwin

package clipboard

import (
	"encoding/binary"
	"errors"
	"io"
	"log"
	"os"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// Kept tells whether the picture stays on the clipboard when the program ends.
const Kept = false

// owner is the window to which the selection CLIPBOARD belongs, on a connection of its own, by the rules of the Inter-Client
// Communication Conventions Manual, section 2.
type owner struct {
	conn    *xgb.Conn
	window  xproto.Window
	atoms   map[string]xproto.Atom
	since   xproto.Timestamp // when it became the owner
	picture []byte
}

// SetPNG puts a picture, given as a PNG, on the clipboard: it is handed to whoever asks until something else is copied. That
// there is no display, or that it refuses, is a *data.Fault.
func SetPNG(picture []byte) error {
	if os.Getenv("DISPLAY") == "" {
		return unavailable("no_display", nil)
	}
	xgb.Logger = log.New(io.Discard, "", 0) // what it says, SetPNG gives back
	conn, err := xgb.NewConn()
	if err != nil {
		return unavailable("no_display", err)
	}
	o := &owner{conn: conn, picture: picture}
	if err := o.claim(); err != nil {
		conn.Close()
		if errors.Is(err, errTaken) {
			return unavailable("busy", err)
		}
		return unavailable("refused", err)
	}
	go o.serve()
	return nil
}

// errTaken is that another program became the owner meanwhile.
var errTaken = errors.New("another program took the clipboard")

// claim makes a window that is never shown the owner of the selection.
func (o *owner) claim() error {
	o.atoms = map[string]xproto.Atom{}
	for _, name := range []string{"CLIPBOARD", "TARGETS", "TIMESTAMP", "image/png"} {
		reply, err := xproto.InternAtom(o.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return err
		}
		o.atoms[name] = reply.Atom
	}
	var err error
	if o.window, err = xproto.NewWindowId(o.conn); err != nil {
		return err
	}
	root := xproto.Setup(o.conn).DefaultScreen(o.conn).Root
	err = xproto.CreateWindowChecked(o.conn, 0, o.window, root, 0, 0, 1, 1, 0, xproto.WindowClassInputOnly, 0, xproto.CwEventMask, []uint32{xproto.EventMaskPropertyChange}).Check()
	if err != nil {
		return err
	}
	// The server's time comes with the change of a property, and the conventions want it in place of "now".
	xproto.ChangeProperty(o.conn, xproto.PropModeAppend, o.window, o.atoms["TIMESTAMP"], xproto.AtomInteger, 32, 0, nil)
	for o.since == 0 {
		event, err := o.conn.WaitForEvent()
		if changed, ok := event.(xproto.PropertyNotifyEvent); ok {
			o.since = changed.Time
		} else if event == nil && err == nil {
			return errors.New("the display closed the connection")
		}
	}
	xproto.SetSelectionOwner(o.conn, o.window, o.atoms["CLIPBOARD"], o.since)
	now, err := xproto.GetSelectionOwner(o.conn, o.atoms["CLIPBOARD"]).Reply()
	if err == nil && now.Owner != o.window {
		err = errTaken
	}
	return err
}

// serve answers requests until the selection is another's or the display is gone. A request may fail, since whoever asked may
// be gone.
func (o *owner) serve() {
	defer o.conn.Close()
	for {
		event, err := o.conn.WaitForEvent()
		switch event := event.(type) {
		case nil:
			if err == nil {
				return
			}
		case xproto.SelectionClearEvent:
			return
		case xproto.SelectionRequestEvent:
			o.answer(event)
		}
	}
}

func (o *owner) answer(ask xproto.SelectionRequestEvent) {
	property := ask.Property
	if property == xproto.AtomNone { // of clients older than the conventions
		property = ask.Target
	}
	switch ask.Target {
	case o.atoms["TARGETS"]:
		o.put(ask.Requestor, property, xproto.AtomAtom, 32, words(uint32(o.atoms["TARGETS"]), uint32(o.atoms["TIMESTAMP"]), uint32(o.atoms["image/png"])))
	case o.atoms["TIMESTAMP"]:
		o.put(ask.Requestor, property, xproto.AtomInteger, 32, words(uint32(o.since)))
	case o.atoms["image/png"]:
		o.put(ask.Requestor, property, ask.Target, 8, o.picture)
	default:
		property = xproto.AtomNone
	}
	told := xproto.SelectionNotifyEvent{Time: ask.Time, Requestor: ask.Requestor, Selection: ask.Selection, Target: ask.Target, Property: property}
	xproto.SendEvent(o.conn, false, ask.Requestor, xproto.EventMaskNoEvent, string(told.Bytes()))
}

// put writes a property of another's window, in as many requests as their greatest length demands.
func (o *owner) put(window xproto.Window, property, kind xproto.Atom, format byte, value []byte) {
	most := 4*int(xproto.Setup(o.conn).MaximumRequestLength) - 64
	mode := byte(xproto.PropModeReplace)
	for first := true; first || len(value) > 0; first = false {
		piece := value[:min(most, len(value))]
		value = value[len(piece):]
		xproto.ChangeProperty(o.conn, mode, window, property, kind, format, uint32(len(piece)/int(format/8)), piece)
		mode = xproto.PropModeAppend
	}
}

func words(all ...uint32) []byte {
	var b []byte
	for _, w := range all {
		b = binary.LittleEndian.AppendUint32(b, w) // the order that xgb agrees with the server
	}
	return b
}
