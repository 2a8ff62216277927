import { k } from '#db/kit.ts'

/** What one unit of a currency is worth in the organisation's, from a day on until a later one says otherwise. */
export const exchangeRates = k.table(
  'exchange_rates',
  {
    id: k.text('id').primaryKey(),
    currency: k.text('currency').notNull(),
    /** The organisation's currency when it was written down. */
    base: k.text('base').notNull(),
    /** Days since 1970. */
    fromDay: k.int('from_day').notNull(),
    /** A decimal in text, so that no digit is lost. */
    rate: k.text('rate').notNull(),
    createdAt: k.big('created_at').notNull(),
    createdBy: k.text('created_by').notNull(),
  },
  (t) => [k.uniqueIndex('exchange_rates_day').on(t.base, t.currency, t.fromDay)],
)
