import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { readLabels } from '../../packages/aligner/src/document/writing/label.js';
import { align } from '../../packages/aligner/src/index.js';
import { sideFlags, textAsSide, textFlags } from '../../packages/aligner/src/pairs/flags/flags.js';
import { flagsOfTexts } from '../../packages/aligner/src/pairs/flags/flags-of-texts.js';
import { namedNumbers } from '../../packages/aligner/src/pairs/flags/named-numbers.js';
import { differingNumbers, numbersDiffer } from '../../packages/aligner/src/pairs/flags/numbers-differ.js';
import { wordsAsTheyAre } from '../../packages/aligner/src/pairs/flags/words-to-translate.js';
import { withRepeatsFlagged } from '../../packages/aligner/src/pairs/repeats.js';
import type { Language, PairSide, Segment } from '../../packages/aligner/src/types.js';

const side = (text: string, language: Language): PairSide =>
  textAsSide(text, language, readLabels(text, language)[0] ?? null);

const segment = (text: string, language: Language): Segment => side(text, language).segments[0]!;

const differ = (en: string, zh: string): boolean => numbersDiffer([segment(en, 'en')], [segment(zh, 'zh')]);

describe('a number before which only one side tells that it is a marker', () => {
  test.each([
    ['2.1 The rent is 1,450 euros.', '2.1 度假者须付1450欧元。', false],
    ['2.1 ferryctl', '2.1 命令 ferryctl', false],
    ['2.1 The rent is 1,450 euros.', '2.1 度假者须付1540欧元。', true],
    ['2.1 The rent is high.', '2.15 倍的租金很高。', true],
  ])('%s | %s: differ %s', (en, zh, expected) => {
    expect(differ(en, zh)).toBe(expected);
  });

  test('the marker is none of the numbers that are named', () => {
    expect(namedNumbers('2.1 The rent is 1,450 euros.', '2.1 百分之五的租金为1540欧元。')).not.toContain(
      '2.1',
    );
  });
});

