import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
const pdfjs = packageFolder('pdfjs-dist')
/** Data files that pdf.js fetches while it draws: character maps, the standard fonts, decoders, colour profiles. */
const PDF_DATA = ['cmaps', 'standard_fonts', 'wasm', 'iccs']
const MEDIA_TYPES: Readonly<Record<string, string>> = { wasm: 'application/wasm', js: 'text/javascript' }

/** Serves pdf.js's data files in development and copies them beside the built renderer, under `pdfjs/`. */
function pdfData(): Plugin {
  return {
    name: 'vouch-pdf-data',
    configureServer(server) {
      server.middlewares.use('/pdfjs/', (request, response, next) => {
        const wanted = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\/+/, '')
        const file = join(pdfjs, wanted)
        const known = PDF_DATA.includes(wanted.split('/')[0] ?? '') && file.startsWith(pdfjs + sep)
        if (!known || !existsSync(file) || !statSync(file).isFile()) return next()
        response.setHeader('Content-Type', MEDIA_TYPES[file.split('.').pop() ?? ''] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
    generateBundle() {
      for (const folder of PDF_DATA) {
        for (const name of readdirSync(join(pdfjs, folder))) {
          this.emitFile({ type: 'asset', fileName: `pdfjs/${folder}/${name}`, source: readFileSync(join(pdfjs, folder, name)) })
        }
      }
    },
  }
}

/** What recognises text: the worker, its core for three kinds of processor, and English. By the name under which each is served. */
const RECOGNITION_DATA: Readonly<Record<string, string>> = {
  'worker.min.js': join(packageFolder('tesseract.js'), 'dist/worker.min.js'),
  'tesseract-core-lstm.wasm.js': join(packageFolder('tesseract.js-core'), 'tesseract-core-lstm.wasm.js'),
  'tesseract-core-simd-lstm.wasm.js': join(packageFolder('tesseract.js-core'), 'tesseract-core-simd-lstm.wasm.js'),
  'tesseract-core-relaxedsimd-lstm.wasm.js': join(packageFolder('tesseract.js-core'), 'tesseract-core-relaxedsimd-lstm.wasm.js'),
  'eng.traineddata.gz': join(packageFolder('@tesseract.js-data/eng'), '4.0.0_best_int/eng.traineddata.gz'),
}

/** Serves what recognises text in development and copies it beside the built renderer, under `recognition/`. */
function recognitionData(): Plugin {
  return {
    name: 'vouch-recognition-data',
    configureServer(server) {
      server.middlewares.use('/recognition/', (request, response, next) => {
        const file = RECOGNITION_DATA[(request.url ?? '').split('?')[0]?.replace(/^\/+/, '') ?? '']
        if (file === undefined) return next()
        response.setHeader('Content-Type', file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
    generateBundle() {
      for (const [name, file] of Object.entries(RECOGNITION_DATA))
        this.emitFile({ type: 'asset', fileName: `recognition/${name}`, source: readFileSync(file) })
    },
  }
}

const alias = { '@shared': resolve(root, 'shared') }

export default defineConfig({
  main: {
    // fflate's Node build declares `require`, as electron-vite's prologue does too.
    resolve: { alias: { ...alias, fflate: 'fflate/browser' } },
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      lib: { entry: { main: 'electron/main.ts', launcher: 'electron/launcher.ts' }, formats: ['es'] },
      rolldownOptions: { external: ['electron'], output: { entryFileNames: '[name].js' } },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      lib: { entry: 'electron/preload.ts', formats: ['cjs'] },
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'preload.cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    publicDir: resolve(root, 'resources/public'),
    resolve: { alias },
    plugins: [react(), pdfData(), recognitionData()],
    worker: { format: 'es' },
    // SQLite finds its WebAssembly beside its own module, which a module bundled for development no longer is.
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
    server: { host: '127.0.0.1', port: 5199, strictPort: true },
  },
})
