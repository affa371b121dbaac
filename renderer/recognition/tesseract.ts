import type { Extractor } from '@shared/documents/document'
import type { PictureLine } from '@shared/documents/recognised-text'
import { createWorker, type Worker as Tesseract, type Line } from 'tesseract.js'
import { version } from 'tesseract.js/package.json'
import type { GreyPicture } from '../pdf/grey-picture'
import type { LanguageData } from './recognition-job'

/** Stands beside every text that was recognised. */
export const RECOGNISER: Extractor = { name: 'tesseract.js', version }

/** The program that reads letters, in a worker of its own below this one. */
export type LetterReader = {
  /** Paragraphs of lines of words, in reading order. Throws when the picture can't be read. */
  read(picture: GreyPicture, dotsPerInch: number, progress: (share: number) => void): Promise<readonly (readonly PictureLine[])[]>
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
  return {
    async read(picture, dotsPerInch, progress) {
      told = progress
      await program.setParameters({ user_defined_dpi: String(Math.round(dotsPerInch)) })
      return paragraphsIn(program, picture)
    },
    end: async () => void (await program.terminate()),
  }
}

async function paragraphsIn(program: Tesseract, { width, height, greys }: GreyPicture): Promise<readonly (readonly PictureLine[])[]> {
  // A portable greymap (netpbm's PGM, form P5): no packing, which would take longer than drawing.
  const image = new Blob([`P5\n${width} ${height}\n255\n`, greys])
  const { data } = await program.recognize(image, {}, { text: false, blocks: true })
  return (data.blocks ?? []).flatMap((block) => block.paragraphs.map((paragraph) => paragraph.lines.map(lineOf)))
}

const lineOf = ({ words, baseline, bbox, rowAttributes }: Line): PictureLine => {
  const tall = bbox.y1 - bbox.y0
  const stated = rowAttributes?.rowHeight ?? 0
  return {
    words: words.map(({ text, confidence, bbox: box }) => ({ text, confidence, left: box.x0, top: box.y0, right: box.x1, bottom: box.y1 })),
    baseline,
    // The height that the program states is a guess where a line has few letters.
    height: stated > 0.4 * tall && stated < 1.5 * tall ? stated : tall,
  }
}
