import type { AnchorState } from '../annotations/segment'

/** A page's text, a quotation, and how it is found there as a fresh quotation. A fault that is reported becomes one more case. */
export type PassageCase = {
  readonly name: string
  readonly text: string
  readonly quote: string
  readonly how: AnchorState
  /** The words that are kept, where they differ from the quotation. */
  readonly kept?: string
}

export const PASSAGE_CASES: readonly PassageCase[] = [
  { name: 'words on one line', text: 'The Contractor shall deliver.\n', quote: 'Contractor shall', how: 'exact' },
  { name: 'the first characters', text: 'Award of 12 March', quote: 'Award', how: 'exact' },
  { name: 'the last characters', text: 'Award of 12 March', quote: 'March', how: 'exact' },
  { name: 'the whole text', text: 'Award of\n12 March\n', quote: 'Award of 12 March', how: 'exact' },
  { name: 'words over three lines', text: 'one two\nthree four\nfive six', quote: 'two three four five', how: 'exact' },
  { name: 'white space of other kinds', text: 'Section\u00a04\u2003of\u2009the Act', quote: 'Section 4 of the Act', how: 'exact' },
  { name: 'a space that the page lost', text: 'UnitedStates Marshals', quote: 'United States Marshals', how: 'exact', kept: 'UnitedStates Marshals' },
  { name: 'the ligature fi', text: 'the \ufb01rst of\ufb01ce', quote: 'first office', how: 'exact', kept: '\ufb01rst of\ufb01ce' },
  { name: 'the ligature ffi in the quotation only', text: 'Office of Acquisition', quote: 'O\ufb03ce of', how: 'exact', kept: 'Office of' },
  { name: 'full-width forms', text: '\uff21\uff29 system', quote: 'AI system', how: 'exact', kept: '\uff21\uff29 system' },
  { name: 'superscript figures', text: 'under the Act\u00b2 and', quote: 'Act2 and', how: 'exact', kept: 'Act\u00b2 and' },
  { name: 'a decomposed accent', text: 'Mun\u0303oz v. cafe\u0301', quote: 'Mu\u00f1oz v. caf\u00e9', how: 'exact', kept: 'Mun\u0303oz v. cafe\u0301' },
  { name: 'accents that are characters of their own', text: 'la predicaci\u00b4o de Schr\u00a8odinger, catal`a', quote: 'la predicaci\u00f3 de Schr\u00f6dinger, catal\u00e0', how: 'exact' },
  { name: 'a letter without a dot under its accent', text: 'la fam\u00b4\u0131lia', quote: 'la fam\u00edlia', how: 'exact', kept: 'la fam\u0131\u0301lia' },
  { name: 'a cedilla before or after its letter, an accent behind an apostrophe', text: 'les avan\u00b8cos, fac\u00b8ade, l\u2019`arab', quote: 'les avan\u00e7os, fa\u00e7ade, l\u2019\u00e0rab', how: 'exact' },
  { name: 'an accent apart from its letter', text: 'la conversi\u00b4 o dels infidels', quote: 'la conversi\u00f3 dels infidels', how: 'exact' },
  { name: 'an accent that stands for an apostrophe', text: 'd\u00b4accord, l`eau', quote: 'd\u00b4accord, l`eau', how: 'exact' },
  { name: 'the letter without the accent that is printed beside it', text: 'la predicaci\u00b4o', quote: 'la predicacio', how: 'approximate' },
  { name: 'another accent', text: 'the cafe\u0301 by the park', quote: 'the cafe by the park', how: 'approximate' },
  { name: 'a soft hyphen', text: 'procure\u00adment data', quote: 'procurement data', how: 'exact' },
  { name: 'a control character that the quotation has', text: 'the \u0016(E) data', quote: 'the \u0016(E) data', how: 'exact' },
  { name: 'a control character for which the quotation has U+FFFD', text: 'the \u0016(E) data of de\u001cnite size', quote: 'the \ufffd(E) data of de\ufffdnite', how: 'exact' },
  { name: 'a control character that the quotation leaves out', text: 'the \u0016(E) data', quote: 'the (E) data', how: 'approximate' },
  { name: 'a control character between spaces that the quotation leaves out', text: 'set up \u0001 Select Properties', quote: 'set up Select Properties', how: 'approximate' },
  { name: 'a zero byte that the quotation leaves out', text: 'below \u000010000 pages', quote: 'below 10000 pages', how: 'approximate' },
  { name: 'another control character', text: 'the \u0016(E) data', quote: 'the \u0017(E) data', how: 'approximate' },
  { name: 'a control character that the page does not have', text: 'the (E) data', quote: 'the \u0016(E) data', how: 'approximate' },
  { name: 'a control character before the first word and after the last', text: '\u0001 Select Properties\u007f', quote: 'Select Properties', how: 'exact' },
  { name: 'the hyphen U+2010', text: 'Private\u2010Passthru', quote: 'Private-Passthru', how: 'exact', kept: 'Private\u2010Passthru' },
  { name: 'the hyphen U+2011', text: 'risk\u2011based', quote: 'risk-based', how: 'exact', kept: 'risk\u2011based' },
  { name: 'an en dash for a hyphen', text: 'pages 24\u201328 of', quote: 'pages 24-28 of', how: 'exact', kept: 'pages 24\u201328 of' },
  { name: 'a minus sign', text: 'from \u22125 to 5', quote: 'from -5 to 5', how: 'exact', kept: 'from \u22125 to 5' },
  { name: 'a word broken at a line end', text: 'give infor-\nmation to all', quote: 'give information to all', how: 'exact' },
  { name: 'a word broken by U+2010', text: 'give infor\u2010\nmation to all', quote: 'give information to all', how: 'exact' },
  { name: 'a word broken by a soft hyphen', text: 'give infor\u00ad\nmation to all', quote: 'give information to all', how: 'exact' },
  { name: 'a broken word quoted as printed', text: 'give infor-\nmation to all', quote: 'infor-\nmation to all', how: 'exact', kept: 'information to all' },
  { name: 'a compound at a line end', text: 'safety-impacting and rights-\nimpacting AI', quote: 'and rights-impacting AI', how: 'exact' },
  { name: 'a compound whose hyphen the searcher lost', text: 'safety-impacting and rights-\nimpacting AI', quote: 'and rightsimpacting AI', how: 'exact', kept: 'and rights-impacting AI' },
  { name: 'a capital after a hyphen at a line end', text: 'in place of A-\nNumbers here', quote: 'place of A-Numbers here', how: 'exact' },
  { name: 'a hyphen that the page does not have', text: 'they resign today', quote: 'they re-sign today', how: 'approximate' },
  { name: 'a hyphen that the quotation does not have', text: 'they re-sign today', quote: 'they resign today', how: 'approximate' },
  { name: 'curly quotation marks', text: 'the \u201cprimary\u201d means of ICE\u2019s', quote: 'the "primary" means of ICE\'s', how: 'exact', kept: 'the \u201cprimary\u201d means of ICE\u2019s' },
  { name: 'low quotation marks', text: 'die \u201eKI\u201c im Amt', quote: 'die "KI" im Amt', how: 'exact', kept: 'die \u201eKI\u201c im Amt' },
  { name: 'the other case', text: 'the Contracting Officer said', quote: 'the contracting officer said', how: 'approximate' },
  { name: 'another figure', text: 'a ceiling of $9,225,000 in all', quote: 'a ceiling of $9,226,000 in all', how: 'approximate' },
  { name: 'a word left out', text: 'shall not be delegated to other officials', quote: 'shall be delegated to other officials', how: 'approximate' },
  { name: 'words that are not there', text: 'The Contractor shall deliver.', quote: 'Nothing of the kind stands here', how: 'lost' },
  { name: 'a short word that is not there', text: 'abc abd', quote: 'abe', how: 'lost' },
  { name: 'nothing', text: 'The Contractor shall deliver.', quote: '', how: 'lost' },
  { name: 'white space', text: 'The Contractor shall deliver.', quote: ' \n ', how: 'lost' },
  { name: 'a page without text', text: '', quote: 'Contractor', how: 'lost' },
  { name: 'Arabic', text: '\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645\n\u062d\u0628\u064a\u0628\u064a', quote: '\u0628\u0627\u0644\u0639\u0627\u0644\u0645 \u062d\u0628\u064a\u0628\u064a', how: 'exact' },
  { name: 'Arabic presentation forms', text: '\ufe8e\ufedf\ufeaa\ufe8d\ufeae \ufefb', quote: '\u0627\u0644\u062f\u0627\u0631 \u0644\u0627', how: 'exact', kept: '\ufe8e\ufedf\ufeaa\ufe8d\ufeae \ufefb' },
  { name: 'Chinese across a line', text: '\u4eba\u5de5\u667a\u80fd\u7cfb\n\u7edf\u76ee\u5f55', quote: '\u667a\u80fd\u7cfb\u7edf', how: 'exact', kept: '\u667a\u80fd\u7cfb \u7edf' },
  { name: 'Hangul in letters and in syllables', text: '\u1112\u1161\u11ab\u1100\u116e\u11a8 AI', quote: '\ud55c\uad6d AI', how: 'exact', kept: '\u1112\u1161\u11ab\u1100\u116e\u11a8 AI' },
  { name: 'emoji of several characters', text: 'seen \ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb here', quote: '\ud83d\udc69\ud83c\udffd\u200d\ud83d\udcbb here', how: 'exact' },
  { name: 'exemption codes', text: 'x (b)(6)(b)(7)(c) y', quote: '(b)(6)(b)(7)(c)', how: 'exact' },
  { name: 'a dash that begins the quotation', text: 'the award \u2014 a ceiling \u2014 was', quote: '\u2014 a ceiling \u2014', how: 'exact' },
  { name: 'a spaced ellipsis for three points', text: 'any form\u2026 or format', quote: 'any form ... or format', how: 'exact', kept: 'any form\u2026 or format' },
]
