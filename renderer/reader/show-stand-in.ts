import type { StandIn } from '../page-pictures/stand-ins'
import type { PageRotation } from '@shared/units/geometry'
import { freeCanvas } from './draw-queue'

/** Puts a kept picture where a page is not drawn yet, turned as the page is; a drawn page and a better picture stay. */
export function showStandIn(frame: HTMLElement, standIn: StandIn | null, turn: PageRotation): void {
  const shown = frame.dataset['pagePicture']
  if (standIn === null || shown === 'drawn' || shown === 'readable' || shown === standIn.size) return
  const { bitmap, size } = standIn
  const canvas = document.createElement('canvas')
  const sideways = turn === 90 || turn === 270
  canvas.width = sideways ? bitmap.height : bitmap.width
  canvas.height = sideways ? bitmap.width : bitmap.height
  const context = canvas.getContext('2d', { alpha: false })
  if (context === null) return
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((turn * Math.PI) / 180)
  context.drawImage(bitmap, -bitmap.width / 2, -bitmap.height / 2)
  const old = frame.querySelector('canvas')
  frame.replaceChildren(canvas)
  frame.dataset['pagePicture'] = size
  if (old !== null) freeCanvas(old)
}
