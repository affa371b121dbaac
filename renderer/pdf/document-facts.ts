import type { OutlineItem } from '@shared/documents/document'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { pdfjs } from './pdfjs'

/** What a PDF says of itself, beside its pages. */
export type DocumentFacts = {
  readonly labels: readonly (string | null)[]
  readonly metadata: Readonly<Record<string, string>>
  readonly encrypted: boolean
  readonly copyingDiscouraged: boolean
}

/** Entries that pdf.js adds to the information dictionary about the file; the version is worth keeping. */
const NOT_METADATA = new Set([
  'EncryptFilterName',
  'IsLinearized',
  'IsAcroFormPresent',
  'IsXFAPresent',
  'IsCollectionPresent',
  'IsSignaturesPresent',
  'Language',
  'Custom',
])
const MAX_OUTLINE_ITEMS = 10_000
/** Levels below this one are left out: nobody reads them, and a thousand of them exhaust the stack of whatever walks the outline. */
const MAX_OUTLINE_LEVELS = 40

type Entries = Readonly<Record<string, unknown>>
const isEntries = (value: unknown): value is Entries => typeof value === 'object' && value !== null

/** Damage in labels, information or permissions must not keep the pages from being read: they then count as not given. */
export async function readFacts(pdf: PDFDocumentProxy): Promise<DocumentFacts> {
  const notGiven = () => null
  const [labels, described, permissions] = await Promise.all([
    pdf.getPageLabels().catch(notGiven),
    pdf.getMetadata().catch(notGiven),
    pdf.getPermissions().catch(notGiven),
  ])
  const info: Entries = isEntries(described?.info) ? described.info : {}
  return {
    labels: Array.from({ length: pdf.numPages }, (_, index) => labels?.[index]?.trim() || null),
    metadata: metadataOf(info),
    encrypted: typeof info['EncryptFilterName'] === 'string',
    copyingDiscouraged: permissions !== null && !permissions.has(pdfjs.PermissionFlag.COPY),
  }
}

function metadataOf(info: Entries): Record<string, string> {
  const own = Object.entries(info).filter(([key]) => !NOT_METADATA.has(key))
  const custom = isEntries(info['Custom']) ? Object.entries(info['Custom']) : []
  return Object.fromEntries(
    [...own, ...custom].flatMap(([key, value]) => (typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()]] : [])),
  )
}

type OutlineNode = { readonly title: string; readonly dest: string | readonly unknown[] | null; readonly items: readonly OutlineNode[] }

/** The outline with its destinations as page indexes; entries beyond 10,000 and levels beyond 40 are left out. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<readonly OutlineItem[]> {
  const nodes: readonly OutlineNode[] = (await pdf.getOutline().catch(() => null)) ?? []
  let left = MAX_OUTLINE_ITEMS
  const convert = async (node: OutlineNode, level: number): Promise<OutlineItem> => ({
    title: node.title.trim(),
    pageIndex: await pageOfDestination(pdf, node.dest),
    children: level < MAX_OUTLINE_LEVELS ? await each(node.items, level + 1) : [],
  })
  const each = async (list: readonly OutlineNode[], level: number): Promise<readonly OutlineItem[]> => {
    const taken = list.slice(0, left)
    left -= taken.length
    return Promise.all(taken.map((node) => convert(node, level)))
  }
  return each(nodes, 1)
}

type PageReference = Parameters<PDFDocumentProxy['getPageIndex']>[0]
const isReference = (value: unknown): value is PageReference =>
  isEntries(value) && typeof value['num'] === 'number' && typeof value['gen'] === 'number'

/** The page that a destination (ISO 32000-1, 12.3.2) shows, from 0; null where it leads nowhere in this file. */
export async function pageOfDestination(pdf: PDFDocumentProxy, destination: unknown): Promise<number | null> {
  const explicit: unknown = typeof destination === 'string' ? await pdf.getDestination(destination).catch(() => null) : destination
  if (!Array.isArray(explicit)) return null
  const target: unknown = explicit[0]
  if (typeof target === 'number') return Number.isInteger(target) && target >= 0 && target < pdf.numPages ? target : null
  return isReference(target) ? pdf.getPageIndex(target).catch(() => null) : null
}
