import { useEffect, useState } from 'react'

/** False until the first frame of a screen was drawn: for what lies below it and can come a moment later. */
export const useAfterFirstFrame = (): boolean => useFramesDrawn(1) === 1

/** How many frames of a screen were drawn, up to `most`: for its parts that come one after the other, each in a piece of work of its own. */
export function useFramesDrawn(most: number): number {
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    if (drawn >= most) return undefined
    // A callback before the next frame runs ahead of its drawing; a timer set there runs behind it.
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setDrawn(drawn + 1))))
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [drawn, most])
  return drawn
}
