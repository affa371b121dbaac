import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'

const { version: present } = JSON.parse(readFileSync(join(import.meta.dirname, '../../node_modules/pdfjs-dist/package.json'), 'utf8')) as {
  readonly version: string
}

/** The call by which the program reads the text of a page, as it is built: names of properties are not shortened. */
const READING = '.getTextContent({disableNormalization:!1,includeMarkedContent:!1})'

/**
 * Has the browser run the built program as an earlier release of it would have been: another version of pdf.js, which misread some words. All
 * else of it, and of what it leaves behind, is the program's own.
 * @param misread each word as it is printed, with what is read in its place; as long as the word, so that its place holds
 */
export async function asEarlierProgram(context: BrowserContext, version: string, misread: Readonly<Record<string, string>>): Promise<void> {
  const changed = Object.entries(misread)
    .map(([printed, read]) => `.replaceAll(${JSON.stringify(printed)},${JSON.stringify(read)})`)
    .join('')
  const reading = `${READING}.then(content=>{for(const item of content.items)if(item.str)item.str=item.str${changed};return content})`
  await context.route(/\/assets\/[^/]+\.m?js$/, async (route) => {
    const response = await route.fetch()
    const script = await response.text()
    await route.fulfill({ response, body: script.replaceAll(READING, reading).replaceAll(present, version) })
  })
}
