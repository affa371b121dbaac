import { describe, expect, it } from 'vitest'
import type { CslItem } from '../sources/reference-formats/csl'
import type { Source } from '../sources/source'
import { aDocument, anAnalysis, aSource } from '../testing/builders'
import { partialDateSchema } from '../units/time'
import { cite } from './cite'
import { recordOfSource } from './cited-record'
import type { Pin } from './pins'
import { plainText } from './words'

/**
 * What each style makes of each kind of record, to be checked against the rule books. All numbers, names and addresses are made up.
 *
 * | kind | Chicago (CMOS 17, ch. 14) | Bluebook (21st ed.) | APA (7th ed.) |
 * | --- | --- | --- | --- |
 * | contract, modification, solicitation | 14.221 manuscript collections; NARA leaflet 17: order, and what to do with records not in an archive | 17.2.1 unpublished works; B17 pinpoints | 9.21 description in brackets |
 * | FOIA record | NARA leaflet 17, the request in place of the series | 17.2.1 | 9.21, 9.12 no author |
 * | letter | 14.229 letters in collections | 17.2.3 letters | 9.21 |
 * | inventory, award record | 14.257 data sets | 18.2 | 10.9 data sets |
 * | report | 14.290 executive documents | 15 books and reports | 10.4 reports |
 * | opinion | 14.276 cases | 10, B17 court documents | 11.4 cases |
 * | press | 14.191 newspapers | 16.6 newspapers | 10.1 no. 16 newspapers |
 * | web | 14.207 web pages | 18.2.2 | 10.16 web pages, 9.16 retrieval dates |
 * | no date | 14.145 | 15.4 | 9.17 |
 */
type Example = {
  readonly what: string
  readonly source?: Partial<Omit<Source, 'date'>> & { readonly date?: string }
  readonly csl?: CslItem
  /** The name of the file behind it; none where it is left out. */
  readonly file?: string
  readonly pins?: readonly Partial<Pin>[]
  readonly plain: string
  readonly chicago: string
  readonly bluebook: string
  readonly apa: string
}

const FOIA = {
  archive: 'ICE FOIA Library',
  archive_collection: '2024-ICFO-12345',
  'available-date': { 'date-parts': [[2024, 5, 3]] },
  'call-number': 'Bates 0123–0140',
}
const analysis = anAnalysis()
const page = { page: 57, label: '42', stamp: 'JA 042' } as const

