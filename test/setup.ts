/** Runs before every test file. */
import fc from 'fast-check'
import { afterEach, expect } from 'vitest'

// Property tests repeat the same cases in every run. `npm run test:fuzz` sets other seeds and asks for more cases.
const { FUZZ_SEED, FUZZ_RUNS } = process.env
fc.configureGlobal({
  seed: Number(FUZZ_SEED ?? 56002),
  ...(FUZZ_RUNS !== undefined && { numRuns: Number(FUZZ_RUNS) }),
})

// The environment of the machine must not reach a test, and no test may change Object.prototype.
for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CLICOLOR', 'CLICOLOR_FORCE', 'COLUMNS', 'CI', 'TERM'])
  delete process.env[name]
process.env['LANG'] = 'C.UTF-8'
process.env['TZ'] = 'UTC'

const names = Object.getOwnPropertyNames(Object.prototype).join()
afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(names)
})

// Commands load what measures wide characters when a page needs it; tests call the layout directly.
