import { createServer } from 'node:net'

/** A port of this machine that nobody listens at. */
export const freePort = (): Promise<number> =>
  new Promise((found, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? found(address.port) : fail(new Error('no port is free'))))
    })
  })

export const isFree = (port: number): Promise<boolean> =>
  new Promise((said) => {
    const server = createServer()
    server.once('error', () => said(false))
    server.listen(port, '127.0.0.1', () => server.close(() => said(true)))
  })
