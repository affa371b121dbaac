// npm run dev: the workbench with reload. In Electron where its binary is, else the renderer's development server with the launcher behind it.
import { spawn } from 'node:child_process'
import { ensureBuilt } from './lib/built.mjs'
import { electronBinary, hasDisplay } from './lib/electron-binary.mjs'
import { hostCommand, runToEnd } from './lib/host.mjs'
import { inRoot, ROOT } from './lib/project.mjs'

const LAUNCHER_PORT = 47823
const args = process.argv.slice(2)
const electron = process.env.VOUCH_HOST !== 'browser' && hasDisplay() ? electronBinary() : null

if (electron !== null) {
  process.exitCode = await runToEnd(
    { program: process.execPath, args: [inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch', ...args] },
    { env: { ...process.env, ELECTRON_EXEC_PATH: electron } },
  )
} else {
  process.stdout.write('There is no Electron here: the renderer reloads by itself; after a change to electron/, stop and start again.\n')
  process.exitCode = await developInBrowser()
}

async function developInBrowser() {
  await ensureBuilt()
  const { createServer } = await import('vite')
  const { loadConfigFromFile } = await import('electron-vite')
  const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' }, inRoot('electron.vite.config.ts'))
  const server = await createServer({
    configFile: false,
    ...config.renderer,
    server: { ...config.renderer.server, proxy: { '/desktop/': { target: `http://127.0.0.1:${LAUNCHER_PORT}`, changeOrigin: true } } },
  })
  await server.listen()
  const origin = new URL(server.resolvedUrls.local[0] ?? 'http://127.0.0.1:5199/').origin
  const { program, args: launcherArgs } = hostCommand(null, ['--port', String(LAUNCHER_PORT), '--development-origin', origin, ...args])
  const launcher = spawn(program, launcherArgs, { cwd: ROOT, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => launcher.kill(signal))
  const status = await new Promise((ended) => launcher.once('exit', (code) => ended(code ?? 1)))
  await server.close()
  return status
}
