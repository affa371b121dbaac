import { STAGES } from '@shared/purchases/purchase'
import { put } from '@shared/storage/records'
import { aDocument, aFigure, anAnalysis, anAnnotation, anEvent, aPurchase } from '@shared/testing/builders'
import { newId } from '@shared/units/ids'
import { partialDateSchema } from '@shared/units/time'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { duplicateAnalysis } from '../../analyses/commands/duplicate-analysis'
import { deleteAnnotations } from '../../annotations/commands/delete-annotations'
import { putEvent } from '../../chronology/commands/put-event'
import { removeEvents } from '../../chronology/commands/remove-events'
import { removeDocument } from '../../documents/commands/remove-document'
import { startEmpty } from '../../seed/commands/start-empty'
import { type CommandBench, commandBench } from '../../testing/command-bench'
import { addPurchase } from './add-purchase'
import { editPurchase } from './edit-purchase'
import { linkPassageToPurchase } from './link-passage'
import { putFigure } from './put-figure'
import { removeFigure } from './remove-figure'
import { removePurchases } from './remove-purchases'

const date = (text: string) => partialDateSchema.parse(text)
const analysis = anAnalysis()
const document = aDocument()
const mark = anAnnotation(document, { segments: [{ quote: '$9.2 million' }] })
const other = anAnnotation(document)
const figure = aFigure({ kind: 'potential', cents: 920_000_000, printed: '$9.2 million', annotationId: mark.id })
const purchase = aPurchase(analysis, { figures: [figure], annotationIds: [mark.id, other.id] })
const event = anEvent(analysis, { purchaseId: purchase.id, annotationIds: [mark.id] })
const fields = {
  vendor: ' Acme ',
  product: '',
  identifier: '70CTD022FR0000001',
  agency: 'TA',
  stage: STAGES[2],
  date: date('2025-09'),
  from: null,
  until: null,
  note: '',
}
const newMark = { id: newId('annotation'), documentId: document.id, segments: mark.segments }

let bench: CommandBench
beforeEach(async () => {
  bench = commandBench('purchase-commands-test')
  await bench.have([
    put('analyses', analysis),
    put('documents', document),
    put('annotations', mark),
    put('annotations', other),
    put('purchases', purchase),
    put('chronologyEvents', event),
  ])
})
afterEach(() => bench.remove())
const stored = async (id: string = purchase.id) => bench.db.get('purchases', id)

describe('a purchase', () => {
  it('is added with its figure and the passage that gives it, as one step', async () => {
    const id = newId('purchase')
    await bench.runBothWays(addPurchase, {
      id,
      analysisId: analysis.id,
      fields,
      figures: [{ ...figure, id: newId('figure'), annotationId: newMark.id }],
      annotationIds: [newMark.id],
      mark: newMark,
    })
    expect(await stored(id)).toMatchObject({ vendor: 'Acme', author: 'Researcher', annotationIds: [newMark.id] })
    expect((await bench.db.get('annotations', newMark.id))?.author).toBe('Researcher')
  })
  it('has to be told from others, with dates that can be and passages that are there', async () => {
    const add = { id: newId('purchase'), analysisId: analysis.id, fields, figures: [], annotationIds: [], mark: null }
    expect(await bench.refusal(addPurchase, { ...add, fields: { ...fields, vendor: ' ', identifier: '' } })).toBe('purchase-unnamed')
    expect(await bench.refusal(addPurchase, { ...add, fields: { ...fields, date: date('2025-13') } })).toBe('no-such-date')
    expect(await bench.refusal(addPurchase, { ...add, fields: { ...fields, from: date('2025'), until: date('2024-12') } })).toBe(
      'ends-before',
    )
    expect(await bench.refusal(addPurchase, { ...add, annotationIds: [newId('annotation')] })).toBe('mark-missing')
    expect(await bench.refusal(addPurchase, { ...add, analysisId: anAnalysis().id })).toBe('analysis-gone')
    expect(await bench.refusal(editPurchase, { id: newId('purchase'), fields })).toBe('purchase-gone')
  })
  it('is changed, keeping its figures', async () => {
    await bench.runBothWays(editPurchase, { id: purchase.id, fields })
    expect(await stored()).toEqual({ ...purchase, ...fields, vendor: 'Acme' })
  })
  it('keeps figures that differ side by side', async () => {
    const second = aFigure({ kind: 'potential', cents: 610_000_000, printed: '$6.1 million' })
    await bench.runBothWays(putFigure, { purchaseId: purchase.id, figure: second, mark: null })
    await bench.runBothWays(putFigure, { purchaseId: purchase.id, figure: { ...second, note: 'from a page' }, mark: null })
    expect((await stored())?.figures).toEqual([figure, { ...second, note: 'from a page' }])
    await bench.runBothWays(removeFigure, { purchaseId: purchase.id, figureId: figure.id })
    expect(await bench.refusal(removeFigure, { purchaseId: purchase.id, figureId: figure.id })).toBe('figure-gone')
  })
  it('rests on passages, each of them once', async () => {
    await bench.runBothWays(linkPassageToPurchase, { purchaseId: purchase.id, annotationId: mark.id, mark: null, linked: true })
    expect((await stored())?.annotationIds).toEqual([other.id, mark.id])
    await bench.runBothWays(linkPassageToPurchase, { purchaseId: purchase.id, annotationId: mark.id, mark: null, linked: false })
    expect((await stored())?.annotationIds).toEqual([other.id])
  })
  it('goes without leaving an event that names it', async () => {
    await bench.runBothWays(removePurchases, { ids: [purchase.id] })
    expect(await bench.db.get('chronologyEvents', event.id)).toEqual({ ...event, purchaseId: null })
    expect(await bench.refusal(removePurchases, { ids: [purchase.id] })).toBe('purchase-gone')
  })
})

