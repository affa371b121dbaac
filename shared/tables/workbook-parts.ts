import { formatOfId } from './number-formats'
import type { ReadPart } from './read-xlsx'
import type { Attributes, XmlEvents } from './scan-xml'
import { tooMuchText } from './table-trouble'
import { cellText, MOST_TEXT } from './table'

export type WorkbookParts = {
  /** In the order of the tabs. `part` is null for a sheet that holds no cells (a chart), or whose part is missing. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string | null }[]
  readonly strings: string | null
  readonly styles: string | null
  readonly from1904: boolean
}

type Relation = { readonly id: string; readonly type: string; readonly part: string }

const nothing = (): void => undefined
const opening = (open: (name: string, attributes: Attributes) => void): XmlEvents => ({ open, text: nothing, close: nothing })

/** What belongs to a part, by its relationships. What lies outside of the file is left out. */
async function relationsOf(readPart: ReadPart, part: string): Promise<readonly Relation[]> {
  const cut = part.lastIndexOf('/') + 1
  const relations: Relation[] = []
  await readPart(
    `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`,
    opening((name, attributes) => {
      if (name !== 'Relationship' || attributes('TargetMode') === 'External') return
      relations.push({
        id: attributes('Id') ?? '',
        type: (attributes('Type') ?? '').replace(/^.*\//, ''),
        part: resolved(part.slice(0, cut), attributes('Target') ?? ''),
      })
    }),
  )
  return relations
}

/** A target as a part of the file: `/xl/a.xml`, `worksheets/a.xml` and `../a.xml` alike. */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** The list of a workbook's sheets and where its parts stand; null where the file holds no workbook. */
export async function readWorkbook(readPart: ReadPart): Promise<WorkbookParts | null> {
  const main = (await relationsOf(readPart, '')).find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  const named: { name: string; hidden: boolean; id: string }[] = []
  let [from1904, isWorkbook] = [false, false]
  const there = await readPart(
    main,
    opening((name, attributes) => {
      if (name === 'workbook') isWorkbook = true
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes('date1904') ?? '')
      if (name === 'sheet')
        named.push({ name: attributes('name') ?? '', hidden: (attributes('state') ?? 'visible') !== 'visible', id: attributes('id') ?? '' })
    }),
  )
  if (!there || !isWorkbook) return null
  const relations = await relationsOf(readPart, main)
  const partOf = (type: string): string | null => relations.find((relation) => relation.type === type)?.part ?? null
  return {
    sheets: named.map(({ name, hidden, id }) => ({
      name,
      hidden,
      part: relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.part ?? null,
    })),
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    from1904,
  }
}

/** The strings that cells name by number. What is written above Asian characters to say how they sound is left out. */
export async function readSharedStrings(readPart: ReadPart, part: string | null): Promise<readonly string[]> {
  const strings: string[] = []
  if (part === null) return strings
  let [held, sound, inText, spent] = ['', false, false, 0]
  await readPart(part, {
    open(name) {
      if (name === 'si') held = ''
      else if (name === 'rPh') sound = true
      else if (name === 't') inText = true
    },
    text(words) {
      if (inText && !sound) held += words
    },
    close(name) {
      if (name === 't') inText = false
      else if (name === 'rPh') sound = false
      else if (name === 'si') {
        spent += held.length
        if (spent > MOST_TEXT) throw tooMuchText(MOST_TEXT)
        strings.push(writtenOut(held))
      }
    },
  })
  return strings
}

/** The number format of every style that a cell can name. */
export async function readStyles(readPart: ReadPart, part: string | null): Promise<readonly string[]> {
  const own = new Map<number, string>()
  const ofStyle: number[] = []
  let inCells = false
  if (part !== null) {
    await readPart(part, {
      open(name, attributes) {
        if (name === 'numFmt') own.set(Number(attributes('numFmtId')), attributes('formatCode') ?? 'General')
        else if (name === 'cellXfs') inCells = true
        else if (name === 'xf' && inCells) ofStyle.push(Number(attributes('numFmtId') ?? 0))
      },
      text: nothing,
      close(name) {
        if (name === 'cellXfs') inCells = false
      },
    })
  }
  return ofStyle.map((id) => formatOfId(id, own))
}

/** A string as a workbook means it: characters that XML can't hold are written `_x000D_` (ISO/IEC 29500-1, 22.9.2.19). */
export const writtenOut = (text: string): string =>
  cellText(
    text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text,
  )
