import { type RecognisedText, recognisedText } from '@shared/documents/recognised-text'
import type { Page } from '@shared/documents/page'
import type { PageRotation } from '@shared/units/geometry'
import type { PageIndex } from '@shared/units/pages'
import { busiestHalf, coarser, type GreyPicture } from '../pdf/grey-picture'
import type { PdfReader } from '../pdf/pdf-reader'
import type { RecognisedPage } from './recognition-job'
import { type LetterReader, RECOGNISER } from './tesseract'

/** Dots an inch at which a page is read, as the program's makers advise, and at which its four sides are tried. */
const FINE = 300
const COARSE = 110
/** Dots an inch at which the slant is looked for: the lines are found as well as on the fine picture, in a fraction of the time. On coarser pictures a strong slant is now and then missed. */
const SLANT = 150
/** Degrees of slant that the program follows by itself, better than a picture that was turned and so blurred is read. */
const LEAST_SLANTED = 0.75
/** Degrees of slant beyond which what the program took for lines of print is something else. */
const MOST_SLANTED = 15
/** Mean confidence below which the page is tried on its other sides. */
const DOUBTFUL = 65
const SIDES: readonly PageRotation[] = [0, 90, 180, 270]

type Read = RecognisedText & { readonly turned: PageRotation }

/**
 * Recognises a page. It is read as a reader shows it, turned straight where its lines are slanted, because sheets are often fed crooked;
 * where that gives little or doubtful text, it is looked at coarsely on all four sides and read again on the best, because sheets are
 * often scanned lying on their side.
 */
export async function recognisePage(
  reader: PdfReader,
  index: PageIndex,
  letters: LetterReader,
  progress: (share: number) => void,
): Promise<Pick<RecognisedPage, 'text' | 'words' | 'confidence' | 'turned' | 'extractor'>> {
  const { page } = await reader.extract(index)
  const upright = await readOnce(reader, page, letters, FINE, 0, progress)
  const read = worth(upright) > 0 && upright.confidence >= DOUBTFUL ? upright : await onBestSide(reader, page, letters, upright, progress)
  return { ...read, extractor: RECOGNISER }
}

async function onBestSide(
  reader: PdfReader,
  page: Page,
  letters: LetterReader,
  upright: Read,
  progress: (share: number) => void,
): Promise<Read> {
  let best: Read | null = null
  for (const [at, side] of SIDES.entries()) {
    // Whoever waits takes long silence for the end of the program.
    const read = await readOnce(reader, page, letters, COARSE, side, (share) => progress((at + share) / SIDES.length))
    if (best === null || worth(read) > worth(best)) best = read
  }
  if (best === null || best.turned === 0) return upright
  const turned = await readOnce(reader, page, letters, FINE, best.turned, progress)
  return worth(turned) > worth(upright) ? turned : upright
}

async function readOnce(
  reader: PdfReader,
  page: Page,
  letters: LetterReader,
  dotsPerInch: number,
  turned: PageRotation,
  progress: (share: number) => void,
): Promise<Read> {
  const picture = await reader.greys(page.index, dotsPerInch, turned)
  const slant = await slantOf(picture, dotsPerInch, letters)
  const paragraphs = await letters.read(picture, dotsPerInch, slant, progress)
  return {
    ...recognisedText(paragraphs, { box: page.box, rotation: page.rotation, turned, slant, width: picture.width, height: picture.height }),
    turned,
  }
}

async function slantOf(picture: GreyPicture, dotsPerInch: number, letters: LetterReader): Promise<number> {
  const by = Math.max(1, Math.round(dotsPerInch / SLANT))
  const slant = await letters.slantOf(busiestHalf(by === 1 ? picture : coarser(picture, by)), dotsPerInch / by)
  return Math.abs(slant) < LEAST_SLANTED || Math.abs(slant) > MOST_SLANTED ? 0 : slant
}

/** How much a reading is worth: letters in words that the program was sure of. Noise read as text has many short, doubtful words. */
const worth = ({ words }: RecognisedText): number =>
  words.reduce((sum, [start, end, confidence]) => (confidence >= DOUBTFUL && end - start > 2 ? sum + (end - start) : sum), 0)
