import { deliveries } from '#db/enums/email.ts'

export type Delivery = (typeof deliveries)[number]

/**
 * What a report of the provider means for a message; null when it says nothing about delivery.
 * @param detail of a bounce: `permanent` or `transient`
 */
export function deliveryOf(type: string, detail: string | null): Delivery | null {
  switch (type) {
    case 'email.delivered':
      return 'delivered'
    case 'email.delivery_delayed':
      return 'delayed'
    case 'email.bounced':
      return detail === 'transient' ? 'delayed' : 'bounced'
    case 'email.suppressed': // the provider itself no longer sends there
    case 'email.failed':
      return 'bounced'
    case 'email.complained':
      return 'complained'
    default:
      return null
  }
}

/** Reports arrive late and out of order; a delivery only moves to the right of `deliveries`. */
export const movesForward = (from: Delivery, to: Delivery) => deliveries.indexOf(to) > deliveries.indexOf(from)
