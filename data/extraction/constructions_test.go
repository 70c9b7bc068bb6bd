package extraction

import (
	"fmt"
	"strings"
	"testing"

	"figurebook.org/figurebook/data"
	"figurebook.org/figurebook/data/vocabulary"
)

// A construction is one way to state, or not to state, a figure, in both languages. Each sentence is our own. What it
// states is written "value bound unit", with "/per" behind the unit; a construction that states nothing wants "".
type construction struct {
	name, en, zh, want string
}

var constructions = []construction{
	// Numbers, scales and hedges.
	{"hedge inside the noun phrase's reach", "Nearly 300 of the returnees and at least 40 teachers came.", "近 300 名返回者和至少 40 名教师到场。", "300 less_than person; 40 at_least person"},
	{"a scale alone behind a hedge", "Nearly one hundred pupils stayed.", "近百名学童留下。", "100 less_than child"},
	{"ten and more", "More than ten people were hurt.", "十多人受伤。", "10 more_than person"},
	{"thousands", "Thousands of residents fled.", "数以千计的居民逃离。", "2000..9999 indefinite person"},
	{"bare vague count", "The floods displaced hundreds in Chad.", "洪水使乍得数百人流离失所。", "200..999 indefinite person"},
	{"decimal comma before a scale", "Costs came to €12,5 million.", "费用为 1 250 万欧元。", "12500000 exact EUR"},
	{"sign apart from its amount", "Arrears reached $ 4.6 billion.", "欠款达 46 亿美元。", "4600000000 exact USD"},
	{"code before an amount", "The fee was CHF 450,000.", "费用为 45 万瑞士法郎。", "450000 exact CHF"},
	{"a range whose scale serves both ends", "Between 20 and 50 million travellers were affected.", "2 000 万至 5 000 万人受影响。", "20000000..50000000 range person"},
	{"a range with two per cents", "Some 40 per cent to 50 per cent of crops failed.", "约 40%至 50%的作物歉收。", "40..50 range percent"},
	{"a range of money, signed twice", "Grants of between $200,000 and $1.5 million were made.", "赠款为 20 万美元至 150 万美元。", "200000..1500000 range USD"},
	{"a range that repeats its noun", "Each patrol had 5 to 8 soldiers.", "每支巡逻队有 5 名至 8 名士兵。", "5..8 range person"},
	{"a change of money", "The balance fell from $62 million to $40 million.", "余额从 6 200 万美元降至 4 000 万美元。", "62000000 exact USD; 40000000 exact USD"},
	{"by how much and to what", "Arrests rose by 144 to 456.", "被捕人数增加 144 人，达 456 人。", "144 exact person; 456 exact person"},
	{"neighbouring numbers", "Five or six boats sank.", "五六艘船沉没。", "5..6 range vessel"},
	{"a change, not a range", "Enrolment of pupils rose from 120 to 300 pupils.", "学童由 120 名增至 300 名。", "120 exact child; 300 exact child"},
	{"two ends and a share", "Growth fell from 3.4 to 2.1 per cent.", "增长率从 3.4%降至 2.1%。", "3.4 exact percent; 2.1 exact percent"},

	{"several of a scale", "Several hundred traders and several thousand drivers waited.", "数百名商人和数千名司机在等待。", "200..999 indefinite person; 2000..9999 indefinite person"},
	{"a range from a vague to an exact end", "Several hundred to a thousand tenants left.", "数百至一千名租户离开。", "200..1000 indefinite person"},
	{"a range from an exact to a vague end", "Between 100 and several hundred tenants left.", "100 至数百名租户离开。", "100..999 indefinite person"},
	{"a range of two vague ends", "Hundreds to thousands of tenants left.", "数百名至数千名租户离开。", "200..9999 indefinite person"},
	{"a choice of two vague ends", "Hundreds or thousands of tenants left.", "数百或数千名租户离开。", "200..9999 indefinite person"},
	{"a change from a vague count", "Arrests rose from several hundred to 2,000 people.", "被捕人数从数百人增至 2 000 人。", "200..999 indefinite person; 2000 exact person"},
	{"a fraction of a scale", "Nearly a quarter of a million tenants left.", "近 25 万名租户离开。", "250000 less_than person"},
	{"few of a scale", "A few thousand residents stayed.", "数千名居民留下。", "2000..9999 indefinite person"},

	// Shares and multiples.
	{"a word for a multiple", "Output saw a sixfold rise.", "产量增加到六倍。", "6 exact times"},
	{"twice the level", "Rents were twice the level of wages.", "租金是工资的两倍。", "2 exact times"},
	{"more than a multiple", "Fuel saw more than a twofold rise.", "燃料价格上涨两倍多。", "2 more_than times"},
	{"at least a multiple", "Rents saw at least a fivefold rise.", "租金至少增加到五倍。", "5 at_least times"},
	{"at least a multiple of what it was", "Rents saw at least a sixfold rise.", "租金至少上涨到原来的六倍。", "6 at_least times"},
	{"nearly a multiple", "Fees saw nearly an eightfold rise.", "收费上涨近八倍。", "8 less_than times"},
	{"nearly ten times", "Fees saw nearly a tenfold rise.", "收费增加到近十倍。", "10 less_than times"},
	{"up to a multiple", "Up to a fourfold rise in fees was feared.", "收费最多增加到四倍。", "4 at_most times"},
	{"about a multiple", "Fees saw about a 3-fold rise.", "收费约为原来的 3 倍。", "3 about times"},
	{"somewhat more than a multiple in digits", "Fees rose by more than 3-fold.", "收费上涨了 3 倍多。", "3 more_than times"},
	{"a multiple of two words", "Demand saw a twenty-fivefold rise.", "需求增加到二十五倍。", "25 exact times"},
	{"a hedge before an article and a share", "More than a 20 per cent rise in rents was seen.", "租金上涨超过 20%。", "20 more_than percent"},
	{"a hedge before another", "At least another 40 tenants left.", "至少又有 40 名租户离开。", "40 at_least person"},
	{"a range of two multiples", "A twofold to threefold rise in fees was seen.", "收费上涨了两到三倍。", "2..3 range times"},
	{"a range whose fold serves both ends", "Fees saw a two- to threefold rise.", "收费上涨两三倍。", "2..3 range times"},
	{"a range of multiples in digits", "Fees saw a 2- to 3-fold rise.", "收费上涨 2 至 3 倍。", "2..3 range times"},
	{"a range of neighbouring multiples", "Two or threefold rises in fees were seen.", "收费上涨了两倍或三倍。", "2..3 range times"},
	{"a range between multiples", "Between a twofold and a fivefold rise in fees was seen.", "收费上涨了 2 倍至 5 倍。", "2..5 range times"},
	{"twice as many", "Twice as many pupils left.", "离校学童为原来的两倍。", "2 exact times"},
	{"twice what others have", "The rate was nearly twice that of men.", "该比率是男子的近两倍。", "2 less_than times"},
	{"twice the total of a year", "Output was twice the previous year’s total.", "产量是上年的两倍。", "2 exact times"},
	{"twice in a week", "The mill was attacked twice that week.", "该磨坊当周两度遇袭。", ""},
	{"twice in a month", "We saw the mill twice the same month.", "我们当月两度到访该磨坊。", ""},
	{"twice while", "The board met twice as the flood grew.", "洪水上涨期间，理事会两度开会。", ""},
	{"twice as somebody", "She served twice as chair.", "她两度担任主席。", ""},
	{"twice a day before", "The mill was hit twice the day before.", "该磨坊前一天两度遭袭。", ""},
	{"how often counts nothing", "The board met twice in June.", "理事会在 6 月开了会。", ""},
	{"doses that each was given", "The mission vaccinated 900 recruits, who received two doses.", "特派团为 900 名新兵接种了两剂疫苗。", "900 exact person"},
	{"kinds in brackets", "The office has 60 posts (45 international, 15 national).", "办事处有 60 个员额（国际员额 45 个、本国员额 15 个）。", "60 exact post; 45 exact post; 15 exact post"},
	{"a net change of what was counted", "It has 60 posts, a net increase of four.", "它有 60 个员额，净增 4 个。", "60 exact post; 4 exact post"},
	{"strips of something", "Depots held 1,200 blankets.", "仓库存有 1 200 条毛毯。", "1200 exact blanket"},
	{"one in five", "One in five girls left school.", "每五名女童中就有一名辍学。", "20 exact percent"},
	{"out of ten", "Four out of 10 households owe money.", "十分之四的住户负债。", "40 exact percent"},
	{"share in digits hedged before its verb", "It makes up about 35 per cent of all output.", "它约占全部产出的 35%。", "35 about percent"},
	{"two shares of one hedged verb", "It makes up about 35 per cent of output and about 20 per cent of exports.", "它约占产出的 35%和出口的 20%。", "35 about percent; 20 about percent"},
	{"share at least, before its verb", "Girls make up at least 40 per cent of the class.", "女孩至少占全班的 40%。", "40 at_least percent"},
	{"share hedged before its base", "Fewer than 10 per cent of the villages have wells.", "不到全部村庄的 10%有水井。", "10 less_than percent"},
	{"share hedged behind its subject", "Gifts met less than half of what was needed.", "捐款不足所需数额的一半。", "50 less_than percent"},
	{"share more than, at the opening", "More than 20 per cent of the bridges fell.", "超过桥梁的 20%倒塌。", "20 more_than percent"},
	{"no hedge in a name before a share", "Of Jordan's villages 30 per cent have wells.", "约旦村庄的 30%有水井。", "30 exact percent"},
	{"no hedge in a word of lack", "Of undernourished children 20 per cent recovered.", "营养不足儿童的 20%康复。", "20 exact percent"},
	{"share hedged from afar", "It takes up about a quarter of output.", "它约占产出的四分之一。", "25 about percent"},
	{"times as much", "Prices were 2.5 times as high.", "价格是原来的 2.5 倍。", "2.5 exact times"},
	{"per mille", "The birth rate was 6.4‰.", "出生率为 6.4‰。", "6.4 exact per_mille"},
	{"a standard is not hedged", "Inflation, at 5.2 per cent, was above the 3 per cent expected.", "通货膨胀率为 5.2%，高于 3%的预期。", "5.2 exact percent; 3 exact percent"},
	{"points", "Turnout was up 4.6 percentage points.", "投票率上升 4.6 个百分点。", "4.6 exact percentage_point"},

	// Hedges at a distance, behind the number, and turned round.
	{"believed to exceed", "The number of tenants is believed to exceed 3,000.", "租户总数估计超过 3 000 人。", "3000 more_than person"},
	{"exceeded", "The number of tenants has exceeded 3,000.", "租户人数已超过 3 000 人。", "3000 more_than person"},
	{"did not exceed", "The number of tenants did not exceed 3,000.", "租户人数未超过 3 000 人。", "3000 at_most person"},
	{"stood at over", "The number of tenants stood at over 3,000.", "租户人数超过 3 000 人。", "3000 more_than person"},
	{"may be as high as", "The number of tenants may be as high as 3,000.", "租户人数可能多达 3 000 人。", "3000 at_most person"},
	{"could be up to", "The number of tenants could be up to 3,000.", "租户人数可能高达 3 000 人。", "3000 at_most person"},
	{"estimated to number", "The league is estimated to number 300 members.", "该联盟估计有 300 名成员。", "300 about person"},
	{"estimated strength", "The league has an estimated strength of 300 members.", "据估计，该联盟有 300 名成员。", "300 about person"},
	{"it is estimated that", "It is estimated that 5,000 tenants stayed.", "据估计，有 5 000 名租户留下。", "5000 about person"},
	{"estimated for one number alone", "It is estimated that 5,000 tenants stayed, and 40 tenants left.", "据估计，有 5 000 名租户留下，40 名租户离开。", "5000 about person; 40 exact person"},
	{"budget estimates", "The budget estimates for the 12 offices were approved.", "12 个办事处的概算获得批准。", "12 exact office"},
	{"as many as and possibly more", "As many as 300 tenants, and possibly more, left.", "300 名或更多租户离开。", "300 at_least person"},
	{"or more behind the noun", "Some 300 tenants or more left.", "300 名以上租户离开。", "300 at_least person"},
	{"at least behind the noun", "300 tenants at least left.", "离开的租户有 300 人以上。", "300 at_least person"},
	{"at least that governs the next number", "300 tenants, at least 20 teachers and 3 drivers left.", "300 名租户、至少 20 名教师和 3 名司机离开。", "300 exact person; 20 at_least person; 3 exact person"},
	{"fewer behind the noun", "300 tenants or fewer left.", "300 名以下租户离开。", "300 at_most person"},
	{"plus", "300-plus tenants left.", "300 名以上租户离开。", "300 at_least person"},
	{"odd", "Some 40-odd tenants left.", "四十来名租户离开。", "40 about person"},
	{"money and more", "$5 million or more was lost.", "损失 500 万美元以上。", "5000000 at_least USD"},
	{"money or so", "$5 million or so was lost.", "损失 500 万美元左右。", "5000000 about USD"},
	{"somewhat more behind the currency", "More than $500 million was lost.", "损失 5 亿美元多。", "500000000 more_than USD"},
	{"somewhat more inside the points", "Turnout fell by more than 5 percentage points.", "投票率下降 5 个多百分点。", "5 more_than percentage_point"},
	{"hundred and more", "More than one hundred tenants left.", "百余名租户离开。", "100 more_than person"},
	{"not reached, said behind", "Fewer than 50 tenants left.", "离开的租户 50 人不到。", "50 less_than person"},
	{"a limit", "No more than 500 tenants may come.", "租户以 500 人为限。", "500 at_most person"},
	{"more than half in one word", "More than half of the tenants left.", "过半数租户离开。", "50 more_than percent"},
	{"by about a third", "Rents rose by about a third.", "租金上涨约三分之一。", "33.3333333333333 about percent"},
	{"a third party", "It was said by a third party.", "这是第三方说的。", ""},

	// Multiples that a verb states.
	{"doubled", "Rents doubled in May.", "租金 5 月翻了一番。", "2 exact times"},
	{"more than tripled", "Rents more than tripled.", "租金增加到三倍多。", "3 more_than times"},
	{"almost doubled", "Rents almost doubled.", "租金几乎翻番。", "2 less_than times"},
	{"halved", "Output was halved.", "产量减半。", "50 exact percent"},
	{"doubled to a number", "The number of pupils doubled to 400.", "学童人数倍增至 400 名。", "2 exact times; 400 exact child"},
	{"double the rate", "The rate is more than double that of men.", "该比率是男子的两倍多。", "2 more_than times"},
	{"by a factor", "Rents rose by a factor of more than five.", "租金上涨五倍多。", "5 more_than times"},
	{"by a factor in a range", "Rents rose by a factor of 2 to 3.", "租金上涨 2 至 3 倍。", "2..3 range times"},
	{"several times", "Rents were several times higher.", "租金高出数倍。", "2..9 indefinite times"},
	{"efforts", "They doubled their efforts and redoubled their vigilance.", "他们加倍努力，发挥倍增效应。", ""},

	// Ranges in every writing, and hedged at their ends.
	{"a range with a hyphen", "500-1,200 tenants left.", "500-1 200 名租户离开。", "500..1200 range person"},
	{"a range with a full-width sign", "500－1,200 tenants left.", "500～1 200 名租户离开。", "500..1200 range person"},
	{"a range with an em dash", "500 — 1,200 tenants left.", "500—1 200 名租户离开。", "500..1200 range person"},
	{"from one number to the next, no change", "From 500 to 1,200 tenants left.", "500 到 1 200 名租户离开。", "500..1200 range person"},
	{"anywhere between", "Anywhere between 500 and 1,200 tenants left.", "离开的租户介于 500 至 1 200 人之间。", "500..1200 range person"},
	{"between, the unit said before", "The number of tenants is estimated at between 500 and 1,200.", "租户人数介于 500 和 1 200 之间。", "500..1200 range person"},
	{"an approximate range", "About 500 to 1,200 tenants left.", "约 500 至 1 200 名租户离开。", "500..1200 range person"},
	{"two scales", "Between 15,000 and 20,000 tenants left.", "1.5 万至 2 万名租户离开。", "15000..20000 range person"},
	{"one scale for both ends", "Some 1.2 to 1.5 million tenants left.", "120 万到 150 万名租户离开。", "1200000..1500000 range person"},
	{"money, one scale for both ends", "It would cost US$ 1.2–1.5 billion.", "费用为 12 至 15 亿美元。", "1200000000..1500000000 range USD"},
	{"money with a hyphen", "It would cost $200-300 million.", "费用为 2-3 亿美元。", "200000000..300000000 range USD"},
	{"money, signed twice with a hyphen", "It would cost $1.2-$1.5 billion.", "费用为 12 亿-15 亿美元。", "1200000000..1500000000 range USD"},
	{"per cent in words", "Output fell by 5 to 10 per cent.", "产量下降百分之五至十。", "5..10 range percent"},
	{"per cent in words, twice", "Output fell by 5 per cent to 10 per cent.", "产量下降百分之五至百分之十。", "5..10 range percent"},
	{"per cent with a hyphen", "Output fell by 5%-10%.", "产量下降 5-10%。", "5..10 range percent"},
	{"tenths", "Between 20 and 30 per cent of the tenants left.", "两成至三成租户离开。", "20..30 range percent"},
	{"points", "Turnout fell by 5 to 6 percentage points.", "投票率下降 5 至 6 个百分点。", "5..6 range percentage_point"},
	{"at least and up to", "At least 300 and up to 500 tenants left.", "300 至 500 名租户离开。", "300..500 range person"},
	{"at least and possibly as many as", "At least 300, and possibly as many as 500, tenants left.", "300 到 500 名租户离开。", "300..500 range person"},
	{"more than but fewer than", "More than 300 but fewer than 500 tenants left.", "300 至 500 名租户离开。", "300..500 range person"},
	{"between and more than", "Between 500 and more than 1,200 tenants left.", "500 至 1 200 名租户离开。", "500..1200 range person"},
	{"a change with both ends hedged", "The number of pupils rose from fewer than 500 to more than 1,200.", "学童人数从不到 500 名增至 1 200 多名。", "500 less_than child; 1200 more_than child"},
	{"hundreds, even thousands", "Hundreds, possibly thousands, of tenants left.", "数百甚至数千名租户离开。", "200..9999 indefinite person"},
	{"hundreds, even above a thousand", "Hundreds, even thousands, of tenants left.", "数百甚至上千名租户离开。", "200..9999 indefinite person"},
	{"hundreds and above, as people say", "Hundreds or thousands of tenants left.", "成百上千名租户离开。", "200..9999 indefinite person"},
	{"ages in a range", "Women aged 15-49 took part.", "15-49 岁妇女参加。", ""},
	{"days in a range", "The board met on 2-3 May.", "理事会 5 月 2-3 日开会。", ""},
	{"a telephone number in groups", "Call 1-222-555-0100.", "请拨打 1-222-555-0100。", ""},
	{"pages", "See pp. 5-10.", "见第 5-10 页。", ""},
	{"names with a number and a hyphen", "An AK-47, a T-72 and the 2-15 mark.", "AK-47 和 T-72。", ""},

	// Money in the currencies and by the signs that reports print.
	{"euros", "The fee was more than €45 million.", "费用超过 4 500 万欧元。", "45000000 more_than EUR"},
	{"pounds sterling", "The fee was about 45 million pounds sterling.", "费用约为 4 500 万英镑。", "45000000 about GBP"},
	{"pounds by their sign", "The fee was nearly £45 million.", "费用近 4 500 万英镑。", "45000000 less_than GBP"},
	{"Swiss francs by their letters", "The fee was about SwF 45 million.", "费用约 4 500 万瑞士法郎。", "45000000 about CHF"},
	{"CFA francs by their letters", "The fee was at least CFAF 45 million.", "费用至少 4 500 万非洲法郎。", "45000000 at_least XOF"},
	{"Kenya shillings", "The fee was up to K Sh 45 million.", "费用高达 4 500 万肯尼亚先令。", "45000000 at_most KES"},
	{"afghanis", "The fee was some 45 million afghanis.", "费用大约 4 500 万阿富汗尼。", "45000000 about AFN"},
	{"yen", "The fee was ¥45 million.", "费用为 4 500 万日元。", "45000000 exact JPY"},
	{"renminbi", "The fee was 45 million yuan.", "费用为人民币 4 500 万元。", "45000000 exact CNY"},
	{"other dollars", "The fees were Can$ 45 million and A$30 million.", "费用为 4 500 万加元和 3 000 万澳元。", "45000000 exact CAD; 30000000 exact AUD"},
	{"dollars of Hong Kong", "The fee was HK$ 45 million.", "费用为 4 500 万港元。", "45000000 exact HKD"},
	{"dinars of a State", "The fee was 45 million Tunisian dinars.", "费用为 4 500 万突尼斯第纳尔。", "45000000 exact TND"},
	{"shillings of a State", "The fee was 45 million Tanzania shillings.", "费用为 4 500 万坦桑尼亚先令。", "45000000 exact TZS"},
	{"francs of a State", "The fee was 45 million Rwandan francs.", "费用为 4 500 万卢旺达法郎。", "45000000 exact RWF"},
	{"rupees of a State", "The fee was 45 million Sri Lanka rupees.", "费用为 4 500 万斯里兰卡卢比。", "45000000 exact LKR"},
	{"letters and a small number", "Room LL 45 and form Rs 7 are new.", "第 45 室已启用。", ""},
	{"mortality per number", "Mortality was 223 per 100,000 live births.", "孕产妇死亡率为每 10 万例活产 223 人。", "223 exact person/100000"},
	{"per thousand", "The birth rate was 6 per thousand.", "出生率为 6‰。", "6 exact per_mille"},

	// Numbers as reports of the last thirty years print them.
	{"interval of uncertainty", "Last year 35 million [33.2 million–37.2 million] tenants left.", "去年有 3 500 万（3 320 万至 3 720 万）名租户离开。", "35000000 about person"},
	{"intervals in a comparison", "Some 240 000 [210 000–280 000] pupils left, down from 580 000 [530 000–640 000] a year before.", "大约 24 万名学童离开，上年为大约 58 万名学童。", "240000 about child; 580000 about child"},
	{"a change whose verb was said", "Demand rose from 3.2 to 4.5 million tenants and Chad's from 2.5 to 2.85 million.", "租户从 320 万人增至 450 万人，乍得的租户从 250 万人增至 285 万人。", "3200000 exact person; 4500000 exact person; 2500000 exact person; 2850000 exact person"},
	{"group of States in quotation marks", "She spoke for the \"Group of 77\" developing countries.", "她代表七十七国集团发言。", ""},
	{"or so much of the total", "Some 263 million pupils left. Some 63 million, or 24% of the total, are girls.", "大约 2.63 亿名学童离开。大约 6 300 万名学童（占总数的 24%）是女生。", "263000000 about child; 63000000 about child; 24 exact percent"},
	{"people inside their country", "The 4.8 million tenants include 40 teachers.", "480 万国内流离失所者包括 40 名教师。", "4800000 exact person; 40 exact person"},
	{"one who came to harm", "One person was killed.", "袭击造成一人死亡。", "1 exact person"},
	{"one who came to no harm", "One of the delegates spoke.", "一名代表发言，一人有一票。", ""},
	{"the noun close before", "The total number of tenants was 84 million.", "累计租户人数 8 400 万。", "84000000 exact person"},
	{"States of a council", "The 15 States met.", "安理会的 15 个理事国开会。", "15 exact state"},
	{"time in captivity", "She was held for 399 days.", "她被囚禁 399 天后获释。", "399 exact day"},
	{"a body named by a number", "The 1540 Committee met.", "1540 委员会开会。", ""},
	{"a unit named by a number", "Unit 8200 was named.", "第 8200 部队被点名。", ""},
	{"a calibre before its rounds", "They fired 7.62 mm rounds.", "他们发射了 7.62 毫米子弹。", ""},
	{"names that are numerals", "The attacks of 11 September were recalled.", "五台山和九一一袭击被提及。", ""},

	// Rates.
	{"per a number", "There were 134 cases per 100,000 population.", "每 10 万人中 134 例。", "134 exact case/100000"},
	{"per a unit of time", "Output reached 1.3 million barrels per day.", "日产量达 130 万桶。", "1300000 exact barrel"},
	{"money per a thing", "Wheat sold at $300 per ton.", "小麦售价为每吨 300 美元。", "300 exact USD"},
	{"a frequency counts nothing", "It reports once every four months.", "每四个月报告一次。", ""},

	// Nouns.
	{"compound noun", "The mission ran 15 child protection training sessions.", "特派团举办了 15 次儿童保护培训。", "15 exact workshop"},
	{"plural modifiers", "Twelve human rights officers came.", "十二名人权干事到场。", "12 exact person"},
	{"possessive name before the noun", "The crew carried 10 People’s Guard soldiers.", "机组运送了 10 名人民卫队士兵。", "10 exact person"},
	{"abbreviation before the noun", "Training reached 41 SPA/M members and 1 Popular Union (PU) member.", "培训惠及 41 名人民阵线成员和 1 名人民联盟成员。", "41 exact person; 1 exact person"},
	{"row of adjectives", "Police freed 263 Chadian, Malian and Togolese nationals.", "警方解救了 263 名乍得、马里和多哥国民。", "263 exact person"},
	{"hyphened modifier that is a stop word", "It held seven in-person workshops.", "举办了七个现场讲习班。", "7 exact workshop"},
	{"verb behind an unknown plural", "Four armed robberies targeted the staff.", "发生四起针对工作人员的持械抢劫。", "4 exact incident"},
	{"women who do something", "Three women teachers and 57 women members spoke.", "三名女教师和 57 名女议员发言。", "3 exact woman; 57 exact woman"},
	{"title before the noun", "Radio aired six “Peace in Sight” shows.", "电台播出六期节目。", "6 exact broadcast"},
	{"capital letters", "The team has 4 United Nations Volunteers.", "工作队有 4 名志愿人员。", "4 exact person"},
	{"great number before its noun, no classifier", "An estimated 249 million malaria cases occurred.", "估计有 2.49 亿疟疾病例。", "249000000 about case"},
	{"adjective shared with the next number", "Inspectors saw 5 regional and 12 country offices.", "视察员走访了 5 个区域办事处和 12 个国家办事处。", "5 exact office; 12 exact office"},
	{"calibre before the noun", "Eight 107-mm rockets fell.", "8 枚 107 毫米火箭弹落下。", "8 exact item"},
	{"type before the noun", "Two T-72 tanks burned.", "两辆 T-72 坦克起火。", "2 exact item"},
	{"bodies of the dead", "The grave held 93 bodies.", "坑内有 93 具尸体。", "93 exact body"},
	{"grades of posts", "The budget adds 3 P-5 and 2 General Service posts.", "预算增加 3 个 P-5 和 2 个一般事务员额。", "3 exact post; 2 exact post"},
	{"members of a committee", "A 21-member committee met.", "一个有 21 名成员的委员会开会。", "21 exact person"},
	{"States of a federation", "Protests spread to five states.", "抗议活动蔓延到五个州。", "5 exact constituent_state"},
	{"area and mass", "Teams cleared 1.2 million square metres and seized 1,345 kg of heroin.", "小组清理了 120 万平方米，缉获 1 345 公斤海洛因。", "1200000 exact square_metre; 1345 exact kilogram"},
	{"temperature and concentration", "Warming reached 1.2°C and carbon dioxide 420 ppm.", "升温 1.2℃，二氧化碳达 420 ppm。", "1.2 exact degree_celsius; 420 exact ppm"},
	{"currency told by its country before", "The Libyan dinar slid from 5.9 dinars to 7.3 dinars.", "利比亚第纳尔汇率从 5.9 第纳尔跌至 7.3 第纳尔。", "5.9 exact LYD; 7.3 exact LYD"},

	// Nouns left out.
	{"the noun of the sentence before its verb", "Of the 90 victims, 30 were released and 20 remained in custody.", "在 90 名受害者中，30 名获释，20 名仍被关押。", "90 exact person; 30 exact person; 20 exact person"},
	{"of a total", "Of 1,050 planned courses, 934 (89 per cent) took place.", "计划的 1 050 个课程中有 934 个（89%）开班。", "1050 exact course; 934 exact course; 89 exact percent"},
	{"part and whole", "Only 7 of 15 projects were completed.", "15 个项目中仅完成 7 个。", "7 exact project; 15 exact project"},
	{"set against the time before", "Police logged 1,234 incidents, compared with 987 a year earlier.", "警方记录 1 234 起事件，上年为 987 起。", "1234 exact incident; 987 exact incident"},
	{"set against a hedged count in a hedged number of places", "It logged 281 incidents in 96 countries, compared with more than 285 in at least 90.", "在 96 个国家记录 281 起事件，上年超过 285 起。", "281 exact incident; 96 exact state; 285 more_than incident"},
	{"hedged kinds in brackets", "The office has 25 officers (about 20 international and at least 5 national).", "办事处有 25 名干事（国际干事约 20 名，本国干事至少 5 名）。", "25 exact person; 20 about person; 5 at_least person"},
	{"object alone behind a verb of harm", "Gunmen attacked a bus, killing 3 and wounding 11 others.", "枪手袭击一辆客车，打死 3 人，另打伤 11 人。", "3 exact person; 11 exact person"},
	{"object alone behind another verb", "It received 42 requests, approved 38 and rejected 4.", "收到 42 份请求，批准 38 份，拒绝 4 份。", "42 exact application; 38 exact application; 4 exact application"},
	{"of which", "It logged 384 incidents, of which 381 involved checkpoints.", "记录 384 起事件，其中 381 起涉及检查站。", "384 exact incident; 381 exact incident"},
	{"in brackets behind what it is of", "Violations occurred in the north (24) and the south (11).", "北部（24 起）和南部（11 起）发生侵害事件。", "24 exact incident; 11 exact incident"},
	{"hedge over the verb", "It killed at least 35 farmers.", "袭击至少打死 35 名农民。", "35 at_least person"},
	{"approximation over the verb", "It killed about 35 farmers.", "袭击约打死 35 名农民。", "35 about person"},
	{"hedge with its own verb", "There were at least 24 attacks.", "至少有 24 起袭击。", "24 at_least attack"},
	{"hedge within a proportion", "About four in five returned.", "每五人中约有四人返回。", "80 about percent"},
	{"longest term", "He faces a prison sentence of up to 8 years.", "刑期最高达 8 年。", "8 at_most year"},
	{"strength", "Troops number 900 against an authorized strength of 1,200.", "部队有 900 人，核定人数为 1 200 人。", "900 exact person; 1200 exact person"},
	{"number of", "The number of refugees rose from 3.4 million to 4.6 million.", "难民人数从 340 万增至 460 万。", "3400000 exact person; 4600000 exact person"},
	{"hedge between a scale and its noun", "Some 2 million or more refugees returned.", "200 万以上的难民返回。", "2000000 at_least person"},
	{"one in a great number", "It struck one in 126 people.", "每 126 人就有一人受害。", "0.793650793650794 exact percent"},
	{"out of, beyond ten", "Only 13 out of 15 schools reopened.", "15 所学校中仅 13 所重新开放。", "13 exact school; 15 exact school"},
	{"more people than the States before them", "Some 3.2 billion people in 95 countries are at risk, and 1.2 billion are at high risk.", "95 个国家的约 32 亿人面临风险，12 亿人面临高风险。", "3200000000 about person; 95 exact state; 1200000000 exact person"},
	{"people of a State", "Some 2.7 million Sudanese fled.", "大约 270 万苏丹人逃离。", "2700000 about person"},
	{"more than one can count", "Thousands of people fled.", "数以千计的人逃离。", "2000..9999 indefinite person"},
	{"a unit that begins like a scale", "It yields 30 kilograms.", "产量为 30 千克。", "30 exact kilogram"},
	{"place and number", "Chad recorded 933 casualties, Mali 651 and Niger 580.", "乍得有 933 人伤亡，马里 651 人，尼日尔 580 人。", "933 exact person; 651 exact person; 580 exact person"},
	{"for every number", "There were 9 clinics for every 1,000 people.", "每 1 000 人有 9 个诊所。", "9 exact institution/1000"},
	{"value of an index", "The price index fell to 126.9.", "价格指数降至 126.9。", "126.9 exact index"},

	// Lengths of time: facts and mere dates.
	{"sentence", "He was sentenced to 20 years of imprisonment.", "他被判处 20 年徒刑。", "20 exact year"},
	{"expectancy", "Life expectancy dropped by 1.8 years.", "预期寿命下降 1.8 岁。", "1.8 exact year"},
	{"a course's length", "Officials took a three-week course.", "官员参加为期三周的课程。", "3 exact week"},
	{"a length that dates", "Two years after the accord, talks resumed.", "协议签署两年后，会谈恢复。", ""},

	// What counts nothing.
	{"days of months in a list", "Workshops took place on 11, 16 and 17 December and from 18 to 20 May.", "12 月 11 日、16 日和 17 日以及 5 月 18 日至 20 日举办了讲习班。", ""},
	{"references in a list", "Articles 3 to 7, paragraphs 4, 5 and 6 and Goals 5 and 8 apply.", "第 3 至 7 条、第 4、5 和 6 段以及目标 5 适用。", ""},
	{"indicator", "Indicator 5.6.1 was reviewed.", "指标 5.6.1 得到审查。", ""},
	{"resolution with its year", "Resolution 2625 (2022) was adopted at the 9012th meeting.", "第 9012 次会议通过第 2625(2022)号决议。", ""},
	{"names with digits", "The 2nd Brigade took Camp 3 on Route 4 with AK-47 rifles; the 5+5 Commission met.", "第 2 旅用 AK-47 步枪占领 4 号公路旁的 3 号营地；5+5 委员会开会。", ""},
	{"step of a scale", "Hunger reached phase 4, and a category 5 cyclone came near.", "饥饿达到第 4 阶段，第 5 级气旋逼近。", ""},
	{"time of day", "Shelling began at 9.30 a.m. and ended at 14:20.", "炮击于 9 时 30 分开始，14 时 20 分结束。", ""},
	{"place on the map", "Debris lay at 14°30'N and 75 km east of the port.", "残骸位于北纬 14.5 度、港口以东 75 公里处。", ""},
	{"telephone", "Call +1 212 555 0100.", "请拨打 +1 212 555 0100。", ""},
	{"ages of children", "Children under 5 were weighed.", "5 岁以下的儿童接受了称重。", ""},
	{"ages", "Persons aged 15 to 49 and under the age of 18 took part; a 12-year-old boy spoke.", "15 至 49 岁的人参加，一名 12 岁男孩发言。", ""},
	{"things named before", "The two sides met, and these three agreed.", "两国会晤并达成一致。", ""},
	{"one as an article", "One of the delegates gave one example.", "一名代表举了一个例子。", ""},
	{"a plan's phases", "A three-phase plan has two sides and four pillars.", "这项分阶段的计划有四个支柱和两个方面。", ""},
	{"ordinals in words", "Pay is due on the twenty-fourth of the month.", "第二十四届会议开幕。", ""},
	{"names of groups of States", "The Group of 77 and the G20 spoke.", "七十七国集团和二十国集团发言。", ""},
	{"slogans and words with numerals", "It was a one-off, two-way talk.", "“两个维护”十分重要，要千方百计、一心一意。", ""},
	{"centuries and decades", "In the 1960s and the twenty-first century it grew.", "20 世纪 60 年代和 21 世纪初有所增长。", ""},
	{"sayings", "On the one hand they agreed; on the other hand they did not.", "他们三番五次、七嘴八舌，五湖四海，一心一意。", ""},
	{"numbers of types", "The Boeing 737, version 2.0 and PM2.5 were named.", "提到了 2.0 版和 PM2.5。", ""},
	{"plan periods", "The period 2022–2025 and the year 2023/24 were covered.", "涵盖 2022-2025 年和 2023/24 年度以及“十四五”时期。", ""},
}

