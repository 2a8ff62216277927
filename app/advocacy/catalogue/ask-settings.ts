import { z } from 'zod'

/** In a quarter. */
export const mostPerQuarter = 50

const budget = z.coerce.number().int().min(0).max(mostPerQuarter)

/** Asks in a quarter of the year; 0: nobody is asked for anything. */
export const askSettingsSchema = z.object({ perPerson: budget, perAccount: budget })