describe('the same number, however it is written', () => {
  test.each([
    // Scales
    ['Output reached 1.39 trillion yuan.', '产值达1.39万亿元。'],
    ['Output reached 1.39 trillion yuan.', '产值达13,900亿元。'],
    ['It cost $5.3bn.', '耗资53亿美元。'],
    ['It cost US$5.3 billion.', '耗资53亿美元。'],
    ['The fund holds RMB 2 trillion.', '基金有2万亿元人民币。'],
    ['It sold 12.345 million tickets.', '售票1,234.5万张。'],
    ['It sold 12.345 million tickets.', '售票１，２３４．５万张。'],
    ['It sold 15,000 tickets.', '售票15，000张。'],
    ['It sold 15\u2009000 tickets.', '售票1.5万张。'],
    ['Half a million people came.', '来了50万人。'],
    ['Two and a half million people came.', '来了250万人。'],
    ['About 1.2 hundred million people came.', '来了大约1.2亿人。'],
    ['Three to five million people came.', '来了300万至500万人。'],
    ['It takes 3-5 million.', '需要300万—500万。'],
    ['It takes 30,000 to 50,000.', '需要3至5万。'],
    ['More than 300,000 came.', '来了30多万人。'],
    ['More than 3,000 came.', '来了三千余人。'],
    ['The budget is NT$2 trillion.', '預算2兆元。'],
    ['The budget is 120 million dollars.', '預算一億二千萬元。'],
    ['A memory of 5 megabytes', '5兆字节的内存'],
    ['A load of 5 kilograms', '5千克的载荷'],
    ['It holds 500 kilobits.', '可存500千比特。'],
    // Percentages and parts
    ['60% of the boats', '百分之六十的船'],
    ['60 percent of the boats', '60％的船'],
    ['Sixty per cent of the boats', '60%的船'],
    ['60 % of the boats', '六成的船'],
    ['60\u00a0% of the boats', '60%的船'],
    ['60\u202f% of the 3\u00a0million boats', '300万艘船的60%'],
    ['At 3\u00a0p.m.', '15:00'],
    ['75% of the boats', '七成五的船'],
    ['3% to 5%', '3%—5%'],
    ['3 to 5 percent', '3%—5%'],
    ['3 to 5 percent', '百分之三到五'],
    ['$3.5$ per cent', '$3.5\\%$'],
    ['$3.5$ percentage points', '$3.5$个百分点'],
    ['12% compared with 2023', '与上年同期相比增长12%'],
    ['12% on 2023, in 2024', '2024年较上年增长12%'],
    ['130,002 passengers in fiscal 2023/24', '2023至2024财年旅客13万零2人次'],
    ['from $100,000 to $500,000', '$10$万到$50$万'],
    ['3 percentage points higher', '高出三个百分点'],
    ['3 percentage points higher', '高出3百分点'],
    ['Two-thirds of the crew', '三分之二的船员'],
    ['Three-quarters of the crew', '四分之三的船员'],
    ['3/4 of the crew', '四分之三的船员'],
    ['A third of the crew', '三分之一的船员'],
    ['The fifth part of the crew', '五分之一的船员'],
    ['20% of the crew', '五分之一的船员'],
    ['One in five sailors', '五分之一的水手'],
    ['3 out of 10 sailors', '十分之三的水手'],
    ['50% of the crew', '半数船员'],
    ['Half of the crew', '50%的船员'],
    ['0.3% of the cargo', '千分之三的货物'],
    ['0.3% of the cargo', '3‰的货物'],
    ['.5 metres', '0.5米'],
    ['2½ hours', '两个半小时'],
    ['2.5 hours', '两个半小时'],
    ['Two and a half years', '两年半'],
    ['30 months', '两年半'],
    ['20% off', '打八折'],
    // Times
    ['It grew 1.5 times.', '增至1.5倍。'],
    ['It increased by 50 percent.', '增至1.5倍。'],
    ['The 2.5-fold growth', '增长1.5倍'],
    ['Output doubled in 2020.', '2020年产量翻一番。'],
    ['Output rose by 100% in 2020.', '2020年产量增长一倍。'],
    ['Output quadrupled in 2020.', '2020年产量翻两番。'],
    ['Output tripled in 2020.', '2020年产量增至3倍。'],
    // Words
    ['One hundred and ninety boats', '190艘船'],
    ['Some 190 boats', '约一百九十艘船'],
    ['2 boats', '两艘船'],
    ['Both boats, 2 of them', '两艘船'],
    ['A pair of boats', '2艘船'],
    ['A dozen eggs', '12个鸡蛋'],
    ['The past two decades', '过去20年'],
    ['A decade later', '10年后'],
    ['24 boats', '廿四艘船'],
    ['123 yuan', '壹佰贰拾叁元'],
    ['3 yuan', '叁元'],
    ['105 pages', '一百零五页'],
    ['Thirty or forty boats', '30到40艘船'],
    ['30 to 40 boats', '三四十艘船'],
    ['15 or 16 boats', '十五六艘船'],
    ['700 or 800 boats', '七八百艘船'],
    ['20 taels of silver', '二十两银子'],
    ['The 20th congress', '第二十次大会'],
    ['The twentieth congress', '第20次大会'],
    ['The twentieth congress', '二十大'],
    ['The 1st boat', '第一艘船'],
    ['Their first 1 km', '首个一公里'],
    ['Five and thirty years', '三十五年'],
    ['Fourscore and seven years ago', '87年前'],
    ['All 0 of them', '一个都没有'],
    // Years, decades, centuries
    ['In 2023', '2023年'],
    ['In 2023', '二〇二三年'],
    ['In 2023', '二○二三年'],
    ["In '95", '1995年'],
    ['In 1995', '95年'],
    ['In 1949', '民国38年'],
    ['In the 21st century', '二十一世纪'],
    ['In the twenty-first century', '21世纪'],
    ['In the 1990s', '上世纪九十年代'],
    ['In the 1990s', '20世纪90年代'],
    ['In the 1990s', '20 世纪 90 年代'],
    ['In the 1990s', '1990年代'],
    ['In the 90s', '90年代'],
    ['In the nineties', '90年代'],
    ['In the 90s of the 20th century', '20世纪90年代'],
    ['In the early 2000s', '本世纪初'],
    ['In 2019-2020', '2019至2020年'],
    ['In 2019/20', '2019—2020财政年度'],
    ['In FY2023/24', '2023/2024财年'],
    ['In 1997-98', '1997至1998年'],
    ['The 14th Five-Year Plan', '“十四五”规划'],
    ['The Thirteenth Five-Year Plan', '“十三五”时期'],
    // Dates and times
    ['In March 2020', '2020年3月'],
    ['In March 2020', '二〇二〇年三月'],
    ['On 1 October 2020', '2020年10月1日'],
    ['On October 1st, 2020', '2020年10月1日'],
    ['On Oct. 1, 2020', '2020年十月一日'],
    ['At 3 p.m.', '下午3点'],
    ['At 3 p.m.', '15:00'],
    ['At 3pm', '十五时'],
    ['At 3:30 p.m.', '下午三点半'],
    ['At 15:45', '下午三点三刻'],
    ['At 3:00', '3点'],
    ['At a quarter to ten', '九点四十五分'],
    ['At ten minutes to five', '4:50'],
    ['At 8.15 in the evening', '晚上8:15'],
    ['At 0830 hours', '8:30'],
    ['In the year ended 31 December 2022', '2022年度'],
    ['In the early 2000s', '21世纪初'],
    // Money and discounts
    ['It costs 3.50 yuan.', '三块五。'],
    ['It costs 3.50 yuan.', '3元5角。'],
    ['It costs 12.80 yuan.', '十二块八。'],
    ['It costs 12.6 cents.', '花费0.126元。'],
    ['Shirts are 15% off.', '衬衫八五折。'],
    ['The rate rose by 25 basis points.', '利率上调0.25个百分点。'],
    ['A loss of RMB (3.4) million', '亏损人民币-340万元'],
    ["Sales (RMB'000) 845,300", '销售额84,530万元'],
    ['It earned RMB100m.', '收入1亿元。'],
    ['It has 1.2k readers.', '有1200名读者。'],
    ['It earned 1.2 lakh crore rupees.', '收入1.2万亿卢比。'],
    ['It cost between 3.5 and 4 million.', '耗资350万至400万。'],
    ['It cost one and a half million yuan.', '耗资一百五十万元。'],
    ['It cost 1 trillion.', '耗资上万亿。'],
    ['It cost 4 210 euros.', '耗资4210欧元。'],
    ["It cost 1'500 francs.", '耗资1500法郎。'],
    ['Call (010) 6552 3456.', '请拨打010-65523456。'],
    // Units
    ['He is 1.80 m tall.', '他身高1米8。'],
    ['He is 1.83 m tall.', '他身高1米83。'],
    ['It weighs 2.35 kg.', '重2公斤350克。'],
    ['It weighs 250 g.', '重半斤。'],
    ['It is 10 km long.', '长20里。'],
    ['It is 1,500 m long.', '长1.5公里。'],
    ['It covers 2 hectares.', '占地30亩。'],
    ['It takes 48 hours.', '需要两天。'],
    ['It takes 18 months.', '需要一年半。'],
    ['It takes a year and a half.', '需要18个月。'],
    ['Take 1 1/2 cups of flour.', '取1.5杯面粉。'],
    ['A count of 10^9', '计数为10⁹'],
    ['One in five was late.', '20%的人迟到。'],
    ['All of it: 100%', '全部'],
    ['At 11.15 p.m.', '23:15'],
    ['At 12.15 a.m.', '0:15'],
    ['At 6.30 a.m.', '早上六点半'],
    ['From 6.30 to 10.00 p.m.', '18:30至22:00'],
    ['From 2 to 4.45 p.m.', '下午2:00—4:45'],
    ['At 8:30 a.m.', '上午8.30'],
    ['Open 9:00-11:30 a.m.', '开放时间：上午9.00～11.30'],
    ['Open 8.30–17.30', '8:30—17:30开放'],
    ['The gate closes at 21.45.', '21点45分关门。'],
    ['It rose from 8.30 to 17.25 metres.', '由8.30米升至17.25米。'],
    ["At 3 o'clock", '3点钟'],
    ['At noon', '中午12点'],
    ['At midnight', '零点'],
    ['In 2 weeks', '14天后'],
    ['In a fortnight', '2周后'],
    // Names and codes
    ['COVID-19 in 2020', '2020年的新冠肺炎'],
    ['COVID-19 in 2020', '2020年的COVID-19'],
    ['The G20 summit', '20国集团峰会'],
    ['Sales in Q3', '第3季度销售额'],
    ['World War II', '二战'],
    ['World War II', '第2次世界大战'],
    ['See Chapter IV below', '见下文第4章'],
    ['Call +86 10 6552 3456.', '请拨打+86 10 6552 3456。'],
    ['Read Section 2(a)(1).', '请读第二条a款第(1)项。'],
    ['The score was 1-0 in the 25th minute.', '第25分钟比分为1:0。'],
    // Signs are words as often as signs
    ['At -5 degrees', '零下5度'],
    ['At minus 5 degrees', '零下五度'],
    ['It fell 3.2%.', '增长-3.2%。'],
    ['Covid-19 spread.', '新冠肺炎扩散了。'],
    ['3Com sold it.', '该公司将其售出。'],
    // Units after formulas, and what follows a unit
    ['It carried 130,002 people.', '载客13万零2人。'],
    ['It carried 130,002 people.', '载客13万零二人。'],
    ['It carried 100,000,520 people.', '载客1亿零五百二十人。'],
    ['It carried 12,345 people.', '载客1万2345人。'],
    ['From 100,000 to 500,000 yuan', '$10$万到$50$万元'],
    ['From $10$ to $50$ million yuan', '$1000$万至$5000$万元'],
    ['Output fell by $12\\%$.', '产量下降12%。'],
    // Years that are counted from another
    ['Revenue rose by 5 % over 2023.', '营业收入同比增长5%。'],
    ['In 2024 revenue rose by 5 % over 2023.', '2024年，营业收入较上年增长5%。'],
    ['Revenue rose by 5 % year on year.', '营业收入比2023年增长5%。'],
    ['Compared with the same period of 2023, it fell by 5 %.', '与上年同期相比，下降5%。'],
    ['Costs rose last year.', '2023年成本上升。'],
    ['In fiscal year 2023/24 it doubled.', '2023至2024财年翻了一番。'],
    ['In FY24 it doubled.', '2024财年翻了一番。'],
    // Sums of old
    ['Six hundred thousand and three thousand and five hundred and fifty men', '六十万零三千五百五十人'],
    ['Seven and thirty thousand and five hundred sheep', '三万七千五百只羊'],
    ['He was ninety years old and nine.', '他九十九岁。'],
    // Units that the other language does not count in
    ['It takes 60 minutes.', '需要一小时。'],
    ['It takes two hours.', '需要120分钟。'],
    ['The warranty is 24 months.', '保修期两年。'],
    ['It took 15 months.', '历时一年零三个月。'],
    ['It took 1 hour 45 minutes.', '历时105分钟。'],
    ['It is 25 cm long.', '长250毫米。'],
    ['It holds 500 ml.', '容量0.5升。'],
    ['It weighs 1.5 tonnes.', '重1500公斤。'],
    ['The plant has 1.2 GW, in two units of 600 MW.', '电厂装机120万千瓦，由两台60万千瓦机组构成。'],
    ['150 GWh of power', '1.5亿千瓦时电量'],
    ['The lake is 5 miles long.', '湖长8公里。'],
    ['He is six feet tall.', '他身高一米八。'],
    ['She is five feet four and weighs 130 pounds.', '她身高一米六零，体重六十公斤。'],
    ['The farm has 100 acres.', '农场有600亩地。'],
    ['It reached 100 degrees Fahrenheit.', '气温达38摄氏度。'],
    ['He swam it in 50.45 seconds.', '他用时50秒45。'],
    ['It is 1.85 metres tall.', '高一米八五。'],
    ['It costs 3.25 yuan.', '三块二毛五。'],
    ['It costs 50 cents.', '五毛钱。'],
    ['They raised 500 million yuan.', '他们筹了5个亿。'],
    // What is measured in one unit here and in another one there
    ['Five years', '60个月'],
    ['Within 72 hours', '三日内'],
    ['5 hectares', '5万平方米'],
    ['1,200 square metres', '0.12公顷'],
    ['Dissolve 0.25 g', '取250毫克'],
    ['18 months old', '1岁半'],
    ['60 miles an hour', '每小时96公里'],
    ['60 miles an hour', '每小时97公里'],
    ['It is 5 feet 10.', '高178厘米。'],
    ['The first three quarters of 2023', '2023年前三季度'],
    ['For two quarters in a row', '连续两个季度'],
    // What is more stands within the numeral
    ['More than 850 million boats', '八亿五千多万艘船'],
    ['More than 850 million boats', '8亿5000多万艘船'],
    ['More than a million boats', '百余万艘船'],
    ['More than 30 million boats', '三千多万艘船'],
    // Parts of units
    ['It rose by half a percentage point.', '上升0.5个百分点。'],
    ['It rose by three quarters of a percentage point.', '上升0.75个百分点。'],
    ['It cost a quarter of a billion.', '耗资2.5亿。'],
    ['A million and a half people came.', '来了150万人。'],
    ['It lasted three quarters of an hour.', '持续了45分钟。'],
    ['It is about half a kilometre away.', '约500米远。'],
    ['A thousandth of its width', '其宽度的千分之一'],
    ['5 parts per million', '百万分之五'],
    ['18 per 1,000 live births', '千分之十八'],
    ['Interest at 8% p.a.', '年息8厘'],
    ['An error of 3.1 points', '误差3.1个百分点'],
    ['A mere 10% were new.', '只有一成是新的。'],
    ['The rate rose by 1 percentage point.', '利率上升一个百分点。'],
    ['By more than 60 percentage points', '六十多个百分点'],
    // What two numbers have in common
    ['Some 70 to 80 percent', '七至八成'],
    ['Some 70 to 80 percent', '七八成'],
    ['20 to 30 percent off', '七到八折'],
    ['70 or 80 percent', '百分之七八十'],
    ['2-3 million visitors', '两三百万游客'],
    // Years, names, and what need not come again
    ['He was born in nineteen forty-nine.', '他生于一九四九年。'],
    ['Sales rose in 4Q22.', '2022年第四季度销售额上升。'],
    ['It was fixed at 7.1 yuan to the dollar.', '定为1美元兑7.1元。'],
    ['The fourteenth team asked Wang Er.', '队里问王二。'],
    ['Two of us saw Xiaosi.', '我们见到了小四。'],
    ['Up sixfold', '增至6倍'],
    ['About two dozen people came.', '来了二十多人。'],
    ['In 1891 the school was founded.', '光绪十七年，学校创立。'],
    ['In 1736 the temple was built.', '乾隆元年建寺。'],
    ['During 2000 they spent twice as much.', '2000年的支出比1998年多一倍。'],
    // Rounded to fewer decimals
    ['Sales reached RMB 1,234.6 million.', '销售额达12.3亿元。'],
    ['At 2.7255 K', '温度为2.726K'],
    // Figures of speech and what has no like
    ['They walked and walked.', '他们走了十万八千里。'],
    ['It fell to pieces.', '它摔得七零八落。'],
    ['Thousands of boats', '上千艘船'],
    ['First of all, look.', '首先，请看。'],
    ['Article 3 It floats.', '第三条 它会浮。'],
    ['1. It floats.', '5. 它会浮。'],
    ['(12) It floats.', '（十三）它会浮。'],
    ['(10) It floats.', '（一）它会浮。'],
  ])('%s = %s', (en, zh) => {
    expect(differ(en, zh)).toBe(false);
  });
});

