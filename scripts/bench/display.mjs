// A display for browsers with a window: the one there is, or an X server in memory (Debian's package xvfb).
import { spawn } from 'node:child_process'

/** Runs `work` with the environment for a window. */
export async function withDisplay(work) {
  if (process.env.DISPLAY) return work(process.env)
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  })
  const number = await new Promise((found, fail) => {
    server.once('error', () => fail(new Error('a window needs a display: set DISPLAY, or install xvfb')))
    server.once('exit', (status) => fail(new Error(`Xvfb stopped with status ${status}`)))
    server.stdio[3].once('data', (data) => found(String(data).trim()))
  })
  try {
    return await work({ ...process.env, DISPLAY: `:${number}` })
  } finally {
    server.kill()
  }
}
