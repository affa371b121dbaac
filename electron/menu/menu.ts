import type { MenuItemConstructorOptions } from 'electron'

/** Sends a command to the window; the names are those of the window's own table of actions. */
export type SendCommand = (command: string) => void

/**
 * The application menu: standard roles, and Vouch's own commands. The window handles its keys itself, so that a text field
 * can have them; the menu only shows them (macOS has no such setting, and asks the window first anyway).
 */
export function menuTemplate(platform: NodeJS.Platform, name: string, send: SendCommand): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const command = (id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => send(id),
  })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const settings = command('settings', 'Settings…', 'CmdOrCtrl+,')
  return [
    ...(mac
      ? [
          {
            label: name,
            submenu: [
              { role: 'about' },
              line,
              settings,
              line,
              { role: 'services' },
              line,
              { role: 'hide' },
              { role: 'hideOthers' },
              { role: 'unhide' },
              line,
              { role: 'quit' },
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    {
      label: '&File',
      submenu: [
        command('import', 'Import files…', 'CmdOrCtrl+O'),
        command('import-folder', 'Import a folder…', 'CmdOrCtrl+Shift+O'),
        line,
        command('new-analysis', 'New analysis…'),
        command('export', 'Export the dossier…', 'CmdOrCtrl+E'),
        ...(mac ? [line, { role: 'close' } as const] : [line, settings, line, { role: 'quit' } as const]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('undo', 'Undo', 'CmdOrCtrl+Z'),
        command('redo', 'Redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        line,
        command('palette', 'Find, jump to or do anything…', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&Go',
      submenu: [
        command('back', 'Back', mac ? 'Cmd+[' : 'Alt+Left'),
        command('forward', 'Forward', mac ? 'Cmd+]' : 'Alt+Right'),
        line,
        command('analysis', 'Analysis', 'Alt+1'),
        command('library', 'Library', 'Alt+2'),
        command('purchases', 'Money', 'Alt+6'),
        command('chronology', 'Time', 'Alt+7'),
        command('dossier', 'Dossier', 'Alt+8'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'zoomIn', label: 'Larger' },
        { role: 'zoomOut', label: 'Smaller' },
        { role: 'resetZoom', label: 'Actual size' },
        line,
        command('theme-light', 'Light'),
        command('theme-dark', 'Dark'),
        command('theme-system', 'As the system has it'),
        line,
        { role: 'togglefullscreen' },
        { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [command('keys', 'All keys', '?'), ...(mac ? [] : [{ role: 'about' } as const])] },
  ]
}