// TestExtract_constructions asks that both languages state the same by each construction, and nothing beside.
func TestExtract_constructions(t *testing.T) {
	words, err := vocabulary.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range constructions {
		t.Run(c.name, func(t *testing.T) {
			for language, text := range map[string]string{"en": c.en, "zh": c.zh} {
				var got []string
				for _, f := range found(t, words, language, text) {
					got = append(got, stated(f.Quantity))
				}
				if s := strings.Join(got, "; "); s != c.want && !sameStatements(s, c.want) {
					t.Errorf("%s\n got %q\nwant %q", text, s, c.want)
				}
			}
		})
	}
}

// stated is a quantity in the notation of the constructions.
func stated(q data.Quantity) string {
	number := ""
	if q.Value != nil {
		number = q.Value.String()
	} else {
		number = q.Low.String() + ".." + q.High.String()
	}
	per := ""
	if q.Per != "" && strings.Trim(q.Per, "0123456789") == "" {
		per = "/" + q.Per
	}
	return fmt.Sprintf("%s %s %s%s", number, q.Bound, q.Unit, per)
}

// sameStatements compares without regard to order: a whole stands before its part in one language and behind it in the other.
func sameStatements(a, b string) bool {
	left := strings.Split(a, "; ")
	for _, s := range strings.Split(b, "; ") {
		i := -1
		for k, l := range left {
			if l == s {
				i = k
				break
			}
		}
		if i < 0 {
			return false
		}
		left = append(left[:i], left[i+1:]...)
	}
	return len(left) == 0
}
