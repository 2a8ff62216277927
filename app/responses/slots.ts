import { slotsOfLeaf } from '#app/responses/place.ts'

/*
 * A set of slots of one leaf, as stored: few as a list of 16-bit numbers, many as one bit each.
 */
const bitmapBytes = slotsOfLeaf / 8

/** A set of slots while it is worked with: one bit each. */
export type Slots = Uint8Array

/** The set that was stored; an empty one for nothing. */
export function readSlots(stored: Uint8Array | null | undefined): Slots {
  const slots = new Uint8Array(bitmapBytes)
  if (!stored) return slots
  if (stored.length === bitmapBytes) {
    slots.set(stored)
    return slots
  }
  for (let at = 0; at + 1 < stored.length; at += 2) addSlot(slots, stored[at]! | (stored[at + 1]! << 8))
  return slots
}

/** The set to be stored; null when it is empty. */
export function writeSlots(slots: Slots): Buffer | null {
  const all = listSlots(slots)
  if (all.length === 0) return null
  if (all.length * 2 >= bitmapBytes) return Buffer.from(slots)
  const list = Buffer.alloc(all.length * 2)
  all.forEach((slot, i) => list.writeUInt16LE(slot, i * 2))
  return list
}

export function addSlot(slots: Slots, slot: number) {
  slots[slot >> 3]! |= 1 << (slot & 7)
}

export function dropSlot(slots: Slots, slot: number) {
  slots[slot >> 3]! &= ~(1 << (slot & 7))
}

/** Whether a stored set has a slot. */
export const hasSlot = (stored: Uint8Array, slot: number): boolean =>
  (readSlots(stored)[slot >> 3]! & (1 << (slot & 7))) !== 0

/** What all of the stored sets have; there is at least one. */
export function commonSlots(stored: Uint8Array[]): Slots {
  const common = readSlots(stored[0])
  for (let n = 1; n < stored.length; n++) {
    const other = stored[n]!
    const bits = other.length === bitmapBytes ? other : readSlots(other)
    for (let i = 0; i < bitmapBytes; i++) common[i]! &= bits[i]!
  }
  return common
}

/** The slots of the set below `end`, highest first. */
export function listSlots(slots: Slots, end: number = slotsOfLeaf): number[] {
  const found: number[] = []
  for (let i = bitmapBytes - 1; i >= 0; i--) {
    const byte = slots[i]!
    if (byte === 0) continue
    for (let bit = 7; bit >= 0; bit--) {
      const slot = i * 8 + bit
      if (byte & (1 << bit) && slot < end) found.push(slot)
    }
  }
  return found
}
