import type { PDFDocumentProxy } from 'pdfjs-dist'
import { z } from 'zod'

/** What a PDF brings along beside its pages. It is listed, and nothing of it is ever run. */
export type DocumentParts = {
  readonly attachments: readonly { readonly id: string; readonly name: string; readonly description: string }[]
  readonly fields: readonly { readonly name: string; readonly kind: string; readonly value: string }[]
  /** How many more there are than are listed. */
  readonly beyond: { readonly attachments: number; readonly fields: number }
  /** Scripts of the document itself, by when they would run: how many. */
  readonly scripts: readonly { readonly when: string; readonly count: number }[]
  /** There are scripts, in the document or in its form fields. */
  readonly scripted: boolean
}

const attachmentSchema = z.object({ filename: z.string().catch(''), rawFilename: z.string().catch(''), description: z.string().nullish() })
const fieldSchema = z.object({
  type: z.string().catch(''),
  value: z.unknown().optional(),
  hidden: z.boolean().nullish(),
  password: z.boolean().nullish(),
})

/** Things listed at most: a hostile file may hold any number. */
const MOST = 2000
/** Characters of a field's value that are shown. */
const LONGEST = 500

const KINDS: Readonly<Record<string, string>> = {
  text: 'text',
  checkbox: 'check box',
  radiobutton: 'choice',
  combobox: 'choice',
  listbox: 'choice',
  button: 'button',
  signature: 'signature',
}

const nothing = () => null

/** Reads what a PDF brings along. Parts that can't be read count as not there. */
export async function readDocumentParts(pdf: PDFDocumentProxy): Promise<DocumentParts> {
  const [attachments, fields, scripts, scripted] = await Promise.all([
    pdf.getAttachments().catch(nothing),
    pdf.getFieldObjects().catch(nothing),
    pdf.getJSActions().catch(nothing),
    pdf.hasJSActions().catch(() => false),
  ])
  const left = (all: { readonly size: number } | null): number => Math.max(0, (all?.size ?? 0) - MOST)
  return {
    beyond: { attachments: left(attachments), fields: left(fields) },
    attachments: [...((attachments ?? new Map()) as ReadonlyMap<string, unknown>)].slice(0, MOST).flatMap(([id, given]) => {
      const known = attachmentSchema.safeParse(given)
      return known.success
        ? [{ id, name: known.data.rawFilename || known.data.filename || id, description: known.data.description ?? '' }]
        : []
    }),
    fields: [...((fields ?? new Map()) as ReadonlyMap<string, readonly unknown[]>)].slice(0, MOST).flatMap(([name, widgets]) => {
      const known = widgets.map((widget) => fieldSchema.safeParse(widget)).find((parsed) => parsed.success && parsed.data.type !== '')
      if (known?.success !== true) return []
      const { type, value, password } = known.data
      return [{ name, kind: KINDS[type] ?? type, value: password === true ? 'not shown: a password' : stateOf(type, wordsOf(value)) }]
    }),
    scripts: [...((scripts ?? new Map()) as ReadonlyMap<string, unknown>)].map(([when, list]) => ({
      when,
      count: Array.isArray(list) ? list.length : 1,
    })),
    scripted,
  }
}

function wordsOf(value: unknown): string {
  const words = Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(', ') : typeof value === 'string' ? value : ''
  return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words
}

/** What a field holds. A check box or a choice that is not taken holds `Off`, another one the name that its form gives to the tick (ISO 32000-2, 12.7.5.2); a button holds nothing. */
function stateOf(type: string, value: string): string {
  if (type === 'button') return ''
  if (type === 'checkbox') return value === '' || value === 'Off' ? 'not ticked' : `ticked: ${value}`
  return type === 'radiobutton' && value === 'Off' ? '' : value
}

/** The bytes of an attachment; null where they can't be read. */
export async function readAttachment(pdf: PDFDocumentProxy, id: string): Promise<Uint8Array | null> {
  const content: unknown = await pdf.getAttachmentContent(id).catch(nothing)
  if (content instanceof Uint8Array) return content
  const wrapped = z.object({ content: z.instanceof(Uint8Array) }).safeParse(content)
  return wrapped.success ? wrapped.data.content : null
}
