import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, clipboard, dialog, ipcMain, Menu, protocol, session, shell as system } from 'electron'
import { CHANNELS } from '@shared/desktop/channels'
import { messageOf } from '@shared/errors/outcome'
import { LINK_SCHEME } from '@shared/links/vouch-link'
import { chosenFiles } from './files/chosen-files'
import { askForPlace, chooseFiles, offerAll } from './files/dialogs'
import { limitMemory } from './engine/engine-flags'
import { documentArguments, linkArguments, mainOptions } from './host/main-options'
import { shellDesktop } from './host/shell-desktop'
import { handleCalls } from './ipc/handle-calls'
import { workFrom } from './jobs/run-request'
import { menuTemplate } from './menu/menu'
import { printWithWindow } from './paper/print-with-window'
import { declareScheme, serveApplication } from './security/application-scheme'
import { guardNetwork, quietChromium } from './security/network'
import { ownAddress, START_PAGE } from './security/origin'
import { guardPermissions } from './security/permissions'
import { guardWindows } from './security/windows'
import { openMainWindow } from './windows/main-window'

/** Electron's main process. Only composes: each room says what it does and why. */
const options = mainOptions(process.argv.slice(app.isPackaged ? 1 : 2), process.cwd())
const development = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
const isOwn = ownAddress(development)
const files = chosenFiles()
/** PDFs and links handed over before there is a window. */
const handed: string[] = [...options.files]
const handedLinks: string[] = [...options.links]
let window: BrowserWindow | null = null

process.on('uncaughtException', (thrown) => {
  process.stderr.write(`${thrown.stack ?? thrown.message}\n`)
  if (options.job === null)
    dialog.showErrorBox('Vouch met a fault in itself and stops.', `Everything that was shown as saved is on the disk. ${thrown.message}`)
  app.exit(1)
})
if (options.profile !== null) app.setPath('userData', options.profile)
if (!app.requestSingleInstanceLock()) app.exit(0)
app.enableSandbox()
quietChromium(app)
limitMemory(app)
declareScheme(protocol)
guardWindows(app, isOwn)
app.on('open-file', (event, path) => {
  event.preventDefault()
  void handOver([path])
})
app.on('open-url', (event, url) => {
  event.preventDefault()
  showWindow()
  handOverLinks(linkArguments([url]))
})
app.on('second-instance', (_event, argv, folder) => {
  showWindow()
  void handOver(documentArguments(argv.slice(1), folder))
  handOverLinks(linkArguments(argv.slice(1)))
})
app.on('window-all-closed', () => app.quit())

await app.whenReady()
guardPermissions(session.defaultSession, isOwn)
const network = guardNetwork(session.defaultSession, isOwn)
serveApplication(protocol, join(import.meta.dirname, '../renderer'))

const say = (line: string): void => void process.stderr.write(`${line}\n`)
const work = await workFrom(options.job, options.scratch, files, say)
if (!work.ok) {
  say(`${work.problem.what}\n${work.problem.remedy}`)
  app.exit(1)
} else {
  const { job, desk, choosePlace } = work.value
  const shell = shellDesktop({
    vaultFolder: options.vault,
    version: app.getVersion(),
    electron: process.versions.electron ?? null,
    files,
    job,
    choosePlace: choosePlace ?? askForPlace(() => window),
    print: printWithWindow,
    chooseFiles: (what) => chooseFiles(what, files, window),
    refusedRequests: network.refused,
    copyText: (text) => clipboard.writeText(text),
    reveal: (path) => system.showItemInFolder(path),
  })
  handleCalls(ipcMain, shell.desktop, isOwn)
  closeBeforeQuit(shell.close)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(process.platform, app.getName(), (command) => window?.webContents.send(CHANNELS.menu, command))),
  )
  const icon = join(import.meta.dirname, '../../resources/icons/icon.png')
  window = openMainWindow({ url: development ?? START_PAGE, visible: desk === null, icon: existsSync(icon) ? icon : null })
  window.on('closed', () => {
    window = null
  })
  window.webContents.once('did-finish-load', () => {
    void handOver(handed.splice(0))
    handOverLinks(handedLinks.splice(0))
  })
  // What runs from a checkout leaves the system's links to the Vouch that is installed.
  if (app.isPackaged && desk === null) app.setAsDefaultProtocolClient(LINK_SCHEME)
  if (desk !== null) {
    window.webContents.on('render-process-gone', (_event, details) => desk.fail(`The window of the job stopped (${details.reason}).`))
    window.webContents.on('did-fail-load', (_event, code, description) =>
      desk.fail(`The page could not be loaded: ${description} (${code}).`),
    )
    const end = await desk.ended
    await shell.close()
    process.stdout.write(end.stdout, () => app.exit(end.status))
  }
}

function showWindow(): void {
  if (window?.isMinimized() === true) window.restore()
  window?.focus()
}

/** Sends links to the window, which reads them; or keeps them until there is one. */
function handOverLinks(links: readonly string[]): void {
  if (links.length === 0) return
  if (window === null || window.webContents.isLoading()) handedLinks.push(...links)
  else window.webContents.send(CHANNELS.links, links)
}

/** Sends PDFs to the window, or keeps them until there is one. */
async function handOver(paths: readonly string[]): Promise<void> {
  if (window === null || window.webContents.isLoading()) {
    handed.push(...paths)
    return
  }
  const offered = await offerAll(paths, files)
  if (offered.length > 0) window.webContents.send(CHANNELS.files, offered)
}

/** Lets the vault finish what it is writing before the process ends. */
function closeBeforeQuit(close: () => Promise<void>): void {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void close()
      .catch((thrown: unknown) => say(messageOf(thrown)))
      .then(() => {
        closed = true
        app.quit()
      })
  })
}
