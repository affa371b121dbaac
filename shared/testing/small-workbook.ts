import { strToU8, zipSync, type Zippable } from 'fflate'

type SmallSheet = {
  readonly name: string
  readonly state?: 'hidden' | 'veryHidden'
  /** What stands within `worksheet`. */ readonly xml: string
}

/** An XLSX file made for a test, part by part. `styles` are the formats of styles 0, 1, …; `parts` are put in beside or in place of the usual ones. */
export function aWorkbook(
  sheets: readonly SmallSheet[],
  given: {
    readonly strings?: readonly string[]
    readonly styles?: readonly string[]
    readonly workbook?: string
    readonly parts?: Readonly<Record<string, string>>
  } = {},
): Uint8Array<ArrayBuffer> {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (each: readonly (readonly [id: string, type: string, target: string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.map(([id, type, target]) => `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`).join('')}</Relationships>`
  const parts: Record<string, string> = {
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${types}">${given.workbook ?? ''}<sheets>${sheets.map(({ name, state }, at) => `<sheet name="${name}" sheetId="${at + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${at}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => [`s${at}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ['rs', 'sharedStrings', 'sharedStrings.xml'],
      ['rt', 'styles', '/xl/styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${(given.strings ?? []).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${(given.styles ?? []).map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${(given.styles ?? []).map((_, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `<worksheet xmlns="${main}">${xml}</worksheet>`]),
    ),
    ...given.parts,
  }
  return new Uint8Array(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])) satisfies Zippable))
}
