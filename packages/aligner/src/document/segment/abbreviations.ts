/** Words that are written with a dot, by what the dot says about the end of a sentence. Case matters. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** What a person is called before the name. */
export const TITLES = words(
  `Mr Mrs Ms Mx Dr Drs Prof Messrs Mme Mlle Gen Lt Col Maj Capt Cmdr Adm Sgt Cpl Sen Rep Gov Rev Hon Pres Amb
  Bp Abp Revd Ven Cllr Ald Insp Supt Brig Cdr Lieut Pvt Pte`,
);

/** A name or another word always follows: the sentence goes on. */
export const ALWAYS_FOLLOWED: ReadonlySet<string> = new Set([
  ...TITLES,
  ...words('e.g i.e eg ie viz vs v cf Cf approx ca Ca'),
]);

/** Abbreviations before a number, words anywhere else (`No. 5`, but `He said no. Five …`). */
export const FOLLOWED_BY_NUMBER = words(
  `No NO no Nos nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Hrs
  Tel tel Fax fax Ext ext Mob Ph Add Addr Blk Fl Max Min Approx Temp Wt Encl Ser Ord`,
);

/** The same for the parts of a text, which letters count as well: `App. B`, `Pt. II`. */
export const FOLLOWED_BY_COUNT = words(
  `Art Arts art arts Sect Sects sect sects Subsec subsec Cap Caps Reg Regs reg regs Pt Pts pt pts Para Paras
  Sched Scheds sched App Apps Fol Fols fol fols Mss MSS Ll Bd Bks Chs Subpara Suppl Fn fn Thm Cor Rem Lem Prop Def Eqs eqs Tab Bk Ex Exs Exh Pl Ill Lect L.N G.N`,
);

/** What leads a line of its own and says what the line is: never a sentence, whatever follows. */
export const LEADING = words(
  `Tel Fax Int Ext Mob Ph Add Addr Attn Encl Enc Re Ref Excl Incl Max Min Approx Est Resp Dept Reg Ord Ser
  Note Notes Remark Remarks Question Answer Ques Ans Example Tip Caution Warning N.B NB P.S PS`,
);

/** These stand in mid-sentence as well as at its end: the next word decides. */
export const EITHER_WAY = words(
  `etc al Inc Ltd Co Corp Bros Cie LLC Jr Sr Fr Esq St Ave Blvd Rd Mt Ft Dept Div Univ Assn Est est Bldg Rm
  Sec sec Secs p pp Fig fig Figs figs Vol vol Vols vols Ch ch Chap chap Eq eq Ed ed Eds eds para paras
  cl cls ver Ver Ref ref ibid Ibid cit Ph.D`,
);
