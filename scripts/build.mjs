// Builds out/: the verifier page, then main process, launcher, preload and renderer.
import { spawnSync } from 'node:child_process'
import { sourcesNow, stampBuild, withLock } from './lib/built.mjs'
import { inRoot, ROOT } from './lib/project.mjs'

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) throw new Error(`${script} ended with status ${status}`)
}

function build() {
  const sources = sourcesNow()
  // The renderer carries the verifier page inside it, so that comes first.
  run(inRoot('scripts/build-verifier.mjs'))
  run(inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn')
  stampBuild(sources)
}

try {
  if (process.argv.includes('--locked')) build()
  else await withLock(build)
} catch (thrown) {
  process.stderr.write(`${thrown.message}\n`)
  process.exitCode = 1
}
