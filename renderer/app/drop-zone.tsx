import { FileDown } from 'lucide-react'
import { useEffect, useState } from 'react'
import { droppedBundle } from '../exchange/dropped-bundle'
import { collectDropped } from '../import/dropped-files'
import { useWorkbench } from '../workbench/workbench'
import { navigate } from './hash-location'
import { routes } from './routes'
import styles from './shell.module.css'

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** Takes files and folders dropped anywhere in the window; shows that it will while they hover. */
export function DropZone() {
  const workbench = useWorkbench()
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Entering a child leaves its parent: only when as many were left as entered is the window left.
    let depth = 0
    const hover = (event: DragEvent, change: -1 | 0 | 1): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = Math.max(0, depth + change)
      setOver(depth > 0)
    }
    const take = (event: DragEvent): void => {
      depth = 0
      setOver(false)
      if (!carriesFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      const { dataTransfer } = event
      void Promise.all([droppedBundle(dataTransfer), collectDropped(dataTransfer)]).then(async ([bundle, files]) => {
        if (bundle !== null) {
          navigate(routes.openBundle())
          await (await import('../exchange/opening')).beginOpening(workbench, bundle)
          return
        }
        if (files.length === 0) return
        navigate(routes.library())
        void workbench.imports.add(files)
      })
    }
    const enter = (event: DragEvent): void => hover(event, 1)
    const leave = (event: DragEvent): void => hover(event, -1)
    const move = (event: DragEvent): void => hover(event, 0)
    addEventListener('dragenter', enter)
    addEventListener('dragleave', leave)
    addEventListener('dragover', move)
    addEventListener('drop', take)
    return () => {
      removeEventListener('dragenter', enter)
      removeEventListener('dragleave', leave)
      removeEventListener('dragover', move)
      removeEventListener('drop', take)
    }
  }, [workbench])
  if (!over) return null
  return (
    <output className={styles.drop}>
      <FileDown size={34} strokeWidth={1.4} aria-hidden />
      <span className={styles.dropTitle}>Let go to import</span>
      <span>
        PDFs, CSV and XLSX files, or folders with them; or a bundle, which is looked through first. They are copied; the originals stay
        where they are.
      </span>
    </output>
  )
}
