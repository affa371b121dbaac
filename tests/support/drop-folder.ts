import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ForeignBrowser } from './foreign-browser'

/** Drops a folder on an element, as the system does it: Chromium itself makes the entries of the folder on the disk. */
export async function dropFolder(page: Page, selector: string, folder: string): Promise<void> {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`${selector} is not shown`)
  const session = await page.context().newCDPSession(page)
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files: [folder], dragOperationsMask: 1 },
    })
  }
  await session.detach()
}

/**
 * The same in a browser whose protocol knows no dragging of files: its own files from the disk, in entries made as the File and Directory Entries API
 * describes them, with folders that are read in two goes.
 */
export async function dropFolderElsewhere(browser: ForeignBrowser, selector: string, folder: string): Promise<void> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
  await browser.read(`document.body.insertAdjacentHTML('beforeend', '<input type="file" multiple id="from-disk">')`)
  await browser.choose('#from-disk', ...paths)
  const inFolder = paths.map((path) => `/${basename(folder)}${path.slice(folder.length)}`)
  await browser.read(`(${dropEntries.toString()})(${JSON.stringify(selector)}, ${JSON.stringify(inFolder)})`)
}

/** Runs in the page. */
function dropEntries(selector: string, paths: readonly string[]): void {
  const input = document.querySelector('#from-disk')
  const files = input instanceof HTMLInputElement ? [...(input.files ?? [])] : []
  const entryOf = (path: string): unknown => {
    const file = files[paths.indexOf(path)]
    if (file !== undefined) return { isFile: true, isDirectory: false, fullPath: path, file: (done: (file: File) => void) => done(file) }
    const names = new Set(paths.filter((each) => each.startsWith(`${path}/`)).map((each) => each.slice(path.length + 1).split('/')[0]))
    return {
      isFile: false,
      isDirectory: true,
      fullPath: path,
      createReader: () => {
        const left = [...names].map((name) => entryOf(`${path}/${name}`))
        return { readEntries: (done: (entries: unknown[]) => void) => done(left.splice(0, Math.ceil(names.size / 2))) }
      },
    }
  }
  const root = `/${paths[0]?.split('/')[1] ?? ''}`
  const event = new Event('drop', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'dataTransfer', {
    value: { files: [new File([], root.slice(1))], items: [{ webkitGetAsEntry: () => entryOf(root) }] },
  })
  document.querySelector(selector)?.dispatchEvent(event)
}
