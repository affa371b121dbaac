/** "one place", "3 places". */
export const places = (count: number): string => (count === 1 ? 'one place' : `${count} places`)

/** "2 words on 1 page". */
export const wordsOnPages = ({ words, pages }: { readonly words: number; readonly pages: number }): string =>
  `${words} word${words === 1 ? '' : 's'} on ${pages} page${pages === 1 ? '' : 's'}`
