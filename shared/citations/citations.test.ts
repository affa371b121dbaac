import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CITATION_STYLES } from '../dossier/dossier-settings'
import { RECORD_KINDS } from '../sources/record-kind'
import { factsOfItem, itemWithFacts, type SourceFact, type SourceFacts } from '../sources/source-facts'
import { aDisclosureEvent, aDocument, anAnalysis, aSource } from '../testing/builders'
import { cite } from './cite'
import { type CitedRecord, recordOfDocument } from './cited-record'
import { type Pin, pinsBriefly, pinsInFull } from './pins'
import { htmlOf, italic, joined, plainText, quoted, run, sentence } from './words'

const FACTS = Object.keys(factsOfItem({})).filter((name) => name !== 'kind') as SourceFact[]
/** A word that nothing but the fact can have brought in. */
const token = fc.nat({ max: 99_999 }).map((n) => `Zq${n}x`)
const date = fc.constantFrom('2022', '2022-09', '2022-09-26')
const facts = fc.record({
  kind: fc.constantFrom(null, ...RECORD_KINDS),
  ...(Object.fromEntries(
    FACTS.map((fact) => [fact, fc.option(fact === 'released' || fact === 'accessed' ? date : token)]),
  ) as unknown as Record<SourceFact, fc.Arbitrary<string | null>>),
})
const record: fc.Arbitrary<CitedRecord> = fc
  .record({
    known: facts,
    title: fc.option(token),
    authors: fc.array(
      token.map((whole) => ({ whole, inverted: null })),
      { maxLength: 4 },
    ),
    publisher: fc.option(token),
    date: fc.option(date),
    url: fc.option(token),
    file: fc.option(fc.record({ name: token, sha256: fc.constant('a'.repeat(64)), alone: fc.boolean() })),
    described: fc.boolean(),
  })
  .map(({ known: { kind, ...rest }, ...fields }) => ({ ...fields, kind, facts: rest }))
const pin: fc.Arbitrary<Pin> = fc.record({
  page: fc.integer({ min: 1, max: 9 }),
  label: fc.option(fc.constantFrom('iv', '3', '4', '5')),
  stamp: fc.option(fc.constantFrom('JA 3', 'JA 4')),
  cell: fc.option(
    fc.record({
      sheet: fc.option(fc.constant('Awards')),
      row: fc.integer({ min: 1, max: 5 }),
      column: fc.option(fc.integer({ min: 1, max: 3 })),
      heading: fc.constant(null),
    }),
  ),
})

describe('every style', () => {
  it('says nothing that is not known, and stops and brackets stand as they should', () => {
    fc.assert(
      fc.property(
        record,
        fc.array(pin, { maxLength: 4 }),
        fc.constantFrom(...CITATION_STYLES),
        fc.constantFrom('full' as const, 'short' as const),
        (given, pins, style, form) => {
          const words = plainText(cite(style, given, pins, form))
          const known = JSON.stringify(given)
          expect((words.match(/Zq\d+x/g) ?? []).filter((each) => !known.includes(`"${each}"`))).toEqual([])
          expect(words).not.toMatch(/\.\.|,,|,\.|\( |\(\)|\[\]|“”| {2}| [,.;)]|undefined|null|^[,.\s]|^$/)
          expect(words.split('(').length).toBe(words.split(')').length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('says that a date is not known only where it is not', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(...CITATION_STYLES), (given, style) => {
        const described = { ...given, described: true, facts: { ...given.facts, accessed: null } }
        expect(/n\.d\.|date unknown/.test(plainText(cite(style, described, [])))).toBe(described.date === null)
      }),
    )
  })

  it('names title, number and who is known of a contract', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(...CITATION_STYLES), (given, style) => {
        const words = plainText(cite(style, { ...given, kind: 'contract', described: true }, []))
        const {
          title,
          facts: { number, vendor, collection, stamps, repository },
        } = given
        expect([title, number, vendor, collection, stamps, repository].filter((known) => known !== null && !words.includes(known))).toEqual(
          [],
        )
      }),
    )
  })
})

describe('places', () => {
  const at = (page: number, label: string | null = null, stamp: string | null = null): Pin => ({ page, label, stamp, cell: null })
  const brief = (pins: readonly Pin[]) => pinsBriefly(pins, { page: 'p. ', pages: 'pp. ', stamp: 'stamped ', open: '(', close: ')' })

  it('are ranges where pages, labels and stamps all go on', () => {
    expect(pinsInFull([at(58, '43', 'JA 043'), at(57, '42', 'JA 042'), at(59, '44', 'JA 044'), at(57, '42', 'JA 042')])).toBe(
      'file pages 57–59, labelled 42–44, stamped JA 042–JA 044',
    )
    expect(brief([at(57, '42', 'JA 042'), at(58, '43', 'JA 043')])).toBe('pp. 42–43 (PDF pp. 57–58; stamped JA 042–JA 043)')
  })
  it('stand apart where a number is skipped', () => {
    expect(pinsInFull([at(4, 'iv'), at(5, '1'), at(6, '2')])).toBe('file page 4, labelled iv and file pages 5–6, labelled 1–2')
    expect(pinsInFull([at(57, null, 'JA 042'), at(58, null, 'JA 050')])).toBe(
      'file page 57, stamped JA 042 and file page 58, stamped JA 050',
    )
    expect(brief([at(1), at(2), at(7)])).toBe('PDF pp. 1–2, 7')
  })
  it('put the printed number first, and leave out a label that only counts', () => {
    expect(brief([at(57, '42')])).toBe('p. 42 (PDF p. 57)')
    expect(brief([at(57, null, 'JA 042')])).toBe('stamped JA 042 (PDF p. 57)')
    expect(brief([at(57, '57')])).toBe('PDF p. 57')
  })
  it('are rows and columns in a table', () => {
    const cell = (row: number, column: number | null): Pin => ({
      ...at(row),
      cell: { sheet: 'Awards', row, column, heading: column === null ? null : 'vendor' },
    })
    expect(brief([cell(13, 2), cell(12, 2), cell(20, null)])).toBe('sheet Awards, rows 12–13, column vendor (B), sheet Awards, row 20')
  })
  it('cover no page that is not cited', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            page: fc.integer({ min: 1, max: 30 }),
            label: fc.option(fc.constantFrom('iv', '3')),
            stamp: fc.constant(null),
            cell: fc.constant(null),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (pins) => {
          const covered = [...(pinsInFull(pins) ?? '').matchAll(/file pages? (\d+)(?:–(\d+))?/g)].flatMap(([, first, last = first]) =>
            Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => Number(first) + n),
          )
          expect(covered).toEqual([...new Set(pins.map(({ page }) => page))].sort((a, b) => a - b))
        },
      ),
    )
  })
})

