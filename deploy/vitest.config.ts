import { defineConfig } from 'vitest/config'

/** `npm run test:deploy`: machines that boot, and processes that restart, one file after the other. Needs root and what `deploy/test/make-image` made. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['deploy/test/**/*.test.ts'],
    globalSetup: ['deploy/test/switch.ts', 'src/kernel/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 480_000,
    hookTimeout: 900_000,
  },
})
