import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { CHANNELS } from '@shared/desktop/channels'
import type { ShellDesktop } from '@shared/desktop/desktop-from'
import type { OwnAddress } from '../security/origin'
import { answerCall, RefusedCall } from './answer-call'

/** Answers the window's calls. Whoever is not the window's own top page gets no answer, and its arguments are not looked at. */
export function handleCalls(ipcMain: IpcMain, desktop: ShellDesktop, isOwn: OwnAddress): void {
  ipcMain.handle(CHANNELS.call, (event, name: unknown, args: unknown) => {
    if (!isOwnPage(event, isOwn)) throw new RefusedCall('this page may not call Vouch')
    if (typeof name !== 'string' || !Array.isArray(args)) throw new RefusedCall('a call has a name and a list of arguments')
    return answerCall(desktop, name, args)
  })
}

function isOwnPage({ senderFrame }: IpcMainInvokeEvent, isOwn: OwnAddress): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwn(senderFrame.url)
}
