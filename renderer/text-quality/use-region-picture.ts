import { type PdfRect, pdfRect } from '@shared/units/geometry'
import { pageIndex } from '@shared/units/pages'
import { useEffect, useState } from 'react'
import type { PdfReader } from '../pdf/pdf-reader'

/** Pixels a point of the picture. */
const SCALE = 2.5

/** The address of a picture of a part of a page (PDF user space, points); null while it is drawn, or where there is no place. */
export function useRegionPicture(pdf: PdfReader, page: number, area: PdfRect | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  // The area is made anew at every drawing; its corners say whether it is another.
  const [left, bottom, right, top] = area === null ? [null, 0, 0, 0] : [area.left, area.bottom, area.right, area.top]
  useEffect(() => {
    if (left === null) return undefined
    let [gone, made]: [boolean, string | null] = [false, null]
    void pdf.picture(pageIndex(page), pdfRect(left, bottom, right, top), SCALE).then((blob) => {
      if (gone) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      gone = true
      setUrl(null)
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [pdf, page, left, bottom, right, top])
  return url
}
