import { pino } from 'pino'
import { env } from '#app/platform/env.server.ts'

/** Structured lines on standard output: ids, codes and numbers, never an address, a name or a comment. */
export const log = pino({ level: env.LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
