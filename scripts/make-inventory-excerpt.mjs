// Cuts the excerpt of the first start, resources/samples/federal-ai-inventory-2025-excerpt.xlsx, out of OMB's workbook. Same bytes each time:
//   node scripts/make-inventory-excerpt.mjs [path of 2025_individually_reported_AI_use_cases.xlsx]
// Rows are taken or left, never changed: every kept row is the XML that stands in OMB's file, with its row number.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const FROM = process.argv[2] ?? join(import.meta.dirname, '../../shared/corpus/omb-2025-ai-use-cases-individually-reported.xlsx')
const TO = join(import.meta.dirname, '../resources/samples/federal-ai-inventory-2025-excerpt.xlsx')
const SHA256 = '5f43999c8358153a2c69988a7807769030fc4b3313e37156a029c6c244eec50e'
const SHEET = 'xl/worksheets/sheet1.xml'

const bytes = readFileSync(FROM)
const sha256 = createHash('sha256').update(bytes).digest('hex')
if (sha256 !== SHA256) throw new Error(`${FROM} is another edition of the workbook (SHA-256 ${sha256}).`)
const parts = unzipSync(bytes)

/** What a cell of a row shows; empty where the row has no such cell. */
const cell = (row, column) => new RegExp(`<c r="${column}\\d+"[^>]*><is><t[^>]*>([^<]*)</t>`).exec(row)?.[1] ?? ''
const isHeading = (row) => row.startsWith('<row r="2"')
const isIce = (row) => cell(row, 'A') === 'DHS' && cell(row, 'E') === 'ICE'
const isDoj = (row) => cell(row, 'A') === 'DOJ'

const sheet = strFromU8(parts[SHEET])
const [before, after] = [sheet.slice(0, sheet.indexOf('<row ')), sheet.slice(sheet.indexOf('</sheetData>'))]
const rows = sheet.slice(before.length, sheet.length - after.length).match(/<row .*?<\/row>/gs)
const kept = rows.filter((row) => isHeading(row) || isIce(row) || isDoj(row))
const [ice, doj] = [kept.filter(isIce).length, kept.filter(isDoj).length]

const ABOUT = [
  'This workbook is an excerpt, made for the first start of Vouch.',
  'It is cut from OMB’s consolidated 2025 inventory of federal AI uses: github.com/ombegov/2025-Federal-Agency-AI-Use-Case-Inventory, Data/2025_individually_reported_AI_use_cases.xlsx, commit 62329235dc3847672bc4fdc7bf64d850a2d6d0fe.',
  `SHA-256 of the whole workbook: ${SHA256}`,
  `Kept of its ${rows.length - 1} entries: the ${ice} of ICE (agency DHS, component ICE) and the ${doj} of the Department of Justice, with all columns, every cell unchanged, under the row numbers that they have in the whole workbook.`,
  `Left out: all other entries, the other entries of DHS among them. What is counted here holds for ICE and for the Department of Justice, and for no other agency.`,
  'A work of the United States Government, in the public domain (17 U.S.C. § 105). How it was cut: scripts/make-inventory-excerpt.mjs of Vouch.',
]
const aboutRows = ABOUT.map((words, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${words}</t></is></c></row>`).join('')
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A part with something put in before the end of an element; it is an error where that end is not there. */
function put(name, end, what) {
  const text = strFromU8(parts[name])
  if (!text.includes(end)) throw new Error(`${name} has no ${end}`)
  return strToU8(text.replace(end, what + end))
}

const { '[trash]/0000.dat': _left, ...original } = parts
const excerpt = {
  ...original,
  [SHEET]: strToU8(before + kept.join('') + after),
  'xl/worksheets/sheet2.xml': strToU8(`<worksheet xmlns="${MAIN}"><sheetData>${aboutRows}</sheetData></worksheet>`),
  'xl/workbook.xml': put('xl/workbook.xml', '</sheets>', '<sheet name="About this excerpt" sheetId="2" state="visible" r:id="rIdAbout" />'),
  'xl/_rels/workbook.xml.rels': put(
    'xl/_rels/workbook.xml.rels',
    '</Relationships>',
    '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/sheet2.xml" Id="rIdAbout" />',
  ),
  '[Content_Types].xml': put(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml" />',
  ),
}
// The oldest date that a zip can hold, in local time as zip means it: the bytes tell nothing of when and where they were made.
const zip = zipSync(excerpt, { level: 9, mtime: new Date(1980, 0, 1) })
writeFileSync(TO, zip)
console.log(
  `${ice} entries of ICE, ${doj} of the Department of Justice, of ${rows.length - 1}: ${zip.length} bytes, SHA-256 ${createHash('sha256').update(zip).digest('hex')}`,
)
