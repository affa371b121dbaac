import { PRINTED_AT } from '@shared/desktop/printed-at'

/** Where a printed link leads. */
export type PrintedLink =
  | { readonly kind: 'file'; readonly path: string; /** Page from 0; null for the file as a whole. */ readonly page: number | null }
  | { readonly kind: 'place'; readonly name: string }
  /** Anything else beside the dossier, by its relative address. */
  | { readonly kind: 'relative'; readonly address: string }
  /** An address of its own, which is left as it is. */
  | { readonly kind: 'other' }

/** Reads the address of a printed link: what the dossier links relative to itself begins with the address at which it was printed. */
export function printedLink(uri: string): PrintedLink {
  if (!uri.startsWith(PRINTED_AT)) return { kind: 'other' }
  const address = uri.slice(PRINTED_AT.length)
  const [path = '', fragment = ''] = address.split('#')
  if (path === '') return { kind: 'place', name: fragment }
  if (!path.endsWith('.pdf')) return { kind: 'relative', address }
  const page = /^page=([1-9]\d*)$/.exec(fragment)?.[1]
  return { kind: 'file', path: decodeURIComponent(path), page: page === undefined ? null : Number(page) - 1 }
}

/** What a link is called to those who do not see it. */
export function linkWords(link: PrintedLink, uri: string): string {
  if (link.kind === 'file') return `Opens ${link.path}${link.page === null ? '' : ` at page ${link.page + 1}`}`
  if (link.kind === 'place') return `Goes to ${link.name} in this dossier`
  return link.kind === 'relative' ? `Opens ${link.address}` : `Opens ${uri}`
}
