import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from '@playwright/test'

/** A file to drop: a path, or a name with its bytes. */
export type Dropped = string | { readonly name: string; readonly bytes: Buffer }

/** Drops files on the window, as a person does from a file manager (a synthetic event; the system's own drag can't be driven). */
export async function dropFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  const contents = files.map((file) =>
    typeof file === 'string'
      ? { name: basename(file), base64: readFileSync(file).toString('base64') }
      : { name: file.name, base64: file.bytes.toString('base64') },
  )
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer()
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      data.items.add(new File([bytes], name, { type: 'application/pdf' }))
    }
    return data
  }, contents)
  for (const type of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('body', type, { dataTransfer: transfer })
}