describe('another number', () => {
  test.each([
    // What is measured is no plain number
    ['Article 06 A term of five years', '第六十条 任期五年'],
    ['The term of 06 men is five years.', '60人的任期为五年。'],
    ['It took 2 minutes and 210 men.', '用了2分钟，120人。'],
    ['21 kilos, for 5,000 men', '12公斤，供5000人'],
    // Of one eighth, the one is in each text
    ['One in eight sailors', '二分之一的水手'],
    ['A third of the crew', '六分之一的船员'],
    ['In the fourth quarter', '第七季度'],
    // A marker of a list of which two digits are exchanged
    ['(21) It floats.', '（十二）它会浮。'],
    ['12. It floats.', '21. 它会浮。'],
    ['Output reached 1.39 trillion yuan.', '产值达1.39亿元。'],
    ['Output reached 1.39 billion yuan.', '产值达13.9万元。'],
    ['It cost $5.3bn.', '耗资5.3亿美元。'],
    ['It cost $12.', '耗资0.12美元。'],
    ['It carried 130,002 people.', '载客13万零3人。'],
    ['From 100,000 to 500,000 yuan', '$10$万到$60$万元'],
    ['In 2024 revenue rose by 5 % over 2022.', '2024年，营业收入较上年增长5%。'],
    ['Revenue rose by 5 % over 2023.', '营业收入同比增长6%。'],
    ['Revenue rose by 5 % over 2023.', '营业收入比2022年增长5%。'],
    ['In Covid-19 wards', '在Covid-20病房'],
    ['Seven and thirty thousand and five hundred sheep', '三万七千六百只羊'],
    ['It sold 15,000 tickets.', '售票15，500张。'],
    ['It takes 3-5 million.', '需要300万—600万。'],
    ['The budget is NT$2 trillion.', '預算3兆元。'],
    ['60% of the boats', '百分之七十的船'],
    ['Sixty percent of the boats', '百分之七十的船'],
    ['60% of the boats', '60艘船'],
    ['60 % of the boats', '七成的船'],
    ['3 to 5 percent', '3%—6%'],
    ['Two-thirds of the crew', '四分之三的船员'],
    ['3 out of 10 sailors', '十分之七的水手'],
    ['0.3% of the cargo', '百分之三的货物'],
    ['It increased by 40 percent.', '增至1.5倍。'],
    ['One hundred and ninety boats', '180艘船'],
    ['One hundred and ninety boats', '一百八十艘船'],
    ['Three boats', '四艘船'],
    ['12 boats', '二十一艘船'],
    ['24 boats', '廿五艘船'],
    ['123 yuan', '壹佰贰拾肆元'],
    ['The 20th congress', '第二十一次大会'],
    ['In 2023', '2024年'],
    ['In 2023', '二〇二四年'],
    ['In 1995', '96年'],
    ['In the 9170s', '70年代'],
    ['In the 1990s', '20世纪80年代'],
    ['In the 1990s', '上世纪八十年代'],
    ['In the 90s', '80年代'],
    ['In the 21st century', '20世纪'],
    ['In 2019-2020', '2019至2021年'],
    ['In 2019/20', '2019—2021财政年度'],
    ['The 14th Five-Year Plan', '“十三五”规划'],
    ['In March 2020', '2020年5月'],
    ['On 1 October 2020', '2020年10月3日'],
    ['At 3 p.m.', '下午4点'],
    ['At 3 p.m.', '16:00'],
    ['At 3:30 p.m.', '下午3点40分'],
    ['At a quarter to ten', '9:30'],
    ['In the year ended 31 December 2022', '2021年度'],
    ['It costs 3.50 yuan.', '三块六。'],
    ['It costs 3.50 yuan.', '3元6角。'],
    ['He is 1.83 m tall.', '他身高1米38。'],
    ['It takes 18 months.', '需要两年半。'],
    ['Shirts are 15% off.', '衬衫七五折。'],
    ['The rate rose by 25 basis points.', '利率上调0.2个百分点。'],
    ['It cost 4 210 euros.', '耗资4120欧元。'],
    ['It covers 3 hectares.', '占地30亩。'],
    ['One in five was late.', '25%的人迟到。'],
    ['At 11.15 p.m.', '23:45'],
    ['At 11.15 p.m.', '22:15'],
    ['It rose by 6.30 metres.', '上涨了6次，共30米。'],
    ['The G20 summit', 'G7峰会'],
    ['COVID-19', 'COVID-91'],
    ['Sales in Q3', '第4季度销售额'],
    ['See Chapter IV below', '见下文第5章'],
    ['Call +86 10 6552 3456.', '请拨打+86 10 6552 3465。'],
    ['Read Section 2(a)(4).', '请读第二条a款第(1)项。'],
    ['Article 3 It floats.', '第四条 它会浮。'],
    ['Section 7 Boats', '第一条 船'],
    ['It takes 60 minutes.', '需要两小时。'],
    ['The warranty is 24 months.', '保修期三年。'],
    ['It took 1 hour 45 minutes.', '历时115分钟。'],
    ['It is 25 cm long.', '长240毫米。'],
    ['150 GWh of power', '1.5万千瓦时电量'],
    ['The lake is 5 miles long.', '湖长9公里。'],
    ['She is five feet four and weighs 130 pounds.', '她身高一米八零，体重六十公斤。'],
    ['The farm has 100 acres.', '农场有500亩地。'],
    ['It reached 100 degrees Fahrenheit.', '气温达83摄氏度。'],
    ['He swam it in 50.45 seconds.', '他用时50秒54。'],
    ['It is 1.85 metres tall.', '高一米五八。'],
    ['They raised 500 million yuan.', '他们筹了6个亿。'],
    ['It rose by half a percentage point.', '上升0.4个百分点。'],
    ['It cost a quarter of a billion.', '耗资5.2亿。'],
    ['5 parts per million', '百万分之六'],
    ['Some 70 to 80 percent', '六至九成'],
    ['He was born in nineteen forty-nine.', '他生于1994年。'],
    ['In 1891 the school was founded.', '光绪十九年，学校创立。'],
    ['In 2000 they spent twice as much as in 1998.', '2000年的支出比1999年多一倍。'],
    ['Within thirty (30) days', '三十（20）日内'],
    ['Sales reached RMB 1,234.6 million.', '销售额达13.2亿元。'],
    ['It rose to 12,345.', '增至12354。'],
    ['It rose to 2.725.', '增至2.752。'],
    ['There were 136 of them.', '有好多。'],
    ['There were many of them.', '有136个。'],
  ])('%s ≠ %s', (en, zh) => {
    expect(differ(en, zh)).toBe(true);
  });
});

