/** A guide to a harbour and recipes: what is no translation of each other. */
export const UNRELATED = {
  en: [
    'The harbour was rebuilt after the storm, with a longer breakwater.',
    'Ships of the northern line call twice a week in summer.',
    'The old lighthouse is a museum now, and it opens at noon.',
    'Fishing ended when the canning factory closed its doors.',
    'Visitors may rent bicycles beside the railway station.',
  ].join('\n\n'),
  zh: [
    '做这道菜要先把豆腐切成小块。',
    '锅里放油，烧热以后加入葱姜和蒜末。',
    '酱油不要太多，糖只要一小勺。',
    '鸡蛋打散，倒进碗里搅拌均匀。',
    '面粉里加温水，揉成光滑的面团。',
    '牛肉要用料酒和淀粉腌二十分钟。',
    '辣椒去籽切丝，茄子不用削皮。',
    '汤煮开以后转小火，慢慢炖一会儿。',
    '最后撒上香菜和芝麻，趁热端上桌。',
    '剩下的饺子可以放进冰箱冷冻。',
  ].join('\n\n'),
};
