import { type RecognisedText, recognisedText } from '@shared/documents/recognised-text'
import type { Page } from '@shared/documents/page'
import type { PageRotation } from '@shared/units/geometry'
import type { PageIndex } from '@shared/units/pages'
import { busiestHalf, coarser, type GreyPicture } from '../pdf/grey-picture'
import type { PdfReader } from '../pdf/pdf-reader'
import type { RecognisedPage } from './recognition-job'
import { type Lay, layOfPrint } from './lay-of-print'
import { type LetterReader, RECOGNISER } from './tesseract'

/** Dots an inch at which a page is read, as the program's makers advise, and at which its sides are tried. */
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
/** A whole number by which the page's picture is made smaller to see how its lines run. */
const LAY_BY = 3
const SIDES_BY_LAY: Readonly<Record<Lay, readonly PageRotation[]>> = { across: [0, 180], along: [90, 270], unclear: [0, 90, 180, 270] }

type Read = RecognisedText & { readonly turned: PageRotation }

/**
 * Recognises a page. It is read as a reader shows it, turned straight where its lines are slanted, because sheets are often fed crooked.
 * Sheets are often scanned lying on their side too: where the lines of print run from top to bottom, or the text is little or doubtful, its
 * other sides are looked at coarsely, and it is read on the best.
 */
export async function recognisePage(
  reader: PdfReader,
  index: PageIndex,
  letters: LetterReader,
  progress: (share: number) => void,
): Promise<Pick<RecognisedPage, 'text' | 'words' | 'confidence' | 'turned' | 'extractor'>> {
  const { page } = await reader.extract(index)
  const shown = await reader.greys(index, FINE, 0)
  const lay = layOfPrint(coarser(shown, LAY_BY), FINE / LAY_BY)
  const turning = { reader, page, letters, progress }
  const read = lay === 'along' ? await lyingFirst(turning, shown) : await uprightFirst(turning, shown, SIDES_BY_LAY[lay])
  return { ...read, extractor: RECOGNISER }
}

type Turning = {
  readonly reader: PdfReader
  readonly page: Page
  readonly letters: LetterReader
  readonly progress: (share: number) => void
}

/** A sheet on its side is not read in full before it is turned: what stands on it sideways takes longer to read than print does, for nothing. */
async function lyingFirst(turning: Turning, shown: GreyPicture): Promise<Read> {
  const turned = await readTurned(turning, await bestSide(turning, SIDES_BY_LAY.along))
  return isSure(turned) ? turned : better(turned, await readOn(turning, shown, FINE, 0))
}

async function uprightFirst(turning: Turning, shown: GreyPicture, sides: readonly PageRotation[]): Promise<Read> {
  const upright = await readOn(turning, shown, FINE, 0)
  if (isSure(upright)) return upright
  const side = await bestSide(turning, sides)
  return side === 0 ? upright : better(upright, await readTurned(turning, side))
}

/** The side on which the half of the page that has the most print is read best, coarsely. */
async function bestSide(turning: Turning, sides: readonly PageRotation[]): Promise<PageRotation> {
  const { reader, page, progress } = turning
  let best: { readonly side: PageRotation; readonly worth: number } | null = null
  for (const [at, side] of sides.entries()) {
    const half = busiestHalf(await reader.greys(page.index, COARSE, side))
    // Whoever waits takes long silence for the end of the program.
    const read = await readOn({ ...turning, progress: (share) => progress((at + share) / sides.length) }, half, COARSE, side)
    if (best === null || worth(read) > best.worth) best = { side, worth: worth(read) }
  }
  return best?.side ?? 0
}

const readTurned = async (turning: Turning, turned: PageRotation): Promise<Read> =>
  readOn(turning, await turning.reader.greys(turning.page.index, FINE, turned), FINE, turned)

async function readOn(
  { page, letters, progress }: Turning,
  picture: GreyPicture,
  dotsPerInch: number,
  turned: PageRotation,
): Promise<Read> {
  const slant = await slantOf(picture, dotsPerInch, letters)
  const paragraphs = await letters.read(picture, dotsPerInch, slant, progress)
  return {
    ...recognisedText(paragraphs, { box: page.box, rotation: page.rotation, turned, slant, width: picture.width, height: picture.height }),
    turned,
  }
}

const isSure = (read: Read): boolean => worth(read) > 0 && read.confidence >= DOUBTFUL
const better = (one: Read, other: Read): Read => (worth(other) > worth(one) ? other : one)

async function slantOf(picture: GreyPicture, dotsPerInch: number, letters: LetterReader): Promise<number> {
  const by = Math.max(1, Math.round(dotsPerInch / SLANT))
  const slant = await letters.slantOf(busiestHalf(by === 1 ? picture : coarser(picture, by)), dotsPerInch / by)
  return Math.abs(slant) < LEAST_SLANTED || Math.abs(slant) > MOST_SLANTED ? 0 : slant
}

/** How much a reading is worth: letters in words that the program was sure of. Noise read as text has many short, doubtful words. */
const worth = ({ words }: RecognisedText): number =>
  words.reduce((sum, [start, end, confidence]) => (confidence >= DOUBTFUL && end - start > 2 ? sum + (end - start) : sum), 0)
