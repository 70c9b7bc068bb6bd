package extraction

import (
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// stated hedges of each language, by the bound that they make.
var englishHedges = map[data.Bound]string{
	data.About:    "about|around|approximately|roughly|some|an estimated|circa|close on|in the region of|in the order of|on the order of|in the vicinity of|something like|more or less|an estimated total of",
	data.MoreThan: "more than|over|well over|upwards of|in excess of|exceeding|above|just over|slightly more than|considerably more than|far more than|a little over|well above|more than an estimated|more than some",
	data.AtLeast:  "at least|not less than|no less than|no fewer than|not fewer than|a minimum of|at the very least|at a minimum|no lower than|not below|not under|at least some|at least an estimated|at least about",
	data.LessThan: "fewer than|less than|under|below|nearly|almost|just under|just below|close to|virtually|well under|far fewer than|a little under|just short of|nearing|approaching|not quite",
	data.AtMost:   "up to|as many as|no more than|not more than|at most|a maximum of|not exceeding|at the most|no greater than|not over|not above|not in excess of|up to some|up to an estimated|possibly as many as",
}

var hanHedges = map[data.Bound]string{
	data.About:    "约|大约|大概|大约有|约有|大致|差不多|估计|据估计|估计有|估计约|约计|共约|总计约|累计约|约莫|大约共|估计共有|据估算",
	data.MoreThan: "逾|超过|超过了|突破了|超|多于|高于|超出|突破|已超过|共超过|估计超过|据估计超过|可能超过|不止|不只|远超|远远超过|大大超过|略高于|略多于|共逾|已逾|约超过",
	data.AtLeast:  "至少|至少有|最少|起码|不少于|不低于|不下|不下于|不小于|估计至少|据估计至少|至少约|至少共有|从未少于|不会少于",
	data.LessThan: "近|将近|接近|接近了|几乎|不到|不足|少于|低于|不及|未满|估计不到|略低于|总计近|已近|未达|还不到|远低于|尚不足",
	data.AtMost:   "至多|最多|不超过|不多于|不高于|高达|多达|可能多达|估计多达|据估计多达|不大于|最高|最多达|最多可达|顶多|不会超过|不得超过|未超过|没有超过|从未超过|可达|不逾",
}

// forms are numbers as printed with their values, and frames the sentences that hold one with its unit.
type (
	forms  []struct{ printed, value string }
	frames []struct{ text, unit string }
)

// grid are the hedges of each language, the numbers that they stand before, and the sentences that hold both.
var grid = []struct {
	code    string
	hedges  map[data.Bound]string
	numbers forms
	counted frames
	shares  forms
	shared  []string
}{
	{
		"en", englishHedges,
		forms{
			{"1,500", "1500"},
			{"1 500", "1500"},
			{"12", "12"},
			{"2.5 million", "2500000"},
			{"forty-five", "45"},
			{"a hundred", "100"},
			{"two dozen", "24"},
			{"one hundred and twenty", "120"},
			{"half a million", "500000"},
			{"a million", "1000000"},
		},
		frames{
			{"{} people fled Chad.", "person"},
			{"Floods displaced {} people.", "person"},
			{"In May, {} attacks were recorded.", "attack"},
			{"The fund received {} dollars.", "USD"},
			{"Of these, {} tons were lost.", "tonne"},
			{"It heard {} cases.", "case"},
			{"Rain damaged {} houses.", "house"},
			{"It cleared {} hectares of land.", "hectare"},
		},
		forms{
			{"5 per cent", "5"},
			{"12.5 per cent", "12.5"},
			{"forty per cent", "40"},
			{"two thirds", "66.6666666666667"},
			{"half", "50"},
			{"a third", "33.3333333333333"},
			{"three quarters", "75"},
			{"a quarter", "25"},
			{"80%", "80"},
		},
		[]string{"{} of households are poor.", "It covers {} of the need.", "The share rose to {} of output.", "Prices grew by {}."},
	},
	{
		"zh", hanHedges,
		forms{
			{"1 500 ", "1500"},
			{"1500", "1500"},
			{"12 ", "12"},
			{"250 万", "2500000"},
			{"2.5 亿", "250000000"},
			{"四十五", "45"},
			{"两百", "200"},
			{"三千五百", "3500"},
			{"十二", "12"},
			{"五十万", "500000"},
		},
		frames{
			{"{}人逃离乍得。", "person"},
			{"洪水使{}名居民流离失所。", "person"},
			{"5 月记录{}起袭击。", "attack"},
			{"该基金收到{}美元。", "USD"},
			{"其中{}吨受损。", "tonne"},
			{"法院审理了{}个案件。", "case"},
			{"受灾的{}户家庭得到援助。", "household"},
			{"清理了{}公顷土地。", "hectare"},
		},
		forms{
			{"5%", "5"},
			{"12.5%", "12.5"},
			{"三分之二", "66.6666666666667"},
			{"一半", "50"},
			{"四分之一", "25"},
			{"百分之二十", "20"},
			{"三成", "30"},
			{"80%", "80"},
			{"半数", "50"},
		},
		[]string{"{}的住户贫穷。", "该方案覆盖{}的需求。", "女性占{}。", "价格上涨{}。"},
	},
}

// TestExtract_hedges sets every hedge before every form of number and every kind of unit, in both languages, and asks that
// none is lost and none is turned round.
func TestExtract_hedges(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range grid {
		for bound, list := range language.hedges {
			for _, h := range strings.Split(list, "|") {
				ask := func(frame, number, value, unit string) {
					if language.code == "en" {
						number = h + " " + number
					} else {
						number = h + number
					}
					text := strings.Replace(frame, "{}", number, 1)
					if language.code == "en" {
						text = strings.ToUpper(text[:1]) + text[1:]
					}
					figures := found(t, words, language.code, text)
					if len(figures) != 1 || figures[0].Value == nil || figures[0].Value.String() != value || figures[0].Bound != bound || figures[0].Unit != unit || figures[0].Hedge == "" {
						t.Errorf("%s: want %s %s %s, got %s", text, value, bound, unit, all(figures))
					}
				}
				for _, n := range language.numbers {
					for _, f := range language.counted {
						ask(f.text, n.printed, n.value, f.unit)
					}
				}
				for _, n := range language.shares {
					for _, f := range language.shared {
						ask(f, n.printed, n.value, "percent")
					}
				}
			}
		}
	}
}

// all is what figures state, in the notation of the constructions.
func all(figures []data.Figure) string {
	var got []string
	for _, f := range figures {
		got = append(got, stated(f.Quantity))
	}
	return strings.Join(got, "; ")
}
