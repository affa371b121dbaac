import type { StandIn } from '../page-pictures/stand-ins'
import type { PageRotation } from '@shared/units/geometry'
import { freeCanvas } from './draw-queue'

/** Puts a kept picture where a page is not drawn yet, turned as the page is; a drawn page and a better picture stay. */
export function showStandIn(frame: HTMLElement, standIn: StandIn | null, turn: PageRotation): void {
  const shown = frame.dataset['pagePicture']
  if (standIn === null || shown === 'drawn' || shown === 'readable' || shown === standIn.size) return
  if (putTurned(frame, standIn.bitmap, turn, turn)) frame.dataset['pagePicture'] = standIn.size
}

/** Turns the picture that stands in a frame with the page, so that it is never seen squeezed into the other shape until the page is drawn anew. */
export function turnPicture(frame: HTMLElement, turn: PageRotation): void {
  const [shown, had] = [frame.querySelector('canvas'), frame.dataset['turn']]
  if (shown === null || had === undefined || Number(had) === turn) return
  putTurned(frame, shown, (turn - Number(had) + 360) % 360, turn)
}

/** @param by degrees by which the picture is turned. @param turn how the page stands then */
function putTurned(frame: HTMLElement, picture: ImageBitmap | HTMLCanvasElement, by: number, turn: PageRotation): boolean {
  const canvas = document.createElement('canvas')
  const sideways = by === 90 || by === 270
  canvas.width = sideways ? picture.height : picture.width
  canvas.height = sideways ? picture.width : picture.height
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return false
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((by * Math.PI) / 180)
  context.drawImage(picture, -picture.width / 2, -picture.height / 2)
  const old = frame.querySelector('canvas')
  frame.replaceChildren(canvas)
  frame.dataset['turn'] = String(turn)
  if (old !== null) freeCanvas(old)
  return true
}
