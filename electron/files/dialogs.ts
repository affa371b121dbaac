import { extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import type { ChosenFile } from '@shared/desktop/desktop'
import type { ChoosePlace } from '../exports/exports'
import type { ChosenFiles } from './chosen-files'
import { documentsIn } from './find-documents'

/** Asks with the system's dialog; of a folder, its PDFs and tables are taken. What can't be read is told in a dialog. */
export async function chooseFiles(
  what: 'files' | 'folder',
  files: ChosenFiles,
  window: BrowserWindow | null,
): Promise<readonly ChosenFile[]> {
  const options: Electron.OpenDialogOptions =
    what === 'files'
      ? {
          title: 'Import files',
          properties: ['openFile', 'multiSelections'],
          filters: [
            { name: 'PDF, CSV and XLSX', extensions: ['pdf', 'csv', 'tsv', 'xlsx', 'xlsm'] },
            { name: 'All files', extensions: ['*'] },
          ],
        }
      : { title: 'Import a folder', properties: ['openDirectory', 'multiSelections'] }
  const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
  if (canceled) return []
  const paths: string[] = []
  for (const path of filePaths) {
    if (what === 'files') paths.push(path)
    else {
      const found = await documentsIn(path)
      if (found.ok) paths.push(...found.value)
      else dialog.showErrorBox(found.problem.what, found.problem.remedy)
    }
  }
  return offerAll(paths, files)
}

/** Gives out tokens for files that the system handed over. */
export async function offerAll(paths: readonly string[], files: ChosenFiles): Promise<readonly ChosenFile[]> {
  const chosen: ChosenFile[] = []
  for (const path of paths) {
    const offered = await files.offer(path)
    if (offered.ok) chosen.push(offered.value)
    else dialog.showErrorBox(offered.problem.what, offered.problem.remedy)
  }
  return chosen
}

/** Asks where an export goes: a file, or a new folder. */
export const askForPlace =
  (window: () => BrowserWindow | null): ChoosePlace =>
  async (name, kind) => {
    const ending = extname(name).slice(1)
    const options: Electron.SaveDialogOptions = {
      title: kind === 'folder' ? 'Export into a new folder' : 'Export',
      defaultPath: join(app.getPath('documents'), name),
      buttonLabel: 'Export',
      properties: ['createDirectory', 'showOverwriteConfirmation'],
      ...(kind === 'file' && ending !== '' ? { filters: [{ name: ending.toUpperCase(), extensions: [ending] }] } : {}),
    }
    const parent = window()
    const { canceled, filePath } = await (parent === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(parent, options))
    return canceled || filePath === '' ? null : filePath
  }
