import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitEnglish } from '../../packages/aligner/src/document/segment/english.js';

const sentences = (text: string): string[] =>
  splitEnglish(text).map(({ start, end }) => text.slice(start, end));

/** Each case is one paragraph; `|` stands where it is to be cut. */
const cases: Record<string, readonly string[]> = {
  stops: [
    'We came.| We saw!| Did we win?| Yes?!| No more',
    'One thing; another: a third, too.| Done.',
    'It rains。|Take a coat！|Or stay？|It ends',
    'The first line ends.|\nThe second\nline goes on.',
  ],
  abbreviations: [
    'Mr. Lin met Dr. Wu, Prof. He and St. Clair in Jan. 2020.| They talked.',
    'It opened in 1874.| Fr. P. J. Malone blessed it.| Insp. Hale and Cllr. Pike came.| It cost 20 Fr.| The rest is lost.',
    'See e.g. Art. 3, Sec. 2, p. 5, pp. 7–9, Fig. 2 and Vol. 4.| The rest is new.',
    'No. 5 won the race.| Was it No. 6?| He said No.| Nobody asked.',
    'Acme Inc. shares fell.| We never heard of Acme Inc.| The shares fell.',
    'Apples, pears, etc. Prices vary (cf. Table 2).| We sell apples, pears, etc.| This is all.',
    'Blue River Co., Ltd. (“the Company”) sells boats.',
    'The U.S. President came.| We live in the U.S.| He does not.| The United Nations (U.N.) Charter',
    'They left at 9 a.m. Beijing time and came at 5 p.m.| She slept.',
    'Class C meets at 10 a.m.| Classes A and B are not affected.',
    'It was lost at 5 p.m.| Mr. Hale had seen it at 4 p.m. St. Ives time.',
    'It is open from 9 a.m. Mon. to Fri.| It is free.',
    'J. R. R. Lowell and Mary A. Hill wrote it.| A Ph.D. student read it.| It was Mary A.| But who knows?',
    'This is for Party A.| Party B shall pay.',
    'Sect. 2 ends at dusk.| Sect. 3 begins.| See App. B, Pt. II and reg. 5.| It rains.',
    'Call ext. 21 for help.| Was it on Tue. 9 a.m. or Wed. 10?| He took it to the max.| She did not.',
    'It is a work of art.| Tourists love it.| He lost his cap.| 3 boys found it.',
  ],
  'abbreviations in capitals': [
    'DR. WANG AND MRS. LI',
    "ST. PAUL'S SCHOOL, DEPT. OF MUSIC",
    'FIG. 3 THE PUMP',
    'EXT. FISHING HARBOUR – DAWN',
    'INT. ICE HOUSE – LATER',
    'PROF. CHEN GIVES A TALK.| ADMISSION IS FREE.',
    'MADE BY ACME CO.| THE SHARES ROSE.',
    'STOP.| DO NOT ENTER.',
    'He has MS.| The doctor came.| We flew to San Jose, CA.| It rained.',
  ],
  'numbers and names': [
    'It rose by 1.39 from 1.0.0 to 1.0.1.| Good.',
    'See https://a.example/b.html?c=d!e for more.| Write to x.y@z.example.| We answer.',
    'Use Node.js and Shop.com today.| The file main.config stays.',
    'That was in 1990.| 5 million people came.| iPhone sales rose.',
  ],
  'what says at the start what a line is': [
    ...[
      'Tel. (0512) 5550',
      'Tel. No. 5550',
      'Fax. +86 512',
      'Ext. 17',
      'Add. Canal Street 14',
      'Attn. Ms. Lin',
    ],
    ...[
      'Note. The lamp is new.',
      'N.B. Keep it dry.',
      'Re. Your letter of May',
      'Max. 20 persons',
      'Ord. No. 7',
    ],
    ...[
      'Q1. Where is it?',
      'A1. Since 1979.| My father came.',
      'A.1. It is here.',
      'Q2. Is it far?| I am tired.',
    ],
    ...[
      'Note 3. The lamp is new.',
      'Remark 2. It holds.',
      'Exercise 5.2. Prove it.',
      'Fig. 5. Boats by year',
    ],
    ...['Day 1. Arrival', 'By-law 4. No dogs.', 'Question 4. Who rows?| He does.'],
  ],
  ellipses: [
    "Well … I don't know.| So ... how long?| He waited...| Then he left.| Hm…| “What?”",
    'I... I... see . . . nothing here.',
  ],
  'quotes and brackets': [
    'He said, "Go."| Then he left.| “Stop!”| She stayed.',
    '"Go!" he said.| "Very good," Pan said.| “Where?” Old Pan asked.| ‘Who is “he?”’| Nobody.',
    '(See below.)| Then go on.| [Not this one.]| He left (it was late.) and slept.',
    'He said: "Stand up. "| Then he left.',
    '“But I—”| “You what?”| ‘We could –’| ‘We could not.’| “Wait—” said Pan.| "It was--"| "Late?"',
    "The mill was told to 'wait and see'| There is no plan.| “In a Hurry” I read it.| “At Sea” The Musical",
    'He called it "a new day" and left.| Her "Sea" In Winter is out.| The boys’ the girls’ and "all" It\'s',
  ],
  'clause markers': [
    '(1) We go on.| (2) We stop.',
    '5. Giving play to music.| We will sing.',
    '1. 1.0.0 is a version.| 2. So is 1.0.1.',
    'I. General',
    'A. Scope of it',
    'a. Adapted Work means this.| b. Other Work means that.| (c) all else.',
    'Article 3. The court sits.| See Article 3.| The court rose.',
    'Section 1 – Definitions.| It starts here.',
    '### 2. Warning signs are up.| Mind them.',
    'as follows: (1) focusing on one; (2) doing two.| Next',
    'as follows: 1. Focus on one; 2. Do two.| Next',
    'Credits: 4.| Prerequisites: none.| Age: 12.| Height: 1.5 m.',
    'Credits: 1.| Prerequisites: none.| Rooms: 2.1 on average.',
    'under Part B: 3.1. The rent is paid; 3.2. The house is kept.',
  ],
  'footnote marks': ['It ends.[1]| It begins.¹²| “Both.”[12][13]| Neither.'],
  'missing spaces': [
    'This is the end.|Next sentence here.',
    'We met in Beijing.|The next day we left.',
    'Call System.Object now.| See example.com now.',
  ],
  edges: ['', '!!!', '…', '1.', 'word', '— . —'],
};

