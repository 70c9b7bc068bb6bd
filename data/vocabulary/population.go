package vocabulary

import "strings"

// kinds are the words of a population beside its nationality, in the order in which they are named.
var kinds = []struct {
	name  string
	forms []string
}{
	{"foreign", []string{"foreign", "外国", "外籍"}},
	{"international", []string{"international", "国际"}},
	{"national", []string{"national staff", "national personnel", "本国工作人员"}},
	{"non-Iraqi", []string{"non-Iraqi", "非伊拉克"}},
	{"women", []string{"women", "woman", "female", "妇女", "女性", "女子", "女军官", "女兵", "女议员"}},
	{"men", []string{"men", "man", "male", "男子", "男性"}},
	{"girls", []string{"girls", "girl", "女童", "女孩"}},
	{"boys", []string{"boys", "boy", "男童", "男孩"}},
	{"children", []string{"children", "child", "minors", "minor", "儿童", "未成年人"}},
	{"youth", []string{"youth", "youths", "young", "青年", "青少年"}},
	{"older persons", []string{"older", "elderly", "老年人", "老人"}},
	{"persons with disabilities", []string{"disabilities", "残疾人"}},
	{"nationality unknown", []string{"unknown nationality", "国籍不明", "未知国籍"}},
	{"civilians", []string{"civilians", "civilian", "平民", "文职"}},
}

// Population is the people that the words of a counted phrase single out, by nationality, sex and age: "Iraqi women";
// empty where they single out none.
func (v *Vocabulary) Population(words string) string {
	t := []rune(words)
	var names []string
	for i := 0; i < len(t); {
		name, n := v.Peoples.At(t, i)
		if n == 0 || i > 0 && t[i-1] == '非' {
			i++
			continue
		}
		if len(names) == 0 || names[len(names)-1] != name {
			names = append(names, name)
		}
		i += n
	}
	for _, k := range kinds {
		for _, form := range k.forms {
			if strings.Contains(words, form) && holds(t, []rune(form)) {
				names = append(names, k.name)
				break
			}
		}
	}
	return strings.Join(names, " ")
}

// holds tells whether a text has a form as whole words.
func holds(t, form []rune) bool {
	for i := 0; i+len(form) <= len(t); i++ {
		if string(t[i:i+len(form)]) == string(form) && Whole(t, i, i+len(form)) {
			return true
		}
	}
	return false
}