const EXAMPLES: readonly Example[] = [
  {
    what: 'a contract with all that can be known of it',
    source: { date: '2022-09-26' },
    csl: {
      type: 'document',
      genre: 'Contract',
      number: '70XXXX22F00000000',
      authority: 'U.S. Immigration and Customs Enforcement',
      custom: { vendor: 'Example Vision, Inc.' },
      ...FOIA,
    },
    file: 'contract.pdf',
    pins: [page],
    plain:
      'contract no. 70XXXX22F00000000 between U.S. Immigration and Customs Enforcement and Example Vision, Inc., 26 September 2022, FOIA request 2024-ICFO-12345, released 3 May 2024, Bates 0123–0140, ICE FOIA Library, contract.pdf, file page 57, labelled 42, stamped JA 042, SHA-256 0123456789ab',
    chicago:
      'Contract no. 70XXXX22F00000000 between U.S. Immigration and Customs Enforcement and Example Vision, Inc., September 26, 2022, p. 42 (PDF p. 57; stamped JA 042), FOIA request 2024-ICFO-12345, released May 3, 2024, Bates 0123–0140, ICE FOIA Library.',
    bluebook:
      'Contract No. 70XXXX22F00000000 between U.S. Immigration and Customs Enforcement and Example Vision, Inc., at 42 (PDF p. 57; stamped JA 042) (Sept. 26, 2022) (FOIA request 2024-ICFO-12345, released May 3, 2024, Bates 0123–0140, ICE FOIA Library) (on file with author).',
    apa: 'U.S. Immigration and Customs Enforcement. (2022, September 26). [Contract No. 70XXXX22F00000000 with Example Vision, Inc.]. FOIA request 2024-ICFO-12345, released May 3, 2024, Bates 0123–0140, ICE FOIA Library. (p. 42 [PDF p. 57; stamped JA 042])',
  },
  {
    what: 'a modification',
    source: { date: '2023-02' },
    csl: {
      type: 'document',
      genre: 'Contract modification',
      number: '70XXXX22F00000000',
      authority: 'U.S. Immigration and Customs Enforcement',
      custom: { modification: 'P00003' },
    },
    file: 'P00003.pdf',
    pins: [{ page: 2 }],
    plain:
      'modification P00003 to contract no. 70XXXX22F00000000, U.S. Immigration and Customs Enforcement, February 2023, P00003.pdf, file page 2, SHA-256 0123456789ab',
    chicago: 'Modification P00003 to contract no. 70XXXX22F00000000, U.S. Immigration and Customs Enforcement, February 2023, PDF p. 2.',
    bluebook:
      'Modification P00003 to Contract No. 70XXXX22F00000000, U.S. Immigration and Customs Enforcement, at PDF p. 2 (Feb. 2023) (on file with author).',
    apa: 'U.S. Immigration and Customs Enforcement. (2023, February). [Modification P00003 to Contract No. 70XXXX22F00000000]. (PDF p. 2)',
  },
  {
    what: 'a solicitation with a title and a name of its own',
    source: { title: 'Ad Tech and Location Data', date: '2026-01-23', url: 'https://example.gov/opp/0001' },
    csl: {
      type: 'document',
      genre: 'Request for information',
      number: 'RFI-26-0001',
      authority: 'U.S. Immigration and Customs Enforcement',
    },
    pins: [{ page: 1 }],
    plain:
      'Ad Tech and Location Data, Request for information no. RFI-26-0001, U.S. Immigration and Customs Enforcement, 23 January 2026, https://example.gov/opp/0001, file page 1',
    chicago:
      '“Ad Tech and Location Data,” Request for information no. RFI-26-0001, U.S. Immigration and Customs Enforcement, January 23, 2026, PDF p. 1, https://example.gov/opp/0001.',
    bluebook:
      'Ad Tech and Location Data, Request for Information No. RFI-26-0001, U.S. Immigration and Customs Enforcement, at PDF p. 1 (Jan. 23, 2026), https://example.gov/opp/0001.',
    apa: 'U.S. Immigration and Customs Enforcement. (2026, January 23). Ad Tech and Location Data (Request for Information No. RFI-26-0001). https://example.gov/opp/0001 (PDF p. 1)',
  },
  {
    what: 'a record released under FOIA, without a date',
    source: { title: 'Privacy Threshold Analysis' },
    csl: { type: 'document', genre: 'FOIA record', authority: 'Department of Homeland Security', ...FOIA },
    file: 'release-2.pdf',
    pins: [
      { page: 57, stamp: '2020-ICLI-00042-1234' },
      { page: 58, stamp: '2020-ICLI-00042-1235' },
    ],
    plain:
      'Privacy Threshold Analysis, Department of Homeland Security, date unknown, FOIA request 2024-ICFO-12345, released 3 May 2024, Bates 0123–0140, ICE FOIA Library, release-2.pdf, file pages 57–58, stamped 2020-ICLI-00042-1234–2020-ICLI-00042-1235, SHA-256 0123456789ab',
    chicago:
      '“Privacy Threshold Analysis,” Department of Homeland Security, n.d., stamped 2020-ICLI-00042-1234–2020-ICLI-00042-1235 (PDF pp. 57–58), FOIA request 2024-ICFO-12345, released May 3, 2024, Bates 0123–0140, ICE FOIA Library.',
    bluebook:
      'Privacy Threshold Analysis, Department of Homeland Security, at 2020-ICLI-00042-1234–2020-ICLI-00042-1235 (PDF pp. 57–58) (n.d.) (FOIA request 2024-ICFO-12345, released May 3, 2024, Bates 0123–0140, ICE FOIA Library) (on file with author).',
    apa: 'Department of Homeland Security. (n.d.). Privacy Threshold Analysis [Record]. FOIA request 2024-ICFO-12345, released May 3, 2024, Bates 0123–0140, ICE FOIA Library. (stamped 2020-ICLI-00042-1234–2020-ICLI-00042-1235 [PDF pp. 57–58])',
  },
  {
    what: 'a letter in an archive',
    source: { author: 'FOIA Officer', date: '2024-05-03' },
    csl: {
      type: 'personal_communication',
      recipient: [{ literal: 'The Requester' }],
      archive: 'National Archives',
      archive_collection: 'RG 567, Subject Files',
      archive_location: 'box 3, folder 2',
    },
    file: 'letter.pdf',
    pins: [{ page: 1 }],
    plain:
      'letter from FOIA Officer to The Requester, 3 May 2024, box 3, folder 2, RG 567, Subject Files, National Archives, letter.pdf, file page 1, SHA-256 0123456789ab',
    chicago: 'FOIA Officer to The Requester, May 3, 2024, PDF p. 1, box 3, folder 2, RG 567, Subject Files, National Archives.',
    bluebook:
      'Letter from FOIA Officer to The Requester, at PDF p. 1 (May 3, 2024) (box 3, folder 2, RG 567, Subject Files, National Archives) (on file with author).',
    apa: 'FOIA Officer. (2024, May 3). [Letter to The Requester]. Box 3, folder 2, RG 567, Subject Files, National Archives. (PDF p. 1)',
  },
  {
    what: 'an inventory by row and field',
    source: { title: '2024 AI Use Case Inventory', date: '2024-12-16', url: 'https://example.gov/ai' },
    csl: { type: 'dataset', authority: 'Department of Homeland Security', version: '2', accessed: { 'date-parts': [[2026, 2, 1]] } },
    file: 'inventory.csv',
    pins: [
      { page: 12, cell: { sheet: null, row: 12, column: 3, heading: 'vendor_name' } },
      { page: 13, cell: { sheet: null, row: 13, column: 3, heading: 'vendor_name' } },
    ],
    plain:
      'Department of Homeland Security, 2024 AI Use Case Inventory, version 2, 16 December 2024, seen 1 February 2026, https://example.gov/ai, inventory.csv, rows 12–13, column vendor_name (C), SHA-256 0123456789ab',
    chicago:
      'Department of Homeland Security, “2024 AI Use Case Inventory,” version 2, December 16, 2024, rows 12–13, column vendor_name (C), accessed February 1, 2026, https://example.gov/ai.',
    bluebook:
      'Department of Homeland Security, 2024 AI Use Case Inventory, version 2, at rows 12–13, column vendor_name (C) (Dec. 16, 2024), https://example.gov/ai (last visited Feb. 1, 2026).',
    apa: 'Department of Homeland Security. (2024, December 16). 2024 AI Use Case Inventory (Version 2) [Data set]. https://example.gov/ai (rows 12–13, column vendor_name (C))',
  },
  {
    what: 'an award record',
    source: { publisher: 'USAspending.gov', date: '2025-09', url: 'https://example.gov/award/1' },
    csl: {
      type: 'dataset',
      genre: 'Award record',
      number: 'CONT_AWD_70XXXX22F00000000_7012',
      authority: 'U.S. Immigration and Customs Enforcement',
      custom: { vendor: 'Example Vision, Inc.' },
      accessed: { 'date-parts': [[2026, 2, 1]] },
    },
    plain:
      'award record no. CONT_AWD_70XXXX22F00000000_7012, U.S. Immigration and Customs Enforcement to Example Vision, Inc., USAspending.gov, September 2025, seen 1 February 2026, https://example.gov/award/1',
    chicago:
      'Award record no. CONT_AWD_70XXXX22F00000000_7012, U.S. Immigration and Customs Enforcement to Example Vision, Inc., USAspending.gov, September 2025, accessed February 1, 2026, https://example.gov/award/1.',
    bluebook:
      'Award Record No. CONT_AWD_70XXXX22F00000000_7012, U.S. Immigration and Customs Enforcement to Example Vision, Inc., USAspending.gov (Sept. 2025), https://example.gov/award/1 (last visited Feb. 1, 2026).',
    apa: 'U.S. Immigration and Customs Enforcement. (2025, September). [Award Record No. CONT_AWD_70XXXX22F00000000_7012 to Example Vision, Inc.]. USAspending.gov. https://example.gov/award/1',
  },
  {
    what: 'a report',
    source: {
      title: 'Artificial Intelligence: Agencies Need Inventories',
      author: 'Government Accountability Office',
      publisher: 'Government Accountability Office',
      date: '2025-09-03',
      url: 'https://example.gov/products/1',
    },
    csl: { type: 'report', number: 'GAO-25-000000' },
    file: 'gao.pdf',
    pins: [
      { page: 15, label: '12' },
      { page: 16, label: '13' },
      { page: 17, label: '14' },
    ],
    plain:
      'Government Accountability Office, Artificial Intelligence: Agencies Need Inventories, report no. GAO-25-000000, 3 September 2025, https://example.gov/products/1, gao.pdf, file pages 15–17, labelled 12–14, SHA-256 0123456789ab',
    chicago:
      'Government Accountability Office, Artificial Intelligence: Agencies Need Inventories, report no. GAO-25-000000 (September 3, 2025), pp. 12–14 (PDF pp. 15–17), https://example.gov/products/1.',
    bluebook:
      'Government Accountability Office, Report No. GAO-25-000000, Artificial Intelligence: Agencies Need Inventories, at 12–14 (PDF pp. 15–17) (Sept. 3, 2025), https://example.gov/products/1.',
    apa: 'Government Accountability Office. (2025, September 3). Artificial Intelligence: Agencies Need Inventories (Report No. GAO-25-000000). https://example.gov/products/1 (pp. 12–14 [PDF pp. 15–17])',
  },
  {
    what: 'an opinion that is not reported',
    source: { title: 'Example Committee v. Example Agency', date: '2024-05-03' },
    csl: { type: 'legal_case', number: '1:22-cv-00123', authority: 'D.D.C.', custom: { 'docket-entry': '24' } },
    file: 'opinion.pdf',
    pins: [{ page: 5 }],
    plain:
      'Example Committee v. Example Agency, docket no. 1:22-cv-00123, entry 24, D.D.C., 3 May 2024, opinion.pdf, file page 5, SHA-256 0123456789ab',
    chicago: 'Example Committee v. Example Agency, No. 1:22-cv-00123, ECF No. 24, PDF p. 5 (D.D.C. May 3, 2024).',
    bluebook: 'Example Committee v. Example Agency, No. 1:22-cv-00123, ECF No. 24, at PDF p. 5 (D.D.C. May 3, 2024) (on file with author).',
    apa: 'Example Committee v. Example Agency, No. 1:22-cv-00123, ECF No. 24 (D.D.C. May 3, 2024). (PDF p. 5)',
  },
  {
    what: 'an opinion that is reported',
    source: { title: 'Example Committee v. Example Agency', date: '1997' },
    csl: { type: 'legal_case', authority: 'D.C. Cir.', volume: '123', 'container-title': 'F.3d', page: '456' },
    pins: [{ page: 5, label: '460' }],
    plain: 'Example Committee v. Example Agency, 123 F.3d 456, D.C. Cir., 1997, file page 5, labelled 460',
    chicago: 'Example Committee v. Example Agency, 123 F.3d 456, 460 (PDF p. 5) (D.C. Cir. 1997).',
    bluebook: 'Example Committee v. Example Agency, 123 F.3d 456, 460 (PDF p. 5) (D.C. Cir. 1997).',
    apa: 'Example Committee v. Example Agency, 123 F.3d 456 (D.C. Cir. 1997). (p. 460 [PDF p. 5])',
  },
  {
    what: 'a press article by two authors',
    source: { title: 'Agency “Buys” a System', author: 'Jane Doe; Richard Roe', date: '2026-01-28', url: 'https://example.org/story' },
    csl: {
      type: 'article-newspaper',
      'container-title': 'The Example Times',
      author: [
        { family: 'Doe', given: 'Jane' },
        { family: 'Roe', given: 'Richard' },
      ],
    },
    plain: 'Jane Doe and Richard Roe, Agency “Buys” a System, The Example Times, 28 January 2026, https://example.org/story',
    chicago: 'Jane Doe and Richard Roe, “Agency ‘Buys’ a System,” The Example Times, January 28, 2026, https://example.org/story.',
    bluebook: 'Jane Doe & Richard Roe, Agency “Buys” a System, The Example Times (Jan. 28, 2026), https://example.org/story.',
    apa: 'Doe, J., & Roe, R. (2026, January 28). Agency “Buys” a System. The Example Times. https://example.org/story',
  },
  {
    what: 'a web page without a date, that was seen on a day',
    source: { title: 'Tracker of Purchases', author: 'Example Project', url: 'https://example.org/tracker' },
    csl: { type: 'webpage', accessed: { 'date-parts': [[2026, 2, 1]] }, custom: { 'archived-copy': 'https://example.org/archive/1' } },
    plain:
      'Example Project, Tracker of Purchases, date unknown, seen 1 February 2026, https://example.org/tracker, archived at https://example.org/archive/1',
    chicago:
      'Example Project, “Tracker of Purchases,” accessed February 1, 2026, https://example.org/tracker, archived at https://example.org/archive/1.',
    bluebook:
      'Example Project, Tracker of Purchases, https://example.org/tracker (last visited Feb. 1, 2026), archived at https://example.org/archive/1.',
    apa: 'Example Project. (n.d.). Tracker of Purchases. Archived at https://example.org/archive/1. Retrieved February 1, 2026, from https://example.org/tracker',
  },
  {
    what: 'a contract of which nothing is known',
    csl: { type: 'document', genre: 'Contract' },
    plain: 'title unknown, contract, date unknown',
    chicago: 'Contract, n.d.',
    bluebook: 'Contract (n.d.).',
    apa: '[Contract]. (n.d.).',
  },
  {
    what: 'a source of which nothing is known but the file behind it',
    file: 'scan 12.pdf',
    pins: [{ page: 3 }],
    plain: 'title unknown, date unknown, scan 12.pdf, file page 3, SHA-256 0123456789ab',
    chicago: 'scan 12.pdf, n.d., PDF p. 3.',
    bluebook: 'scan 12.pdf, at PDF p. 3 (n.d.) (on file with author).',
    apa: 'scan 12.pdf. (n.d.). (PDF p. 3)',
  },
]

const dated = ({ date, ...fields }: NonNullable<Example['source']>) => ({
  ...fields,
  date: date === undefined ? null : partialDateSchema.parse(date),
})

describe.each(EXAMPLES)('$what', ({ source = {}, csl, file, pins = [], ...expected }) => {
  const document = file === undefined ? null : aDocument({ name: file })
  const record = recordOfSource(
    aSource(analysis, { ...dated(source), ...(csl === undefined ? {} : { csl }), documentIds: document === null ? [] : [document.id] }),
    document,
  )
  it.each(['plain', 'chicago', 'bluebook', 'apa'] as const)('%s', (style) => {
    const written = plainText(
      cite(
        style,
        record,
        pins.map((pin) => ({ page: 1, label: null, stamp: null, cell: null, ...pin })),
      ),
    ).replace(document?.id.slice(0, 12) ?? '#', '0123456789ab')
    expect(written).toBe(expected[style])
  })
})