test('labels and numbers are looked at in every segment of a side', () => {
  const zh = ['河宽20米。', '桥长30米。'].map((text) => segment(text, 'zh'));
  expect(numbersDiffer([segment('It is 20 metres wide; the bridge has 30.', 'en')], zh)).toBe(false);
  expect(numbersDiffer([segment('It is 20 metres wide; the bridge has 40.', 'en')], zh)).toBe(true);
});

test.each(['1,', '一', '3p', 'one and ', '二三', '1:', '90s ', 'G2 ', '(1)'])(
  'a long text of %j is no trouble',
  (piece) => {
    const text = piece.repeat(60_000 / piece.length);
    expect(typeof differ(text, text)).toBe('boolean');
  },
);

describe('lengths', () => {
  const flagged = (en: string, zh: string): boolean =>
    textFlags(side(en, 'en'), side(zh, 'zh')).has('length-ratio');
  const english = 'The ferry leaves the old harbour every morning, whatever the weather.';
  const chinese = '无论天气如何，渡船每天早晨都从旧港口出发。';

  test.each([
    [english, chinese, false],
    [english, chinese.repeat(3), true],
    [`${english} ${english} ${english}`, chinese, true],
    [english, '渡船。', true],
    ['Yes.', '是的，船长，遵命。', false],
    ['Stop!', '停！', false],
    ['Congratulations!', '恭喜！', false],
    // Latin letters in Chinese count as letters.
    ['Write to harbour-office@ferry.example now.', '现在写信给 harbour-office@ferry.example。', false],
    [`${english} `.repeat(40), chinese.repeat(40), false],
    [`${english} `.repeat(40), chinese.repeat(44), false],
  ])('%#', (en, zh, expected) => {
    expect(flagged(en, zh)).toBe(expected);
  });
});

