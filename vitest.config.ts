import { defineConfig } from 'vitest/config'

/** Tests that start processes or write to the disk most of the time. */
const slow = [
  'test/cli/**',
  'test/hostile/**',
  'test/packaging/**',
  'test/tarball.test.ts',
  'test/yaml/hostile.test.ts',
]

const shared = {
  setupFiles: ['test/setup.ts'],
  testTimeout: 20_000,
  pool: 'threads',
  isolate: false,
} as const

export default defineConfig({
  test: {
    coverage: { include: ['src/**'], exclude: ['src/generated/**'], reporter: ['text-summary', 'html'] },
    projects: [
      {
        test: {
          ...shared,
          name: 'fast',
          include: ['test/**/*.test.ts'],
          exclude: slow,
        },
      },
      {
        test: {
          ...shared,
          name: 'slow',
          include: slow.map((pattern) => pattern.replace(/\*\*$/, '**/*.test.ts')),
        },
      },
    ],
  },
})
