import type { Page } from './page'

/** Characters other than white space below which the text on a picture is taken for a stamp or a filing header, not for what the page says. */
const SCANTY = 200
/** How many times as much a recognised text must hold to stand in its place. */
const FAR_MORE = 3

const letters = (text: string): number => text.replace(/\s+/g, '').length

/** Whether a page is a picture whose words no program could read so far: nothing is embedded, or no more than a stamp. */
export const needsRecognition = ({ content }: Pick<Page, 'content'>, embedded: string): boolean =>
  content === 'image' || (content === 'both' && letters(embedded) < SCANTY)

/** Whether the embedded text is a mere stamp beside the recognised one. */
export const isBesideRecognised = (embedded: string, recognised: string): boolean =>
  letters(embedded) < SCANTY && letters(recognised) >= FAR_MORE * letters(embedded)
