import { createPortal } from 'react-dom'
import { useFramesDrawn } from '../ui/use-after-first-frame'
import type { Frame } from './frame'
import type { Reading } from './reading'
import { Side } from './side'

const SIDES = ['left', 'right'] as const

/** The panels on both sides of the pages. */
export function ReaderSides({ reading, frame }: { readonly reading: Reading; readonly frame: Frame }) {
  // The pages come first, then one side, then the other: in the same piece of work the window would stand still for a tenth of a second.
  const drawn = useFramesDrawn(SIDES.length)
  if (!frame.active) return null
  return SIDES.map((side, at) => {
    const host = frame.hosts[side]
    if (drawn <= at || host === null) return null
    return createPortal(
      <Side
        side={side}
        reading={reading}
        panel={frame.sides[side].panel}
        focus={frame.sides.focus[side]}
        onFocused={frame.focused}
        onPanel={frame.choose}
      />,
      host,
      side,
    )
  })
}
