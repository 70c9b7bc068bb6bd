package exchange

import (
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"

	"figurebook.org/figurebook/data"
)

// Numbers are DECIMAL(38, 9) in 16 bytes: exact, as DuckDB, Arrow and Spark read them.
const (
	precision    = 38
	scale        = 9
	decimalBytes = 16
)

// rowGroup is how many figures are held before they are written out.
const rowGroup = 10_000

// ordered is a parquet group whose fields keep the columns' order; a plain one sorts them by name.
type ordered struct{ parquet.Group }

// Fields is part of parquet.Node.
func (o ordered) Fields() []parquet.Field {
	byName := map[string]parquet.Field{}
	for _, f := range o.Group.Fields() {
		byName[f.Name()] = f
	}
	fields := make([]parquet.Field, len(columns))
	for i, c := range columns {
		fields[i] = byName[c.name]
	}
	return fields
}

func node(k kind) parquet.Node {
	switch k {
	case decimal:
		return parquet.Decimal(scale, precision, parquet.FixedLenByteArrayType(decimalBytes))
	case share:
		return parquet.Leaf(parquet.DoubleType)
	case count:
		return parquet.Int(32)
	case truth:
		return parquet.Leaf(parquet.BooleanType)
	case day:
		return parquet.Date()
	}
	return parquet.String()
}

// writeParquet writes one table; what is not stated is null.
func writeParquet(w io.Writer, s Set) error {
	group := parquet.Group{}
	for _, c := range columns {
		group[c.name] = parquet.Optional(parquet.Compressed(node(c.kind), &parquet.Snappy))
	}
	out := parquet.NewWriter(w, parquet.NewSchema("figures", ordered{group}), parquet.CreatedBy("Figurebook", "", ""), parquet.MaxRowsPerRowGroup(rowGroup))
	row := make(parquet.Row, len(columns))
	for _, f := range s.Figures {
		for i, c := range columns {
			v, err := parquetValue(c, c.value(f, s))
			if err != nil {
				return &data.Fault{Kind: data.BadArgument, File: f.Edition, Place: f.Paragraph, Detail: c.name + " " + c.value(f, s), Err: err}
			}
			present := 1
			if v.IsNull() {
				present = 0
			}
			row[i] = v.Level(0, present, i)
		}
		if _, err := out.WriteRows([]parquet.Row{row}); err != nil {
			return err
		}
	}
	return out.Close()
}

func parquetValue(c column, v string) (parquet.Value, error) {
	if v == "" {
		return parquet.NullValue(), nil
	}
	switch c.kind {
	case decimal:
		return decimalValue(v)
	case share:
		n, err := strconv.ParseFloat(v, 64)
		return parquet.DoubleValue(n), err
	case count:
		n, err := strconv.ParseInt(v, 10, 32)
		return parquet.Int32Value(int32(n)), err
	case truth:
		return parquet.BooleanValue(v == "true"), nil
	case day:
		at, err := time.Parse(time.DateOnly, v)
		return parquet.Int32Value(int32(at.Unix() / (24 * 60 * 60))), err
	}
	return parquet.ByteArrayValue([]byte(v)), nil
}

// decimalValue is a plain decimal number as the big-endian two's complement of its units of 10^-scale. One that has more
// digits than the column is an error.
func decimalValue(v string) (parquet.Value, error) {
	whole, fraction, _ := strings.Cut(v, ".")
	if len(fraction) > scale {
		return parquet.Value{}, strconv.ErrRange
	}
	units, ok := new(big.Int).SetString(whole+fraction+strings.Repeat("0", scale-len(fraction)), 10)
	if !ok {
		return parquet.Value{}, strconv.ErrSyntax
	}
	if len(strings.TrimPrefix(units.String(), "-")) > precision {
		return parquet.Value{}, strconv.ErrRange
	}
	if units.Sign() < 0 {
		units.Add(units, new(big.Int).Lsh(big.NewInt(1), 8*decimalBytes))
	}
	return parquet.FixedLenByteArrayValue(units.FillBytes(make([]byte, decimalBytes))), nil
}
