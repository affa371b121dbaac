import { ok } from '@shared/errors/outcome'
import { describe, expect, it } from 'vitest'
import { printerOf, type PrintPage } from './printer'

const PAGE = new TextEncoder().encode('<p>A page</p>')
/** Prints nothing until it is stopped. */
const never: PrintPage = (_html, signal) =>
  new Promise((_, fail) => signal.addEventListener('abort', () => fail(new Error('stopped')), { once: true }))

describe('a printing', () => {
  it('gives what the host printed', async () => {
    expect(await printerOf(async (html) => ok(html)).print('a', PAGE)).toEqual(ok(PAGE))
  })
  it('ends when it is cancelled, and only it', async () => {
    const printer = printerOf(never)
    const [one, two] = [printer.print('one', PAGE), printer.print('two', PAGE)]
    await printer.cancel('one')
    expect(await one).toMatchObject({ ok: false, problem: { kind: 'cancelled' } })
    await printer.cancel('nothing of that name')
    await printer.cancel('two')
    expect(await two).toMatchObject({ ok: false, problem: { kind: 'cancelled' } })
  })
  it('ends in time, and says what helps', async () => {
    const ended = await printerOf(never, 1).print('a', PAGE)
    expect(ended).toMatchObject({ ok: false, problem: { kind: 'printing-too-slow', remedy: expect.stringContaining('dossier.html') } })
  })
  it('that fails is trouble in words, not a fault', async () => {
    expect(await printerOf(() => Promise.reject(new Error('ERR_FAILED'))).print('a', PAGE)).toMatchObject({
      ok: false,
      problem: { kind: 'printing-failed', what: expect.stringContaining('ERR_FAILED') },
    })
  })
})
