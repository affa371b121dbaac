// Makes a long synthetic PDF for measurements: English-like pseudo-prose, about 3,000 characters a page, the same bytes each time.
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

/** A small linear congruential generator (Numerical Recipes), so that every run makes the same text. */
function random(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const SYLLABLES = 'ba ce di fo gu la me ni po ru sa te vi wo xu con tra ser vis tem por al en is or ment tion ing er'.split(' ')

/**
 * @param {number} pages how many
 * @param {number} [seed] another one gives another text
 * @returns {Promise<Uint8Array>}
 */
export async function longPdf(pages, seed = 20261122) {
  const next = random(seed)
  const vocabulary = Array.from({ length: 5000 }, () =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => SYLLABLES[Math.floor(next() * SYLLABLES.length)]).join(''),
  )
  const word = () => vocabulary[Math.floor(vocabulary.length * next() ** 3)]
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('Synthetic document for measurements')
  pdf.setCreationDate(new Date(0))
  pdf.setModificationDate(new Date(0))
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  for (let index = 0; index < pages; index += 1) {
    const page = pdf.addPage([612, 792])
    page.drawText(`SYNTHETIC DOCUMENT FOR MEASUREMENTS - page ${index + 1} of ${pages}`, { x: 72, y: 750, size: 9, font })
    for (let line = 0; line < 40; line += 1) {
      let text = ''
      while (text.length < 76) text += `${word()} `
      page.drawText(text.trim(), { x: 72, y: 725 - line * 16, size: 11, font })
    }
  }
  return pdf.save({ useObjectStreams: true })
}
