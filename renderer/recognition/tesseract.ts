import type { Extractor } from '@shared/documents/document'
import type { PictureLine } from '@shared/documents/recognised-text'
import { createWorker, type Worker as Tesseract, type Line } from 'tesseract.js'
import { version } from 'tesseract.js/package.json'
import { type GreyPicture, withMargins } from '../pdf/grey-picture'
import type { LanguageData } from './recognition-job'

/** Stands beside every text that was recognised. */
export const RECOGNISER: Extractor = { name: 'tesseract.js', version }

/** The program that reads letters, in a worker of its own below this one. Throws when a picture can't be read. */
export type LetterReader = {
  /** Degrees counter-clockwise by which the lines of print are slanted, as the program finds them; 0 below a third of a degree. A coarse picture will do. */
  slantOf(picture: GreyPicture, dotsPerInch: number): Promise<number>
  /**
   * Paragraphs of lines of words, in reading order. The picture is first turned straight about its middle; places are in the
   * straight picture, counted from where the upper left corner of one of the same size would lie.
   * @param slant degrees counter-clockwise
   */
  read(
    picture: GreyPicture,
    dotsPerInch: number,
    slant: number,
    progress: (share: number) => void,
  ): Promise<readonly (readonly PictureLine[])[]>
  end(): Promise<void>
}

/** The language whose data lies beside the program. */
const SHIPPED = 'eng'

/**
 * Starts the program for some languages. Everything comes from the application's own folder `recognition/`: a plain worker file,
 * WebAssembly, no eval and no Blob address, as the content security policy asks.
 * @param base address of the application, with a slash at its end
 */
export async function startLetterReader(base: string, languages: readonly LanguageData[]): Promise<LetterReader> {
  const folder = new URL('recognition/', base).href
  let told: (share: number) => void = () => undefined
  // The program remembers this very list as what it has loaded; languages from elsewhere are put into its files and added to it.
  const loaded = [SHIPPED]
  let failure: unknown = null
  const program = await createWorker(loaded, 1, {
    workerPath: `${folder}worker.min.js`,
    workerBlobURL: false,
    corePath: folder,
    langPath: folder,
    gzip: true,
    cacheMethod: 'none',
    logger: ({ status, progress }) => (status === 'recognizing text' ? told(progress) : undefined),
    errorHandler: (reason: unknown) => (failure = reason),
  })
  const wanted = languages.map(({ code }) => code)
  for (const { code, data } of languages) {
    if (data === null) continue
    await program.FS('writeFile', [`./${code}.traineddata`, new Uint8Array(await data.arrayBuffer())])
    loaded.push(code)
  }
  if (wanted.join('+') !== SHIPPED) {
    await program.reinitialize(wanted.join('+'), 1)
    if (failure !== null) throw new Error(`the languages ${wanted.join(', ')} could not be loaded (${String(failure)})`)
  }
  const at = (dotsPerInch: number): Promise<unknown> => program.setParameters({ user_defined_dpi: String(Math.round(dotsPerInch)) })
  return {
    async slantOf(picture, dotsPerInch) {
      await at(dotsPerInch)
      // Without any output asked for, the program finds the lines and reads none of them.
      const { data } = await program.recognize(greymapOf(picture), { rotateAuto: true }, { text: false })
      return degrees(data.rotateRadians ?? 0)
    },
    async read(picture, dotsPerInch, slant, progress) {
      told = progress
      await at(dotsPerInch)
      return paragraphsIn(program, picture, slant)
    },
    end: async () => void (await program.terminate()),
  }
}

const radians = (angle: number): number => (angle * Math.PI) / 180
const degrees = (angle: number): number => (angle * 180) / Math.PI

/** A portable greymap (netpbm's PGM, form P5): no packing, which would take longer than drawing. */
const greymapOf = ({ width, height, greys }: GreyPicture): Blob => new Blob([`P5\n${width} ${height}\n255\n`, greys])

async function paragraphsIn(program: Tesseract, picture: GreyPicture, slant: number): Promise<readonly (readonly PictureLine[])[]> {
  // The program turns a picture without making it larger, which would cut off what stands in its corners.
  const sine = Math.abs(Math.sin(radians(slant)))
  const [beside, above] = [Math.ceil((picture.height * sine) / 2), Math.ceil((picture.width * sine) / 2)]
  const image = greymapOf(slant === 0 ? picture : withMargins(picture, beside, above))
  const { data } = await program.recognize(image, slant === 0 ? {} : { rotateRadians: radians(slant) }, { text: false, blocks: true })
  return (data.blocks ?? []).flatMap((block) =>
    block.paragraphs.map((paragraph) => paragraph.lines.map((line) => lineOf(line, beside, above))),
  )
}

/** @param beside and `above`: the margins around the picture that was read, pixels */
const lineOf = ({ words, baseline: { x0, y0, x1, y1 }, bbox, rowAttributes }: Line, beside: number, above: number): PictureLine => {
  const tall = bbox.y1 - bbox.y0
  const stated = rowAttributes?.rowHeight ?? 0
  return {
    words: words.map(({ text, confidence, bbox: box }) => ({
      text,
      confidence,
      left: box.x0 - beside,
      top: box.y0 - above,
      right: box.x1 - beside,
      bottom: box.y1 - above,
    })),
    baseline: { x0: x0 - beside, y0: y0 - above, x1: x1 - beside, y1: y1 - above },
    // The height that the program states is a guess where a line has few letters.
    height: stated > 0.4 * tall && stated < 1.5 * tall ? stated : tall,
  }
}
