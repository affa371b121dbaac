import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'
import { dropFiles } from '../support/drop-files'
import { hostilePdf } from '../support/hostile-pdf'
import { startVouch } from '../support/vouch'

/** Listens, and counts whoever knocks. */
async function listen(): Promise<{ readonly url: string; readonly knocks: () => number; close(): void }> {
  let knocks = 0
  const server = createServer((socket) => {
    knocks += 1
    socket.destroy()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return { url: `http://127.0.0.1:${address.port}`, knocks: () => knocks, close: () => void server.close() }
}

test('a document with links, forms, scripts and remote images is opened, read and clicked, and nobody outside is asked for anything', async () => {
  const outside = await listen()
  const vouch = await startVouch({ new: true })
  const { page, context } = vouch
  try {
    const asked: string[] = []
    context.on('request', (request) => asked.push(request.url()))
    const ours = `http://127.0.0.1:${vouch.port}/`

    await page.getByText('Saved twice').waitFor()
    await dropFiles(page, [{ name: 'reaches-out.pdf', bytes: await hostilePdf(outside.url) }])
    await page.goto(`${ours}#/library`)
    await page.getByRole('table').getByRole('button', { name: 'reaches-out.pdf' }).press('Enter')
    await expect(page.getByText('SYNTHETIC TEST DOCUMENT: it tries to reach out')).toBeAttached({ timeout: 30_000 })

    // Every link and button of the page, clicked where it stands.
    const sheet = page.getByRole('region', { name: /^Page 1 of 1/ })
    const box = await sheet.boundingBox()
    if (box === null) throw new Error('the page is not shown')
    const scale = box.width / 612
    for (const y of [647, 627, 607, 587, 567, 547, 510]) {
      await page.mouse.click(box.x + 100 * scale, box.y + (792 - y) * scale)
      await page.keyboard.press('Escape')
    }
    expect(page.url().startsWith(ours)).toBe(true)
    expect(context.pages()).toHaveLength(1)

    // The document made nothing ask for anything.
    expect(asked.filter((url) => !/^(blob:|data:)/.test(url) && !url.startsWith(ours))).toEqual([])
    expect(outside.knocks()).toBe(0)

    // What a page could do by itself is refused by the content security policy.
    const refusals = await page.evaluate(async (url) => {
      const tries = [
        fetch(`${url}/fetch`).then(
          () => 'sent',
          () => 'refused',
        ),
      ]
      const image = new Image()
      tries.push(
        new Promise((done) => {
          image.addEventListener('load', () => done('sent'))
          image.addEventListener('error', () => done('refused'))
        }),
      )
      image.src = `${url}/image.png`
      return Promise.all(tries)
    }, outside.url)
    expect(refusals).toEqual(['refused', 'refused'])

    expect(outside.knocks()).toBe(0)
  } finally {
    await vouch.remove()
    outside.close()
  }
})

test('the test above can fail: the listener does notice a connection', async () => {
  const outside = await listen()
  await fetch(outside.url).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(Error))
  expect(outside.knocks()).toBe(1)
  outside.close()
})
