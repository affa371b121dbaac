import { useReading } from '../reader/reading'
import { Button } from '../ui/button'
import { Notice } from '../ui/notice'
import { EXTRACTOR } from '../pdf/pdfjs'
import { countsOf, isOpen } from './read-differences'
import { useDifferences } from './use-differences'

/** Says that the version of now reads words of the page otherwise; nothing once all of them are decided. */
export function DifferencesNotice({ index, className }: { readonly index: number; readonly className: string | undefined }) {
  const { document, openPanel } = useReading()
  const { words } = countsOf(useDifferences(document, index)?.differences.filter(isOpen) ?? [])
  if (words === 0) return null
  return (
    <div className={className}>
      <Notice kind="info" action={<Button onClick={() => openPanel('text')}>Compare them</Button>}>
        pdf.js {EXTRACTOR.version} reads {words === 1 ? 'one word' : `${words} words`} of page {index + 1} otherwise than the version that
        read this text. The earlier words stand.
      </Notice>
    </div>
  )
}
