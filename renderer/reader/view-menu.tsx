import type { PageRotation } from '@shared/units/geometry'
import { ChevronDown, Contrast, Minus, Plus } from 'lucide-react'
import { keysOf } from '../app/shortcuts'
import { useWatched } from '../app/use-watched'
import type { Preference } from '../preferences/preferences'
import { IconButton } from '../ui/button'
import { Menu } from '../ui/menu'
import type { PageColumn } from './page-column'
import styles from './reader.module.css'
import { percentOf, scaleOfPercent } from './zoom'

/** How the pages are shown, and how to change it. */
export type ViewChoices = {
  readonly shown: Preference<'readerView'>
  readonly turn: PageRotation
  readonly onShown: (shown: Preference<'readerView'>) => void
  readonly onTurn: (turn: PageRotation) => void
}

const PERCENTS = [50, 75, 100, 125, 150, 200, 400]
const PAPERS = [
  ['as-is', 'Paper as it is'],
  ['dimmed', 'Paper dimmed'],
  ['inverted', 'Light on dark'],
] as const

/** Turning, one page at a time, and the colour of the paper. */
export function ViewMenu({ view: { shown, turn, onShown, onTurn } }: { readonly view: ViewChoices }) {
  const turned = (by: number): PageRotation => ((turn + by + 360) % 360) as PageRotation
  return (
    <Menu
      align="end"
      trigger={<IconButton label="How pages are shown" icon={Contrast} />}
      items={[
        {
          label: 'One page after the other',
          checked: shown.flow === 'continuous',
          onSelect: () => onShown({ ...shown, flow: 'continuous' }),
        },
        { label: 'One page at a time', checked: shown.flow === 'single', onSelect: () => onShown({ ...shown, flow: 'single' }) },
        'separator',
        { label: 'Turn to the right', shortcut: keysOf('turn-right'), onSelect: () => onTurn(turned(90)) },
        { label: 'Turn to the left', shortcut: keysOf('turn-left'), onSelect: () => onTurn(turned(-90)) },
        ...(turn === 0 ? [] : [{ label: 'As the file has it', onSelect: () => onTurn(0) }]),
        'separator',
        ...PAPERS.map(([paper, label]) => ({ label, checked: shown.paper === paper, onSelect: () => onShown({ ...shown, paper }) })),
      ]}
    />
  )
}

/** How large the pages are. */
export function ZoomTools({ column }: { readonly column: PageColumn }) {
  const { zoom, scale } = useWatched(column)
  const percent = percentOf(scale)
  return (
    <div className={styles.group}>
      <IconButton label="Smaller" icon={Minus} shortcut={keysOf('zoom-out')} onClick={() => column.step(-1)} />
      <Menu
        align="end"
        trigger={
          <button type="button" className={styles.zoom} aria-label={`Zoom, ${percent} percent`}>
            {percent}%
            <ChevronDown size={12} strokeWidth={1.6} aria-hidden />
          </button>
        }
        items={[
          {
            label: 'Fit the width',
            shortcut: keysOf('fit-width'),
            checked: zoom.kind === 'fit-width',
            onSelect: () => column.setZoom({ kind: 'fit-width' }),
          },
          {
            label: 'Fit the page',
            shortcut: keysOf('fit-page'),
            checked: zoom.kind === 'fit-page',
            onSelect: () => column.setZoom({ kind: 'fit-page' }),
          },
          'separator',
          ...PERCENTS.map((step) => ({
            label: `${step}%`,
            ...(step === 100 ? { shortcut: keysOf('zoom-reset') } : {}),
            checked: zoom.kind === 'scale' && percent === step,
            onSelect: () => column.setZoom({ kind: 'scale', scale: scaleOfPercent(step) }),
          })),
        ]}
      />
      <IconButton label="Larger" icon={Plus} shortcut={keysOf('zoom-in')} onClick={() => column.step(1)} />
    </div>
  )
}