describe('an event', () => {
  it('is added from a passage, changed and removed', async () => {
    const { author: _author, createdAt: _at, ...wish } = anEvent(analysis, { date: date('2025'), annotationIds: [newMark.id] })
    await bench.runBothWays(putEvent, { ...wish, mark: newMark })
    await bench.runBothWays(putEvent, { ...wish, title: ' Said otherwise ', mark: null })
    expect(await bench.db.get('chronologyEvents', wish.id)).toMatchObject({ title: 'Said otherwise', annotationIds: [newMark.id] })
    await bench.runBothWays(removeEvents, { ids: [wish.id] })
    expect(await bench.refusal(removeEvents, { ids: [wish.id] })).toBe('event-gone')
    expect(await bench.refusal(putEvent, { ...wish, title: ' ', mark: null })).toBe('event-unnamed')
    expect(await bench.refusal(putEvent, { ...wish, until: date('2024'), mark: null })).toBe('ends-before')
    expect(await bench.refusal(putEvent, { ...wish, purchaseId: newId('purchase'), mark: null })).toBe('purchase-gone')
  })
})

describe('what goes', () => {
  const bare = { ...purchase, annotationIds: [other.id], figures: [{ ...figure, annotationId: null }] }
  it('leaves figures and events without a passage, never with one that is not there', async () => {
    await bench.runBothWays(deleteAnnotations, { ids: [mark.id] })
    expect(await stored()).toEqual(bare)
    expect((await bench.db.get('chronologyEvents', event.id))?.annotationIds).toEqual([])
  })
  it('does so with the whole document, too', async () => {
    await bench.runBothWays(removeDocument, { id: document.id, withMarks: true })
    expect(await stored()).toEqual({ ...bare, annotationIds: [] })
  })
  it('takes the ledger of the bundled analysis along, and no other', async () => {
    const mine = anAnalysis()
    const kept = aPurchase(mine, { annotationIds: [mark.id] })
    await bench.have([put('analyses', mine), put('purchases', kept)])
    await bench.runBothWays(startEmpty, { analysisId: analysis.id, documentIds: [document.id] })
    expect(await bench.db.all('purchases')).toEqual([{ ...kept, annotationIds: [] }])
    expect(await bench.db.all('chronologyEvents')).toEqual([])
  })
})

it('a duplicate of an analysis has a ledger and a chronology of its own', async () => {
  const copyId = newId('analysis')
  await bench.runBothWays(duplicateAnalysis, { id: analysis.id, copyId, title: 'Copy' })
  const [copy] = await bench.db.where('purchases', 'analysisId', copyId)
  const [happened] = await bench.db.where('chronologyEvents', 'analysisId', copyId)
  expect(copy?.figures[0]?.annotationId).toBe(mark.id)
  expect(happened?.purchaseId).toBe(copy?.id)
})
