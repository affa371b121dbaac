import { defineConfig } from '@playwright/test'

/** Whole journeys in a real Chromium, against the built workbench. Each test starts a launcher and a library of its own. */
export default defineConfig({
  testDir: 'tests',
  testMatch: ['journeys/**/*.spec.ts', 'breakage/**/*.spec.ts', 'electron/**/*.spec.ts'],
  timeout: 240_000,
  workers: 1,
  fullyParallel: false,
  reporter: [['list'], ['json', { outputFile: 'test-results/journeys.json' }]],
  use: { trace: 'off' },
})
