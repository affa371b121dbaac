import { contextBridge, ipcRenderer } from 'electron'
import { CHANNELS } from '@shared/desktop/channels'
import type { ChosenFile, Desktop } from '@shared/desktop/desktop'
import { type CallArguments, type CallName, type CallResult, desktopFrom } from '@shared/desktop/desktop-from'

/** The window's side of the desktop contract. It runs in the sandbox, in a world of its own, and only carries calls. */
const shell = desktopFrom(
  <Name extends CallName>(name: Name, ...args: Readonly<CallArguments<Name>>) =>
    ipcRenderer.invoke(CHANNELS.call, name, args) as Promise<CallResult<Name>>,
)

/** An event that keeps what came before anyone listened. */
function keptEvent<Item>(channel: string): (take: (items: readonly Item[]) => void) => () => void {
  let waiting: readonly Item[] = []
  let taker: ((items: readonly Item[]) => void) | null = null
  ipcRenderer.on(channel, (_event, items: readonly Item[]) => {
    if (taker === null) waiting = [...waiting, ...items]
    else taker(items)
  })
  return (take) => {
    taker = take
    if (waiting.length > 0) {
      const items = waiting
      waiting = []
      take(items)
    }
    return () => {
      if (taker === take) taker = null
    }
  }
}
const onFiles = keptEvent<ChosenFile>(CHANNELS.files)
const onLinks = keptEvent<string>(CHANNELS.links)

/** What the content security policy stops never becomes a request, so it is counted here. */
let stoppedHere = 0
addEventListener('securitypolicyviolation', () => {
  stoppedHere += 1
})

/** While someone types, Undo and Redo of the menu mean the typing. */
function isTyping(): boolean {
  const { activeElement } = document
  return (
    activeElement instanceof HTMLInputElement ||
    activeElement instanceof HTMLTextAreaElement ||
    (activeElement instanceof HTMLElement && activeElement.isContentEditable)
  )
}

const desktop: Desktop = {
  host: 'electron',
  ...shell,
  app: {
    ...shell.app,
    refusedRequests: async () => stoppedHere + (await shell.app.refusedRequests()),
    onMenu(show) {
      const hear = (_event: unknown, command: string): void => {
        if ((command === 'undo' || command === 'redo') && isTyping()) document.execCommand(command)
        else show(command)
      }
      ipcRenderer.on(CHANNELS.menu, hear)
      return () => void ipcRenderer.removeListener(CHANNELS.menu, hear)
    },
    onFiles,
    onLinks,
  },
}

contextBridge.exposeInMainWorld('vouch', desktop)
