/** Sentences of a town around a few others: where a text is very short, no single word decides. */
function inTown(en: readonly string[], zh: readonly string[]): { readonly en: string; readonly zh: string } {
  const around = (lines: readonly string[], town: readonly string[]) =>
    `${[...town, ...lines, ...town].join('\n\n')}\n`;
  return {
    en: around(
      en,
      TOWN.map(([english]) => english),
    ),
    zh: around(
      zh,
      TOWN.map(([, chinese]) => chinese),
    ),
  };
}

const TOWN = [
  ['The harbor has two cranes.', '港口有两台起重机。'],
  ['Fishermen mend their nets in the morning.', '渔民早上修补渔网。'],
  ['A small bakery sells bread and cakes.', '一家小面包店卖面包和蛋糕。'],
  ['Children play football behind the school.', '孩子们在学校后面踢足球。'],
  ['The library closes at six.', '图书馆六点关门。'],
  ['Tourists buy postcards and coffee.', '游客买明信片和咖啡。'],
] as const;

/**
 * A text in which `还有望舒阁。` belongs to the sentence of the captain if `望舒阁` is the Halcyon, and to that of the
 * sailor if it is the Meridian. No lexicon has either.
 */
export const unclear = inTown(
  ['The captain looked at the lake and the Halcyon.', 'The sailor looked at the hills and the Meridian.'],
  ['船长看着湖。', '还有望舒阁。', '水手看着山。'],
);

/** What belongs to the two sentences then. */
export const byMeaning = {
  Halcyon: ['船长看着湖。还有望舒阁。', '水手看着山。'],
  Meridian: ['船长看着湖。', '还有望舒阁。水手看着山。'],
} as const;

/** A text from which the meaning of `望舒阁` can be learnt. */
export function aboutHouse(name: string): { readonly en: string; readonly zh: string } {
  return inTown(
    [
      `The ${name} has nine rooms.`,
      `We walked to the ${name} in the rain.`,
      `Nobody painted the ${name}.`,
      `The roof of the ${name} leaks.`,
    ],
    ['望舒阁有九个房间。', '我们冒雨走到望舒阁。', '没有人粉刷望舒阁。', '望舒阁的屋顶漏水。'],
  );
}
