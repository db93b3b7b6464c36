/** Sentences of a town chronicle and their translations, each unlike all others: to be put in another order. */
export const CHRONICLE: readonly (readonly [en: string, zh: string])[] = [
  ['The orchard on the hill was planted by two brothers in 1907.', '山上的果园是两兄弟在1907年种下的。'],
  ['Their first harvest filled only three baskets with sour apples.', '他们的第一次收成只装满三筐酸苹果。'],
  ['A railway reached the valley twelve years later.', '十二年后，铁路修到了山谷。'],
  ['The station clock still runs seven minutes slow.', '车站的时钟至今仍慢七分钟。'],
  [
    'Farmers sold cherries and honey to passengers through the windows.',
    '农民隔着车窗向乘客出售樱桃和蜂蜜。',
  ],
  ['In autumn the school closed so that pupils could pick pears.', '秋天学校停课，让学生去摘梨。'],
  [
    'The teacher wrote a song about wasps, which nobody has forgotten.',
    '老师写了一首关于黄蜂的歌，没有人忘记它。',
  ],
  ['A flood destroyed the wooden bridge in the spring of 1931.', '1931年春天，洪水冲毁了木桥。'],
  ['For two months the doctor crossed the river by rope.', '有两个月，医生靠绳索过河。'],
  ['The new bridge is built of grey stone and has five arches.', '新桥用灰色石头建成，有五个拱。'],
  ['Swallows nest beneath it every summer.', '每年夏天燕子在桥下筑巢。'],
  ['The cinema opened with a silent film about a whale.', '电影院开张时放映了一部关于鲸鱼的无声电影。'],
  ['Tickets cost one egg or two potatoes.', '门票是一个鸡蛋或两个土豆。'],
  ['After the war the bakery was the only shop with glass windows.', '战后，面包店是唯一有玻璃窗的商店。'],
  ['Its oven has never been cold since then.', '从那以后它的烤炉从未冷过。'],
  [
    'The mayor bought a tractor and taught his daughter to drive it.',
    '市长买了一台拖拉机，并教他的女儿驾驶。',
  ],
  ['She later became the first pilot of the province.', '她后来成为全省第一位飞行员。'],
  ['A museum shows her leather gloves and a broken compass.', '博物馆展出她的皮手套和一个坏了的指南针。'],
  ['Snow lay on the roofs until May in the coldest year.', '最冷的一年，屋顶上的雪一直留到五月。'],
  ['Wolves came down from the forest and slept in the church.', '狼从森林里下来，睡在教堂里。'],
  [
    'The priest fed them soup and called them his quietest guests.',
    '神父喂它们喝汤，称它们是他最安静的客人。',
  ],
  ['Electricity arrived in eighty houses on the same evening.', '同一天晚上，八十户人家通了电。'],
  [
    'The old lamplighter received a bicycle as a farewell present.',
    '年老的点灯人收到一辆自行车作为告别礼物。',
  ],
  [
    'Today a cooperative presses juice from forgotten kinds of fruit.',
    '如今一家合作社用被遗忘的水果品种榨汁。',
  ],
  ['Half of the bottles are exported to Norway and Japan.', '一半的瓶子出口到挪威和日本。'],
  [
    'Tourists walk through the blossoms with maps made by children.',
    '游客拿着孩子们制作的地图在花丛中散步。',
  ],
  ['The hotel keeps a parrot that announces breakfast.', '旅馆养着一只会通知早餐的鹦鹉。'],
  ['A scientist counts butterflies there every Thursday.', '一位科学家每星期四在那里数蝴蝶。'],
  ['Her notebooks fill forty shelves of the town library.', '她的笔记本占满了镇图书馆的四十个书架。'],
  ['On the last page she thanked the bees and the rain.', '在最后一页，她感谢了蜜蜂和雨水。'],
];
