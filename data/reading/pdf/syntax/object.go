// Package syntax reads the objects of a PDF as ISO 32000-1, clause 7, lays them down: what a well-made file holds, and no
// more. It mends nothing: where a file leaves the rules, or asks for more work than a document does, it says so, and
// its caller turns to a reader that mends. It never panics, and its work is bounded by the size of the file and ends with
// the context that the file was opened in.
package syntax

import (
	"bytes"
	"errors"
	"strconv"
)

// ErrUnsure says that a file leaves the rules that this package knows.
var ErrUnsure = errors.New("not a PDF as the standard has it")

// An Object is nil, a bool, an int, a float64, a String, a Name, an Array, a Dict, a *Stream, a Ref, or, in the contents
// of a page, an Operator.
type Object any

// The kinds of objects (ISO 32000-1, 7.3).
type (
	String   []byte
	Name     string
	Array    []Object
	Dict     map[Name]Object
	Operator string
	Ref      struct{ Number, Generation int }
)

// Stream is a dictionary and the bytes that it describes, as the file holds them.
type Stream struct {
	Dict Dict
	raw  []byte
}

// maxDepth bounds arrays and dictionaries in one another.
const maxDepth = 32

// Lexer reads objects one after the other.
type Lexer struct {
	b    []byte
	at   int
	left int // objects that it may still read
}

// NewLexer reads what b holds from its beginning.
func NewLexer(b []byte) *Lexer { return &Lexer{b: b, left: maxObjects} }

