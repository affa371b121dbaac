import { useEffect, useState } from 'react'

/** False until the first frame of a screen was drawn: for what lies below it and can come a moment later. */
export function useAfterFirstFrame(): boolean {
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    // A callback before the next frame runs ahead of its drawing; a timer set there runs behind it.
    let timer: ReturnType<typeof setTimeout> | undefined
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setDrawn(true))))
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return drawn
}
