import { spawn } from 'node:child_process'
import { inRoot, ROOT } from './project.mjs'

const LAUNCHER = inRoot('out/main/launcher.js')

/** The command that runs the workbench: Electron's binary where there is one, else the browser host. */
export function hostCommand(electron, args) {
  if (electron === null) return { program: process.execPath, args: [LAUNCHER, ...args] }
  const isRoot = process.platform === 'linux' && process.getuid() === 0
  // Chromium's sandbox refuses to run for the user root.
  return { program: electron, args: [ROOT, ...(isRoot ? ['--no-sandbox'] : []), ...args] }
}

/** Runs a program until it ends, passing signals on to it. @returns its exit status, 1 when a signal ended it */
export function runToEnd({ program, args }, options = {}) {
  const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', ...options })
  const pass = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  return new Promise((ended) => {
    child.once('error', (thrown) => {
      process.stderr.write(`${program} could not be started: ${thrown.message}\n`)
      ended(1)
    })
    child.once('exit', (status) => ended(status ?? 1))
  })
}
