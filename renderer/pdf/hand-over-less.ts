import { isA } from './annotation-kind'

/** How many links of a page a window takes over. */
export const MOST_LINKS = 1000

/** A message between both halves of pdf.js; `callbackId` ties an answer to what was asked by the same asker. */
type Message = Readonly<Record<string, unknown>>
const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null

/** Annotations that are not shown on a screen (ISO 32000-2, table 167): invisible, no view. */
const NOT_SHOWN = 1 | 32

/** Whether an annotation, as pdf.js gives it, is shown on a screen. */
export function isShown(annotation: unknown): boolean {
  const flags = isMessage(annotation) ? annotation['annotationFlags'] : undefined
  return typeof flags === 'number' && (flags & NOT_SHOWN) === 0
}

const isLink = isA(['Link'])

/** Of many annotations those that are shown, and no more links than tell that there are more than a window takes. */
function fewer(annotations: readonly unknown[]): readonly unknown[] {
  let links = 0
  return annotations.filter((one) => isShown(one) && (!isLink(one) || (links += 1) <= MOST_LINKS + 1))
}

/**
 * Stands between a window and the half of pdf.js that parses: of a page's links no more come over than a window shows. pdf.js hands over
 * all that there are at once, and twenty thousand hold up the window for a fifth of a second.
 */
export function handingOverLess(): {
  /** Hears what the window asks. */
  readonly asked: (message: unknown) => void
  /** What goes to the window, as it is to go. */
  readonly answered: (message: unknown) => unknown
} {
  const waiting = new Set<string>()
  return {
    asked(message) {
      if (!isMessage(message) || message['action'] !== 'GetAnnotationsByType') return
      waiting.add(`${String(message['sourceName'])} ${String(message['callbackId'])}`)
    },
    answered(message) {
      if (!isMessage(message) || message['callback'] === undefined) return message
      if (!waiting.delete(`${String(message['targetName'])} ${String(message['callbackId'])}`)) return message
      const { data } = message
      return Array.isArray(data) ? { ...message, data: fewer(data) } : message
    },
  }
}
