// 100,000 annotations in the workbench's own database; the read of one page.
import { join } from 'node:path'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '../..')

/** @param {import('playwright-core').Browser} browser */
export async function benchAnnotations(browser) {
  const server = await createServer({ configFile: false, root, logLevel: 'error', resolve: { alias: { '@shared': join(root, 'shared') } }, optimizeDeps: { entries: ['scripts/bench/annotations.html'] }, server: { host: '127.0.0.1', port: 0, hmr: false } })
  await server.listen()
  const page = await browser.newPage()
  try {
    await page.goto(`${server.resolvedUrls.local[0]}scripts/bench/annotations.html`)
    await page.waitForFunction(() => 'measureAnnotations' in window)
    const { stored, p50, p95, onPage } = await page.evaluate(() => window.measureAnnotations(100_000))
    return [
      { what: '100,000 annotations stored', value: `${(stored / 1000).toFixed(1)} s` },
      { what: `one page’s read (${onPage.toFixed(1)} marks a page), p50`, value: `${p50.toFixed(2)} ms` },
      { what: 'one page’s read, p95', value: `${p95.toFixed(2)} ms`, aim: 'at most 5 ms', met: p95 <= 5 },
    ]
  } finally {
    await page.close()
    await server.close()
  }
}