describe('untranslated', () => {
  test.each([
    ['The old harbour', 'The old harbour', true],
    ['The old harbour', 'THE OLD HARBOUR。', true],
    ['THE OLD HARBOUR', 'THE OLD HARBOUR', true],
    ['Lost property', 'Ｌｏｓｔ property', true],
    ['cancel', 'cancel', true],
    ['Beware!', 'Beware!', true],
    ['12.3. Remote diagnosis: nmap', '12.3. Remote diagnosis: nmap', true],
    [
      'Ask at HBR-2 or write to harbour@ferry.example.',
      'Ask at HBR-2 or write to harbour@ferry.example.',
      true,
    ],
    ['老港口', '老港口', true],
    // Nothing in these is translated.
    ['FAQ', 'ＦＡＱ', false],
    ['4.2. LaTeX', '4.2. LaTeX', false],
    ['→ https://ferry.example/the-old-harbour', '→ https://ferry.example/the-old-harbour', false],
    ['V:156, I:601', 'V:156,I:601', false],
    ['/etc/init.d/ferry.sh --no_wait', '/etc/init.d/ferry.sh --no_wait', false],
    ['2020', '2020', false],
    ['——', '——', false],
    ['FAQ', '常见问题', false],
    ['The old harbour', 'The new harbour', false],
  ])('%s | %s', (en, zh, expected) => {
    expect(textFlags(side(en, 'en'), side(zh, 'zh')).has('untranslated')).toBe(expected);
  });
});

