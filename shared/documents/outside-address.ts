/** An address in a document as it really is: what is typed in it, the host in the letters that decide, and what to be careful about. */
export type OutsideAddress = {
  /** The whole address with every unusual character written out (`%E2%80%AE`), so that nothing in it can pass for something else. */
  readonly address: string
  /** The host as computers read it: `xn--…` where it holds letters outside of ASCII. Null where the address names none. */
  readonly host: string | null
  /** A sentence of care; null where there is nothing unusual. */
  readonly care: string | null
}

/** Reads an address that a document links to. It is never opened. */
export function readOutsideAddress(written: string): OutsideAddress {
  const url = URL.canParse(written) ? new URL(written) : null
  if (url === null) return { address: encodeUnusual(written), host: null, care: 'This is no complete address.' }
  const address = url.host === '' ? encodeUnusual(written) : url.href
  const host = url.host === '' ? null : url.host
  if (host !== null && /(?:^|\.)xn--/.test(host))
    return { address, host, care: 'The name of its host holds letters that can look like others. It is shown as computers read it.' }
  if (url.username !== '' || url.password !== '')
    return { address, host, care: `What stands before “@” is no part of the host. The address leads to ${host ?? 'nowhere'}.` }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol))
    return { address, host, care: `It begins with “${url.protocol}”, which may start a program where it is opened.` }
  return { address, host, care: null }
}

/** Everything but visible ASCII as percent signs and bytes. */
const encodeUnusual = (text: string): string => text.replace(/[^\u0021-\u007e]+/g, (part) => encodeURIComponent(part.toWellFormed()))