// Next is the next object, here without references; false where there is none left.
func (l *Lexer) Next() (o Object, more bool, err error) {
	l.blanks()
	if l.at >= len(l.b) {
		return nil, false, nil
	}
	o, err = l.object(0)
	return o, err == nil, err
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

var regular = func() (table [256]bool) {
	for c := range 256 {
		table[c] = !isBlank(byte(c)) && !isDelimiter(byte(c))
	}
	return table
}()

// blanks goes past white space and comments.
func (l *Lexer) blanks() {
	for l.at < len(l.b) {
		switch c := l.b[l.at]; {
		case isBlank(c):
			l.at++
		case c == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' && l.b[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *Lexer) has(s string) bool { return bytes.HasPrefix(l.b[l.at:], []byte(s)) }

// object reads the object at which the lexer stands, which is no blank.
func (l *Lexer) object(depth int) (Object, error) {
	if l.left--; l.left < 0 || l.at >= len(l.b) || depth > maxDepth {
		return nil, ErrUnsure
	}
	switch c := l.b[l.at]; {
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case l.has("<<"):
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case c == '[':
		return l.array(depth)
	case c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9':
		return l.number()
	case !regular[c]:
		return nil, ErrUnsure
	}
	switch word := l.word(); string(word) {
	case "true", "false":
		return len(word) == 4, nil
	case "null":
		return nil, nil
	default:
		if known, ok := operators[string(word)]; ok {
			return known, nil
		}
		return Operator(word), nil
	}
}

// operators are those of which pages are full, so that not each makes a new string.
var operators = func() map[string]Object {
	known := map[string]Object{}
	for _, o := range []Operator{"BT", "ET", "Tf", "Tm", "Td", "TD", "Tj", "TJ", "Tc", "Tw", "q", "Q", "cm", "re", "W", "W*", "n", "f", "f*", "g", "G", "rg", "RG", "gs", "BDC", "EMC", "m", "l", "S", "h"} {
		known[string(o)] = o
	}
	return known
}()

func (l *Lexer) word() []byte {
	from := l.at
	for l.at < len(l.b) && regular[l.b[l.at]] {
		l.at++
	}
	return l.b[from:l.at]
}

func (l *Lexer) number() (Object, error) {
	word := l.word()
	if n, ok := whole(word); ok {
		return n, nil
	}
	if bytes.ContainsAny(word, "eExXpP_nN") {
		return nil, ErrUnsure
	}
	f, err := strconv.ParseFloat(string(word), 64)
	if err != nil {
		return nil, ErrUnsure
	}
	return f, nil
}

// whole reads a whole number of up to ten digits.
func whole(word []byte) (int, bool) {
	digits, sign := word, 1
	if len(digits) > 0 && (digits[0] == '-' || digits[0] == '+') {
		if digits[0] == '-' {
			sign = -1
		}
		digits = digits[1:]
	}
	if len(digits) == 0 || len(digits) > 10 {
		return 0, false
	}
	n := 0
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return sign * n, true
}

func (l *Lexer) name() (Object, error) {
	l.at++
	word := l.word()
	if bytes.IndexByte(word, '#') < 0 {
		return Name(word), nil
	}
	var out []byte
	for i := 0; i < len(word); i++ {
		if word[i] == '#' && i+2 < len(word) {
			if c, err := strconv.ParseUint(string(word[i+1:i+3]), 16, 8); err == nil {
				out, i = append(out, byte(c)), i+2
				continue
			}
		}
		out = append(out, word[i])
	}
	return Name(out), nil
}

func (l *Lexer) hex() (Object, error) {
	l.at++
	end := bytes.IndexByte(l.b[l.at:], '>')
	if end < 0 {
		return nil, ErrUnsure
	}
	out := make(String, 0, end/2+1)
	high, half := byte(0), false
	for _, c := range l.b[l.at : l.at+end] {
		var v byte
		switch {
		case c >= '0' && c <= '9':
			v = c - '0'
		case c >= 'a' && c <= 'f':
			v = c - 'a' + 10
		case c >= 'A' && c <= 'F':
			v = c - 'A' + 10
		case isBlank(c):
			continue
		default:
			return nil, ErrUnsure
		}
		if half {
			out = append(out, high<<4|v)
		}
		high, half = v, !half
	}
	if half {
		out = append(out, high<<4)
	}
	l.at += end + 1
	return out, nil
}

// escapes are the letters that stand behind a backslash for something else (ISO 32000-1, table 3).
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *Lexer) literal() (Object, error) {
	l.at++
	if end := bytes.IndexAny(l.b[l.at:], "()\\\r"); end >= 0 && l.b[l.at+end] == ')' { // as it stands
		out := String(l.b[l.at : l.at+end : l.at+end])
		l.at += end + 1
		return out, nil
	}
	var out String
	for depth := 1; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch {
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				l.at++
				return out, nil
			}
		case c == '\\' && l.at+1 < len(l.b):
			l.at++
			out = l.escaped(out)
			continue
		case c == '\r': // an end of line is one character
			if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
				l.at++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return nil, ErrUnsure
}

// escaped appends what the characters behind a backslash stand for.
func (l *Lexer) escaped(out String) String {
	c := l.b[l.at]
	if to, ok := escapes[c]; ok {
		return append(out, to)
	}
	switch {
	case c >= '0' && c <= '7':
		v := 0
		for n := 0; n < 3 && l.at < len(l.b) && l.b[l.at] >= '0' && l.b[l.at] <= '7'; n++ {
			v = 8*v + int(l.b[l.at]-'0')
			l.at++
		}
		l.at--
		return append(out, byte(v))
	case c == '\r':
		if l.at+1 < len(l.b) && l.b[l.at+1] == '\n' {
			l.at++
		}
		return out
	case c == '\n':
		return out
	}
	return append(out, c)
}

func (l *Lexer) array(depth int) (Object, error) {
	l.at++
	out := make(Array, 0, 8)
	for {
		l.blanks()
		if l.at < len(l.b) && l.b[l.at] == ']' {
			l.at++
			return out, nil
		}
		o, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if o, err = reference(&out, o); err != nil {
			return nil, err
		}
		out = append(out, o)
	}
}

// reference takes two numbers before the operator R back for the reference that they make.
func reference(before *Array, o Object) (Object, error) {
	operator, ok := o.(Operator)
	if !ok {
		return o, nil
	}
	n := len(*before) - 2
	if operator != "R" || n < 0 {
		return nil, ErrUnsure
	}
	number, ok := (*before)[n].(int)
	generation, ok2 := (*before)[n+1].(int)
	if !ok || !ok2 {
		return nil, ErrUnsure
	}
	*before = (*before)[:n]
	return Ref{number, generation}, nil
}

func (l *Lexer) dict(depth int) (Object, error) {
	l.at += 2
	var parts Array
	for {
		l.blanks()
		if l.at < len(l.b) && l.has(">>") {
			l.at += 2
			break
		}
		o, err := l.object(depth + 1)
		if err != nil {
			return nil, err
		}
		if o, err = reference(&parts, o); err != nil {
			return nil, err
		}
		parts = append(parts, o)
	}
	if len(parts)%2 != 0 {
		return nil, ErrUnsure
	}
	out := make(Dict, len(parts)/2)
	for i := 0; i < len(parts); i += 2 {
		key, ok := parts[i].(Name)
		if !ok {
			return nil, ErrUnsure
		}
		out[key] = parts[i+1]
	}
	return out, nil
}
