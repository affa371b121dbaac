/** What stands over and under the text of each page on paper. */

/** The first page bears the title itself, so it has no running head. */
export const pageHead = (title: string, page: number, pages: number): { readonly top: string; readonly bottom: string } => ({
  top: page === 1 ? '' : title,
  bottom: `${page} / ${pages}`,
})

/** Text as a string of CSS (https://www.w3.org/TR/css-syntax-3/#consume-string-token); no sign of it can end the string or the style sheet. */
const cssString = (text: string): string =>
  `"${text.replace(/\s+/g, ' ').replace(/["\\<&\p{Cc}]/gu, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `)}"`

/** The same as boxes in the margins of the pages. */
export const pageHeadStyles = (title: string): string =>
  `@page{@top-left{content:${cssString(title)}}@bottom-right{content:counter(page) " / " counter(pages)}}@page :first{@top-left{content:none}}`
