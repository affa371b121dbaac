/** Where a page's readable text can come from. `typed` is a mark's own and belongs to no page. */
export const READABLE_ORIGINS = ['embedded', 'ocr'] as const
export type ReadableOrigin = (typeof READABLE_ORIGINS)[number]
