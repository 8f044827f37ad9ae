import { defineConfig } from 'vitest/config'

/** `npm run test:deploy`: machines that boot, one file after the other. Needs root and what `deploy/test/make-image` made. */
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['deploy/test/**/*.test.ts'],
    globalSetup: ['deploy/test/switch.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 480_000,
    hookTimeout: 900_000,
  },
})
