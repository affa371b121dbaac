import { devDependencies } from '../../package.json'

type Part = { readonly name: string; readonly package: keyof typeof devDependencies; readonly licence: string }

const PARTS: readonly Part[] = [
  { name: 'pdf.js', package: 'pdfjs-dist', licence: 'Apache-2.0' },
  { name: 'tesseract.js', package: 'tesseract.js', licence: 'Apache-2.0' },
  { name: 'Tesseract for WebAssembly', package: 'tesseract.js-core', licence: 'Apache-2.0' },
  { name: 'English language data of Tesseract', package: '@tesseract.js-data/eng', licence: 'Apache-2.0' },
  { name: 'SQLite for WebAssembly', package: '@sqlite.org/sqlite-wasm', licence: 'Apache-2.0' },
  { name: 'Observable Plot', package: '@observablehq/plot', licence: 'ISC' },
  { name: 'pdf-lib (Cantoo)', package: '@cantoo/pdf-lib', licence: 'MIT' },
  { name: 'React', package: 'react', licence: 'MIT' },
  { name: 'Dexie', package: 'dexie', licence: 'Apache-2.0' },
  { name: 'Zod', package: 'zod', licence: 'MIT' },
  { name: 'noble-hashes', package: '@noble/hashes', licence: 'MIT' },
  { name: 'approx-string-match', package: 'approx-string-match', licence: 'MIT' },
  { name: 'zip.js', package: '@zip.js/zip.js', licence: 'BSD-3-Clause' },
  { name: 'fflate', package: 'fflate', licence: 'MIT' },
  { name: 'ASN.1 schemas of Peculiar Ventures', package: '@peculiar/asn1-tsp', licence: 'MIT' },
  { name: 'asn1js', package: 'asn1js', licence: 'BSD-3-Clause' },
  { name: 'Papa Parse', package: 'papaparse', licence: 'MIT' },
  { name: 'Radix UI', package: 'radix-ui', licence: 'MIT' },
  { name: 'cmdk', package: 'cmdk', licence: 'MIT' },
  { name: 'react-resizable-panels', package: 'react-resizable-panels', licence: 'MIT' },
  { name: 'TanStack Virtual', package: '@tanstack/react-virtual', licence: 'MIT' },
  { name: 'wouter', package: 'wouter', licence: 'Unlicense' },
  { name: 'Lucide', package: 'lucide-react', licence: 'ISC' },
  { name: 'IBM Plex', package: '@fontsource/ibm-plex-sans', licence: 'OFL-1.1' },
  { name: 'Electron', package: 'electron', licence: 'MIT' },
]

/** What Vouch is built from, with the versions pinned in package.json. */
export const BUILT_FROM = PARTS.map((part) => ({ name: part.name, version: devDependencies[part.package], licence: part.licence }))
