import type { AnnotationId } from '../annotations/annotation'
import { mayCoincide, surelyBefore } from '../units/date-span'
import { AMOUNT_KINDS, type AmountKind, type Figure, type Purchase } from './purchase'

/** What an amount has to have in common with another to be compared with it or added to it. */
export type Unit = { readonly kind: AmountKind; readonly currency: string }
/** Whether a figure can be added to others of a unit: kinds of amounts and currencies never mix. */
export const isOf = (figure: Unit, unit: Unit): boolean => figure.kind === unit.kind && figure.currency === unit.currency

/** Two sources say different amounts of the same kind, of a time that may be the same. */
const conflict = (a: Figure, b: Figure): boolean => isOf(a, b) && a.cents !== b.cents && mayCoincide(a.date, b.date)

/** The figures of a purchase that some other figure of it contradicts. */
export const conflictingFigures = ({ figures }: Pick<Purchase, 'figures'>): readonly Figure[] =>
  figures.filter((figure) => figures.some((other) => conflict(figure, other)))

/** The lowest and the highest amount that stand of a purchase, in cents, with the figures that say so. */
export type Standing = { readonly low: bigint; readonly high: bigint; readonly figures: readonly Figure[] }

/**
 * What stands of a purchase in one unit: its latest figures, as a later one says how it is now. Those of which none is surely later stand side by
 * side, and where they differ they are a range. Null where it has no figure of the unit.
 */
export function standingOf({ figures }: Pick<Purchase, 'figures'>, unit: Unit): Standing | null {
  const own = figures.filter((figure) => isOf(figure, unit))
  const latest = own.filter((figure) => !own.some((other) => surelyBefore(figure.date, other.date)))
  const [first] = latest
  if (first === undefined) return null
  const cents = latest.map((figure) => figure.cents)
  return { low: BigInt(Math.min(...cents)), high: BigInt(Math.max(...cents)), figures: latest }
}

/** The units in which purchases have figures: dollars first, then by the code of the currency; kinds in their order. */
export function unitsOf(purchases: readonly Pick<Purchase, 'figures'>[]): readonly Unit[] {
  const found = new Map<string, Unit>()
  for (const { figures } of purchases) for (const { kind, currency } of figures) found.set(`${kind} ${currency}`, { kind, currency })
  const place = (unit: Unit): string => `${unit.currency === 'USD' ? 0 : 1}${unit.currency}${AMOUNT_KINDS.indexOf(unit.kind)}`
  return [...found.values()].toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

/** All marks that a purchase or one of its figures rests on. */
export const marksOfPurchase = ({ annotationIds, figures }: Pick<Purchase, 'annotationIds' | 'figures'>): readonly AnnotationId[] => [
  ...new Set([...annotationIds, ...figures.flatMap(({ annotationId }) => (annotationId === null ? [] : [annotationId]))]),
]
