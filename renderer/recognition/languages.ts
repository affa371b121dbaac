import { type Outcome, messageOf, ok, problem, trouble } from '@shared/errors/outcome'
import { z } from 'zod'
import type { Database } from '../storage/database'
import type { LanguageData } from './recognition-job'
import { checkLanguageData } from './language-data'

/** A language that texts can be recognised in. */
export type Language = { readonly code: string; readonly name: string; readonly bytes: number; readonly ships: boolean }

/** English lies beside the program. */
const ENGLISH: Language = { code: 'eng', name: 'English', bytes: 0, ships: true }

const KEY = 'recognition-language:'
const languageRowSchema = z.object({ code: z.string(), bytes: z.number(), data: z.instanceof(Blob) })

/** The name of a language by its three-letter code, as the browser knows it: `fra` is French, `chi_sim` stays as it is. */
function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }).of(code) ?? code
  } catch (thrown) {
    // Codes such as `chi_sim` are no language tags.
    if (thrown instanceof RangeError) return code
    throw thrown
  }
}

/** English and the languages that were added, by name. */
export async function readLanguages(db: Database): Promise<readonly Language[]> {
  const rows = await db.preferences.where('key').startsWith(KEY).toArray()
  const added = rows.flatMap(({ value }): readonly Language[] => {
    const row = languageRowSchema.safeParse(value)
    return row.success ? [{ code: row.data.code, name: languageName(row.data.code), bytes: row.data.bytes, ships: false }] : []
  })
  return [ENGLISH, ...added.toSorted((a, b) => a.name.localeCompare(b.name))]
}

/** What the program needs to read these languages, in order; those that are not here are left out, and English stands in for none at all. */
export async function languageData(db: Database, codes: readonly string[]): Promise<readonly LanguageData[]> {
  const found: LanguageData[] = []
  for (const code of new Set(codes)) {
    if (code === ENGLISH.code) found.push({ code, data: null })
    else {
      const row = languageRowSchema.safeParse((await db.preferences.get(`${KEY}${code}`))?.value)
      if (row.success) found.push({ code, data: row.data.data })
    }
  }
  return found.length === 0 ? [{ code: ENGLISH.code, data: null }] : found
}

/**
 * Adds a language from a `.traineddata` or `.traineddata.gz` file. Problems: `not-a-language` (another file, or one without the
 * kind of model that is used here).
 */
export async function addLanguage(db: Database, file: File): Promise<Outcome<Language>> {
  const code = /^([A-Za-z][A-Za-z_]{1,30})\.traineddata(\.gz)?$/.exec(file.name)?.[1]
  const refused = (why: string): Outcome<never> =>
    trouble(
      problem(
        'not-a-language',
        `“${file.name}” was not added: ${why}.`,
        'Choose a file such as fra.traineddata, made for Tesseract 4 or later.',
      ),
    )
  if (code === undefined) return refused('its name is not that of a language, such as fra.traineddata')
  if (code === ENGLISH.code) return refused('English is there already')
  try {
    const data = await unpacked(file)
    const wrong = checkLanguageData(new Uint8Array(await data.arrayBuffer()))
    if (wrong !== null) return refused(wrong)
    await db.preferences.put({ key: `${KEY}${code}`, value: { code, bytes: data.size, data } })
    return ok({ code, name: languageName(code), bytes: data.size, ships: false })
  } catch (thrown) {
    // A packed file that is damaged, or a disk that is full.
    return refused(`it could not be read or kept (${messageOf(thrown)})`)
  }
}

/** Takes an added language away; text that was recognised with it stays. */
export const removeLanguage = (db: Database, code: string): Promise<void> => db.preferences.delete(`${KEY}${code}`)

async function unpacked(file: File): Promise<Blob> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  // gzip (RFC 1952) begins with these two bytes.
  return first === 0x1f && second === 0x8b ? new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob() : file.slice()
}
