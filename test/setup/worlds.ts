import { afterAll, afterEach, beforeEach } from 'vitest'
import { fileEnds, testBegins, testEnds } from '#test/open-worlds.ts'

beforeEach(testBegins)
afterEach(testEnds)
afterAll(fileEnds)
