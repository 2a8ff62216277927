/** Time zones to choose from. Made on the server and handed to the page, since browsers know other lists. */
export const zoneNames = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Currencies to choose from, as ISO 4217 codes. */
export const currencyCodes = (): string[] => Intl.supportedValuesOf('currency')