describe('the same in both languages', () => {
  const HANDBOOK = [
    '用 ferryctl 查看当天的船期，用 dock-tool 管理码头上的全部泊位。',
    '子命令 list 列出船期，sail 让渡船出发，moor 让渡船靠岸，board 让旅客上船，fuel 给渡船加油。',
    '子命令 tow 拖走渡船，bunker 补给煤炭，berth 分配泊位，pilot 请求引航，steer 设定航向。',
    '模块 tide 报告潮汐，wind 报告风速，wave 报告浪高，radar 和 sonar 寻找障碍，buoy 检查航标。',
    '模块 chart 显示海图，log 记录航程，crew 管理船员，Keel 计算吃水，fare 计算票价。',
    'The harbour master said that nobody had translated this sentence yet.',
  ].map((text) => segment(text, 'zh'));
  const LETTER = ['渡船中午出发。', '请带上 FAQ。'].map((text) => segment(text, 'zh'));
  const untranslated = (text: string, chinese: readonly Segment[]): boolean =>
    textFlags(side(text, 'en'), side(text, 'zh'), { asTheyAre: wordsAsTheyAre(chinese) }).has('untranslated');

  test.each([
    ['8.1.1. ferryctl', false, true],
    ['ferryctl list --all', false, true],
    ['2.3 Keel', false, true],
    // Named in a table only, among many such names.
    ['mooringd', false, true],
    ['ferryctl sail northwards', false, true],
    // A phrase, a heading and a sentence are no commands, whatever the Chinese text has.
    ['list of all berths', true, true],
    ['Harbour master', true, true],
    ['harbour master on duty', true, true],
    ['The ferryctl list is empty.', true, true],
    ['Use the radar.', true, true],
  ])('%s: untranslated in a handbook %s, in a letter %s', (text, inHandbook, inLetter) => {
    expect([untranslated(text, HANDBOOK), untranslated(text, LETTER)]).toEqual([inHandbook, inLetter]);
  });

  test('neither side of it is in a wrong language then', () => {
    expect([...flagsOfTexts('4.2. LaTeX', '4.2. LaTeX')]).toEqual([]);
    expect([...flagsOfTexts('4.2. Harbour', '4.2. Harbour')]).toEqual(['untranslated']);
    expect([...flagsOfTexts('4.2. LaTeX', '4.2. PostScript')]).toEqual(['wrong-language']);
  });

  test('in an alignment, whose Chinese text tells what it leaves as it is', async () => {
    const { pairs } = await align({
      en: '1. ferryctl\n\nStart ferryctl before the ferry leaves.\n\n2. Lost property\n\nAsk at the kiosk.\n',
      zh: '1. ferryctl\n\n渡船出发前启动 ferryctl。\n\n2. Lost property\n\n请到售货亭询问。\n',
    });
    expect(pairs.map(({ en, flags }) => [en.text, flags.join(' ')])).toEqual([
      ['1. ferryctl', ''],
      ['Start ferryctl before the ferry leaves.', ''],
      ['2. Lost property', 'untranslated wrong-language'],
      ['Ask at the kiosk.', ''],
    ]);
  });
});

