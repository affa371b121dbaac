import type { ParityMatrix, ParityMatrixId } from '@shared/parity/parity-matrix'
import { Check, Ellipsis, Table2 } from 'lucide-react'
import { Button, IconButton } from '../ui/button'
import { SelectField } from '../ui/field'
import { Menu } from '../ui/menu'
import { PanelHeader } from '../ui/panel'
import { Segmented } from '../ui/segmented'
import type { ParityOpen } from './parity-dialogs'
import styles from './parity-screen.module.css'

export type ParityView = 'matrix' | 'chart'

type MatrixHeadProps = {
  readonly matrix: ParityMatrix
  readonly matrices: readonly ParityMatrix[]
  readonly view: ParityView
  /** How many cells have a proposal that nobody looked at. */
  readonly waiting: number
  readonly onMatrix: (id: ParityMatrixId) => void
  readonly onView: (view: ParityView) => void
  readonly onOpen: (what: ParityOpen) => void
  readonly onTakeOver: () => void
  readonly onRemove: () => void
}

/** The title of a matrix, and what can be done with all of it. */
export function MatrixHead({ matrix, matrices, view, waiting, onMatrix, onView, onOpen, onTakeOver, onRemove }: MatrixHeadProps) {
  return (
    <PanelHeader title={matrix.title}>
      <div className={styles.tools}>
        {matrices.length < 2 ? null : (
          <SelectField
            label="Matrix"
            hideLabel
            value={matrix.id}
            options={matrices.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={onMatrix}
          />
        )}
        <Segmented
          label="View"
          value={view}
          options={[
            { value: 'matrix', label: 'Matrix' },
            { value: 'chart', label: 'Chart' },
          ]}
          onChange={onView}
        />
        <Button icon={Table2} onClick={() => onOpen({ kind: 'matrix', part: 'tables' })}>
          Years and tables…
        </Button>
        <Button kind={waiting > 0 ? 'primary' : 'secondary'} icon={Check} disabled={waiting === 0} onClick={onTakeOver}>
          Take over all {waiting}
        </Button>
        <Menu
          align="end"
          trigger={<IconButton label="What to do with the matrix" icon={Ellipsis} />}
          items={[
            { label: 'Elements…', onSelect: () => onOpen({ kind: 'matrix', part: 'elements' }) },
            { label: 'Agencies…', onSelect: () => onOpen({ kind: 'matrix', part: 'agencies' }) },
            { label: 'Another matrix…', onSelect: () => onOpen({ kind: 'new', from: 'template' }) },
            'separator',
            { label: 'Remove the matrix', danger: true, onSelect: onRemove },
          ]}
        />
      </div>
    </PanelHeader>
  )
}
