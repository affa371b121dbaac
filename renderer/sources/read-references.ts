import { type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import { readBibtex } from '@shared/sources/reference-formats/bibtex'
import { readCslJson, type ReadReference } from '@shared/sources/reference-formats/csl'
import { readRis } from '@shared/sources/reference-formats/ris'

const LARGEST = 32 * 1024 * 1024

/** Reads a file of references, by what stands in it: CSL-JSON, RIS or BibTeX. Problems: `references-large`, `references-foreign`, `references-not-json`. */
export async function readReferences(file: File): Promise<Outcome<readonly ReadReference[]>> {
  if (file.size > LARGEST)
    return trouble(problem('references-large', `${file.name} is too large to be a file of references.`, 'Choose a file of at most 32 MB.'))
  const text = await file.text()
  const begin = text.replace(/^\ufeff/, '').trimStart()
  if (/^[[{]/.test(begin)) return readCslJson(text, file.name)
  if (/^TY {2}-/m.test(text)) return ok(readRis(text))
  if (/@\s*[a-z]+\s*[{(]/i.test(text)) return ok(readBibtex(text))
  return trouble(
    problem(
      'references-foreign',
      `${file.name} holds no CSL-JSON, BibTeX or RIS.`,
      'Export the references in one of these forms; Zotero and others write all three.',
    ),
  )
}
