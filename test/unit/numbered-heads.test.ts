import { expect, test } from 'vitest';
import { findNumberedHeads } from '../../packages/aligner/src/document/read/numbered-heads.js';

const COMPANY = '北星航运有限公司                                    ';

test('heads of even and odd pages are told by the sentences that they cut, which Chinese ones show by their width', () => {
  const written = [
    `${COMPANY}5`,
    '',
    '承运人对货物的责任期间，自接收货物时起，至在卸货港',
    '',
    '6     货物运输条款',
    '',
    '交付货物时止。',
    '',
    '经约定或者符合航运惯例的，舱面货由托运人承担',
    '',
    `${COMPANY}7`,
    '',
    '风险。',
    '',
    '货物灭失的通知应当在交付后三日内以书面提出。',
    '',
    '8     货物运输条款',
    '',
    '赔偿请求权时效为一年。',
  ];
  expect(findNumberedHeads(written).pageNumbers).toEqual([0, 4, 10, 16]);
});

test('headings that count stand between whole sentences', () => {
  const written = [
    '一楼     1',
    '',
    '一楼是阅览室。',
    '',
    '二楼     2',
    '',
    '二楼是书库。',
    '',
    '三楼     3',
    '',
    '三楼是礼堂。',
  ];
  expect(findNumberedHeads(written).pageNumbers).toEqual([]);
});

test('one sentence that they cut tells heads that say the same, with a gap before numbers that leave out none; mottoes and headings are none', () => {
  const pages = (above: string, numbers: readonly [number, number, number]): string[] => [
    `${COMPANY}${numbers[0]}`,
    '',
    '本公司成立于一九六二年。',
    '',
    above,
    '',
    `${COMPANY}${numbers[1]}`,
    '',
    '全部投保。',
    '',
    '员工共三百人。',
    '',
    `${COMPANY}${numbers[2]}`,
    '',
    '感谢各位。',
  ];
  const cut = '去年我们运送了十二万吨货物，其中三万吨';
  expect(findNumberedHeads(pages(cut, [3, 4, 5])).pageNumbers).toEqual([0, 6, 12]);
  expect(findNumberedHeads(pages(cut, [3, 4, 6])).pageNumbers).toEqual([]);
  expect(findNumberedHeads(pages('求实，创新', [3, 4, 5])).pageNumbers).toEqual([]);
});
