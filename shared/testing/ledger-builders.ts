import type { Analysis } from '../analyses/analysis'
import { type ChronologyEvent, chronologyEventSchema } from '../chronology/event'
import { type Figure, figureSchema, type Purchase, purchaseSchema } from '../purchases/purchase'
import { BUILT_AT, nextId } from './built-ids'

export const aPurchase = (analysis: Pick<Analysis, 'id'>, over: Partial<Purchase> = {}): Purchase =>
  purchaseSchema.parse({
    id: `purchase_t${nextId()}`,
    analysisId: analysis.id,
    vendor: 'A vendor',
    product: 'A system',
    identifier: '70CTD022FR0000001',
    agency: 'The Agency',
    stage: 'award',
    date: '2025-09',
    from: null,
    until: null,
    figures: [],
    annotationIds: [],
    note: '',
    author: 'Researcher',
    createdAt: BUILT_AT,
    ...over,
  })

export const aFigure = (over: Partial<Figure> = {}): Figure =>
  figureSchema.parse({
    id: `figure_t${nextId()}`,
    kind: 'obligated',
    cents: 375_000_000,
    currency: 'USD',
    printed: '$3.75 million',
    date: null,
    annotationId: null,
    note: '',
    ...over,
  })

export const anEvent = (analysis: Pick<Analysis, 'id'>, over: Partial<ChronologyEvent> = {}): ChronologyEvent =>
  chronologyEventSchema.parse({
    id: `event_t${nextId()}`,
    analysisId: analysis.id,
    kind: 'award',
    date: '2025-09',
    until: null,
    title: 'The order is placed',
    note: '',
    annotationIds: [],
    purchaseId: null,
    author: 'Researcher',
    createdAt: BUILT_AT,
    ...over,
  })
