import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  resolve: { alias: { '@shared': at('shared'), electron: at('tests/electron-double/electron.mjs') } },
  test: {
    include: ['{electron,renderer,shared}/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.ts'],
    env: { VOUCH_DOUBLE_WITHOUT_BROWSER: '1' },
    setupFiles: ['tests/support/random-seed.ts'],
    // One process a core (one fewer is the default), in which modules stay loaded from file to file: loading them anew took longer than the tests.
    maxWorkers: '100%',
    isolate: false,
    // A test never times: on a busy machine it takes as long as it takes.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
