import { type VouchKey, vouchKeySchema } from '@shared/pdf-marks/pdf-mark'
import { jsonOf } from '@shared/units/read-json'

/** The private entry of an annotation in which Vouch keeps what PDF has no words for. */
export const VOUCH_ENTRY = 'VouchMark'

/** What pdf.js does not tell of an annotation, by its object's name there (`24R`). */
export type MarkKeys = ReadonlyMap<string, { readonly name: string | null; readonly vouch: VouchKey | null }>

/**
 * Reads the names (`/NM`) and Vouch's own entries of all annotations, with pdf-lib. A file that pdf-lib can't read (damaged, locked)
 * has none: its marks are then known by the numbers of their objects.
 */
export async function readMarkKeys(bytes: Uint8Array): Promise<MarkKeys> {
  const { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } = await import('@cantoo/pdf-lib')
  const keys = new Map<string, { readonly name: string | null; readonly vouch: VouchKey | null }>()
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, parseSpeed: 200 }).catch(() => null)
  if (document === null) return keys
  const textOf = (value: unknown): string | null =>
    value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null
  for (const page of document.getPages()) {
    const annotations = page.node.lookup(PDFName.of('Annots'))
    if (!(annotations instanceof PDFArray)) continue
    for (const reference of annotations.asArray()) {
      const annotation = document.context.lookup(reference)
      if (!(reference instanceof PDFRef) || !(annotation instanceof PDFDict)) continue
      const generation = reference.generationNumber === 0 ? '' : String(reference.generationNumber)
      keys.set(`${reference.objectNumber}R${generation}`, {
        name: textOf(annotation.lookup(PDFName.of('NM'))),
        vouch: vouchKeyOf(textOf(annotation.lookup(PDFName.of(VOUCH_ENTRY)))),
      })
    }
  }
  return keys
}

function vouchKeyOf(text: string | null): VouchKey | null {
  if (text === null) return null
  const parsed = vouchKeySchema.safeParse(jsonOf(text))
  return parsed.success ? parsed.data : null
}
