import { randomBytes } from 'node:crypto'
import { get } from 'node:http'
import type { Socket } from 'node:net'

/** The little of RFC 6455 that talking to a browser on this machine needs: text messages, whole or in parts. */
export type TextSocket = { send(text: string): void; close(): void }

export function openTextSocket(url: string, take: (text: string) => void): Promise<TextSocket> {
  const { hostname, port, pathname } = new URL(url)
  return new Promise((opened, fail) => {
    const request = get({
      hostname,
      port,
      path: pathname,
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      },
    })
    request.once('error', fail)
    request.once('response', (response) => fail(new Error(`no socket at ${url}: status ${response.statusCode}`)))
    request.once('upgrade', (_response, socket: Socket, head: Buffer) => {
      readMessages(socket, head, take)
      socket.on('error', () => socket.destroy())
      opened({ send: (text) => void socket.write(frameOf(text)), close: () => socket.destroy() })
    })
  })
}

/** One masked text frame, as a client sends it. */
function frameOf(text: string): Buffer {
  const content = Buffer.from(text)
  const mask = randomBytes(4)
  const length =
    content.length < 126
      ? Buffer.from([0x80 | content.length])
      : content.length < 65_536
        ? Buffer.from([0xfe, content.length >> 8, content.length & 0xff])
        : Buffer.concat([Buffer.from([0xff, 0, 0, 0, 0]), uint32(content.length)])
  return Buffer.concat([Buffer.from([0x81]), length, mask, content.map((byte, at) => byte ^ (mask[at % 4] ?? 0))])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function readMessages(socket: Socket, head: Buffer, take: (text: string) => void): void {
  let waiting = head
  let parts: Buffer[] = []
  const read = (): void => {
    for (;;) {
      const frame = firstFrame(waiting)
      if (frame === null) return
      waiting = waiting.subarray(frame.whole)
      if (frame.opcode > 2) continue
      parts.push(frame.content)
      if (!frame.last) continue
      take(Buffer.concat(parts).toString('utf8'))
      parts = []
    }
  }
  socket.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk])
    read()
  })
  read()
}

function firstFrame(
  bytes: Buffer,
): { readonly opcode: number; readonly last: boolean; readonly content: Buffer; readonly whole: number } | null {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return null
  const short = second & 0x7f
  const start = short === 126 ? 4 : short === 127 ? 10 : 2
  if (bytes.length < start) return null
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short
  return bytes.length < start + length
    ? null
    : { opcode: first & 0x0f, last: (first & 0x80) !== 0, content: bytes.subarray(start, start + length), whole: start + length }
}
