import { spawn } from 'node:child_process'
import { dirname } from 'node:path'

/** Shows a file or folder in the system's file manager. Where there is none, nothing happens: the path is on the screen. */
export function openPath(path: string): void {
  const [program, args] =
    process.platform === 'darwin'
      ? ['open', ['-R', path]]
      : process.platform === 'win32'
        ? ['explorer.exe', [`/select,${path}`]]
        : ['xdg-open', [dirname(path)]]
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.once('error', () => undefined)
  child.unref()
}
