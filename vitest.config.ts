import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'journeys/**/*.test.ts'],
    globalSetup: ['src/kernel/testing/global-setup.ts'],
    // Real processes and a real database: signals, working folders and native modules are not for worker threads.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    // The first file of a run also fills the template database.
    hookTimeout: 30_000,
    teardownTimeout: 20_000,
  },
})