describe('words', () => {
  it('have their stops within quotation marks, and never two', () => {
    expect(plainText(sentence(joined(', ', [quoted('A title'), 'Acme, Inc.'])))).toBe('“A title,” Acme, Inc.')
    expect(plainText(joined(', ', [quoted('Why?'), 'B', null, '']))).toBe('“Why?” B')
    expect(plainText(sentence(run(quoted('The “quoted” title'))))).toBe('“The ‘quoted’ title.”')
  })
  it('set titles apart in HTML, and escape what is none of ours', () => {
    expect(htmlOf(joined(', ', [italic('A & B'), '<x>']))).toBe('<cite>A &amp; B</cite>, &lt;x&gt;')
  })
})

describe('a document', () => {
  const analysis = anAnalysis()
  const document = aDocument({ name: 'release.pdf' })
  const other = aDocument()

  it('without a source is cited by its name and by the request that brought it out', () => {
    expect(plainText(cite('chicago', recordOfDocument(document, [], []), [{ page: 3, label: null, stamp: null, cell: null }]))).toBe(
      'release.pdf, n.d., PDF p. 3.',
    )
    const event = aDisclosureEvent(document, { reference: '2024-ICFO-00001', date: '2024-05' as never })
    expect(plainText(cite('plain', recordOfDocument(document, [], [event]), []))).toBe(
      `FOIA request 2024-ICFO-00001, released May 2024, release.pdf, SHA-256 ${document.id.slice(0, 12)}`,
    )
    // Nobody asked for what was put out by duty, and a request whose law is not known is called no more than one.
    expect(recordOfDocument(document, [], [{ ...event, trigger: 'required' }]).facts.collection).toBeNull()
    expect(plainText(cite('bluebook', recordOfDocument(document, [], [{ ...event, reference: '24-118' }]), []))).toContain(
      '(request 24-118, released May 2024)',
    )
  })
  it('is named beside its source where it is one of several', () => {
    const source = aSource(analysis, { title: 'A release', documentIds: [document.id, other.id] })
    expect(plainText(cite('chicago', recordOfDocument(document, [source], []), []))).toBe('“A release,” release.pdf, n.d.')
    expect(plainText(cite('chicago', recordOfDocument(document, [{ ...source, documentIds: [document.id] }], []), []))).toBe(
      '“A release,” n.d.',
    )
  })
  it('takes the first source by number, and what the source says before what the release says', () => {
    const first = aSource(analysis, {
      number: 1,
      title: 'First',
      documentIds: [document.id],
      csl: { type: 'document', archive_collection: '2020-ICFO-00002' },
    })
    const second = aSource(analysis, { number: 2, title: 'Second', documentIds: [document.id] })
    const cited = recordOfDocument(document, [second, first], [aDisclosureEvent(document, { reference: '2024-ICFO-00001' })])
    expect(cited).toMatchObject({ title: 'First', facts: { collection: '2020-ICFO-00002', released: null } })
  })
})

describe('facts of a source', () => {
  const written: fc.Arbitrary<SourceFacts> = facts
  it('come back from the item that they are written into, whatever it held', () => {
    fc.assert(
      fc.property(written, written, (before, after) => {
        const item = itemWithFacts(itemWithFacts({ id: 'x', medium: 'paper', custom: { kept: 1 } }, before), after)
        expect(factsOfItem(item)).toEqual(after)
        expect(item).toMatchObject({ id: 'x', medium: 'paper', custom: { kept: 1 } })
      }),
    )
  })
  it('change nothing of an item where nothing changed', () => {
    const item = { type: 'document', genre: 'Delivery order', number: 12, authority: 'An <i>agency</i>', custom: { kind: 'unheard-of' } }
    expect(itemWithFacts(item, factsOfItem(item))).toEqual(item)
    expect(itemWithFacts({}, factsOfItem({}))).toEqual({})
  })
  it('say the kind by type and genre, as other programs read it', () => {
    expect(itemWithFacts({}, { ...factsOfItem({}), kind: 'contract' })).toEqual({ type: 'document', genre: 'Contract' })
    expect(factsOfItem({ type: 'document', genre: 'Justification and approval' })).toMatchObject({
      kind: 'solicitation',
      called: 'Justification and approval',
    })
    expect(itemWithFacts({ type: 'report' }, { ...factsOfItem({}), kind: 'contract', called: 'Memorandum' })).toEqual({
      type: 'document',
      genre: 'Memorandum',
      custom: { kind: 'contract' },
    })
  })
})
