package vector

import "time"

// Epoch is the time that every file states where its format wants one: the same chart gives the same bytes, whenever it
// is written. It is the earliest that a zip archive can state.
var Epoch = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
