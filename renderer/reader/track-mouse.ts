/** CSS pixels that the pointer may move in a click. */
export const STILL = 3

/** Follows the mouse from a press to its release, wherever it goes. */
export function trackMouse(down: MouseEvent, moved: (event: MouseEvent) => void, ended: (event: MouseEvent, moved: boolean) => void): void {
  let far = false
  const move = (event: MouseEvent): void => {
    far ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > STILL
    if (far) moved(event)
  }
  const up = (event: MouseEvent): void => {
    removeEventListener('mousemove', move)
    removeEventListener('mouseup', up)
    ended(event, far)
  }
  addEventListener('mousemove', move)
  addEventListener('mouseup', up)
}
