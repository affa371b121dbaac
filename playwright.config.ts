import { defineConfig } from '@playwright/test'

/** Whole journeys in a real Chromium, against the built workbench. Each test starts a launcher and a library of its own. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['journeys/**/*.spec.ts', 'breakage/**/*.spec.ts', 'electron/**/*.spec.ts'],
  timeout: 240_000,
  // Two files at a time: each test has a launcher, a library and a browser of its own, and much of its time is waiting.
  workers: 2,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: { trace: 'off' },
})