describe('wrong language', () => {
  test.each<[string, Language, boolean]>([
    ['The ferry leaves at noon.', 'zh', true],
    ['渡船中午出发。', 'en', true],
    ['渡船中午出发。', 'zh', false],
    ['The ferry (渡船) leaves at noon.', 'en', false],
    ['The ferry (渡船) leaves the old harbour at noon.', 'zh', true],
    ['请打开 the-harbour-timetable.pdf。', 'zh', false],
    ['请写信到 harbour-office@old-ferry-company.example', 'zh', false],
    ['12:00', 'zh', false],
  ])('%s as %s', (text, language, expected) => {
    expect(sideFlags([segment(text, language)]).has('wrong-language')).toBe(expected);
  });
});

describe('repeats', () => {
  const flags = (...pairs: readonly (readonly [en: string, zh: string])[]): string[] =>
    finish(
      withRepeatsFlagged(
        pairs.map(([en, zh], index) => ({
          en: side(en, 'en'),
          zh: side(zh, 'zh'),
          score: 1,
          bead: '1-1',
          flags: [],
          index,
        })),
      ),
    ).map((pair) => pair.flags.join(' '));

  test.each<[string, string[], ...[string, string][]]>([
    ['the same pair', ['', 'duplicate'], ['A boat.', '一条船。'], ['A boat.', '一条船。']],
    ['white space', ['', 'duplicate'], ['A  boat.', '一条船。'], [' A\u00a0boat.', '一条\u200b船。']],
    ['another translation', ['conflict', 'conflict'], ['A boat.', '一条船。'], ['A boat.', '一艘船。']],
    ['another source', ['conflict', 'conflict'], ['A boat.', '一条船。'], ['A ship.', '一条船。']],
    ['a final stop', ['', ''], ['A boat.', '一条船。'], ['A boat.', '一条船']],
    ['width', ['', ''], ['It is 3.', '是3。'], ['It is 3.', '是３．']],
    ['case', ['', ''], ['A boat.', '一条船。'], ['A BOAT.', '一条船。']],
    ['a clause marker', ['', ''], ['1. A boat.', '1. 一条船。'], ['2. A boat.', '2. 一艘船。']],
  ])('%s', (_, expected, ...pairs) => {
    expect(flags(...pairs)).toEqual(expected);
  });
});

describe('numbers that differ are named', () => {
  test.each([
    ['In 2024 it cost 5 yuan.', '它花费5元。', ['2024'], []],
    ['It carried 1.2 million people.', '载客130万人，20人受伤。', ['1.2 million'], ['130万', '20']],
    ['G20 met.', 'G7开会。', ['G20'], ['G7']],
  ])('%s | %s', (en, zh, english, chinese) => {
    expect(differingNumbers([segment(en, 'en')], [segment(zh, 'zh')])).toEqual({ en: english, zh: chinese });
  });
});