describe.each(Object.entries(cases))('%s', (_, paragraphs) => {
  test.each(paragraphs)('%s', (marked) => {
    const expected = marked.split('|').map((part) => part.trim());
    expect(sentences(marked.replaceAll('|', ''))).toEqual(marked === '' ? [] : expected);
  });
});

test('white space alone has no sentence', () => {
  expect(splitEnglish(' \n\t\u3000')).toEqual([]);
});

test('ranges are trimmed, in order, and hold every character but white space', () => {
  const piece = fc.constantFrom(
    ...[
      'Mr.',
      'He',
      'no',
      ' ',
      '  ',
      '.',
      '!',
      '?',
      '…',
      '"',
      '“',
      '”',
      '(',
      ')',
      '[1]',
      '5',
      'U.S.',
      '\n',
      '。',
      '𝒜',
      'ab.Cd ',
    ],
  );
  const paragraph = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string(),
  );
  const covers = (text: string): void => {
    let last = 0;
    for (const { start, end } of splitEnglish(text)) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(text.slice(last, start).trim()).toBe('');
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim() || 'no empty range');
      last = end;
    }
    expect(text.slice(last).trim()).toBe('');
  };
  fc.assert(fc.property(paragraph, covers), { seed: 20261122, numRuns: 1000 });
});

test.each(['.', '. ', '!" ', 'A. ', 'a', ' ', '[1]', '...a ', 'a.B', '(.'])(
  'a long run of %j takes linear time',
  (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    expect(splitEnglish(text).at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  },
);
