import type { PdfRect } from '@shared/units/geometry'
import { type PageIndex, pageIndex } from '@shared/units/pages'
import { useEffect, useState } from 'react'
import type { PdfReader } from '../pdf/pdf-reader'

/** Pixels a point of the picture. */
const SCALE = 2.5

/** The address of a picture of a part of a page (PDF user space, points); null while it is drawn, or where there is no place. */
export function useRegionPicture(pdf: PdfReader, page: PageIndex | number, area: PdfRect | null): string | null {
  const [url, setUrl] = useState<string | null>(null)
  const key = area === null ? null : `${area.left},${area.bottom},${area.right},${area.top}`
  useEffect(() => {
    if (area === null) return undefined
    let [gone, made]: [boolean, string | null] = [false, null]
    void pdf.picture(pageIndex(page), area, SCALE).then((blob) => {
      if (gone) return
      made = URL.createObjectURL(blob)
      setUrl(made)
    })
    return () => {
      gone = true
      setUrl(null)
      if (made !== null) URL.revokeObjectURL(made)
    }
    // The area is made anew at every drawing; its corners say whether it is another.
  }, [pdf, page, key])
  return url
}
