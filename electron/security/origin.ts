/** The origin of the window: a scheme of Vouch's own, so that nothing on the network can be it. */
export const SCHEME = 'app'
export const HOST = 'vouch'
export const START_PAGE = `${SCHEME}://${HOST}/`

/** Tells the window's own addresses from all others. Compares protocol and host: Node gives the origin `null` for every custom scheme. */
export type OwnAddress = (address: string) => boolean

/** @param development the address of the development server; null in what people use */
export function ownAddress(development: string | null): OwnAddress {
  const server = development === null ? null : new URL(development)
  return (address) => {
    if (!URL.canParse(address)) return false
    const { protocol, host, username, password } = new URL(address)
    if (username !== '' || password !== '') return false
    if (protocol === `${SCHEME}:` && host === HOST) return true
    return server !== null && host === server.host && (protocol === 'http:' || protocol === 'ws:')
  }
}
