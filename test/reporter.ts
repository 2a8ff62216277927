import type { Reporter, TestModule } from 'vitest/node'

/** The last line that the contract promises: `N passed, N failed`. */
export default class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    let passed = 0
    let failed = errors.length
    for (const module of modules) {
      if (module.errors().length) failed++
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed++
        if (state === 'failed') failed++
      }
    }
    process.once('exit', () => console.log(`${passed} passed, ${failed} failed`))
  }
}
