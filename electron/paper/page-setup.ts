/** How a page becomes a PDF, in the words that Electron's `printToPDF` and the DevTools Protocol's `Page.printToPDF` share. Margins and running heads are the page's own (`@page`). */
export const PAGE_SETUP = {
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const
