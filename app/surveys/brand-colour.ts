/* Relative luminance and contrast after WCAG 2.2, for colours written `#rrggbb`. */

const ink = '#000000'
const paper = '#ffffff'

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((c) => {
    const part = c / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** From 1 (the same) to 21 (black on white). */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** The text colour, black or white, that reads better on a brand's colour: always at least 4.5 to 1. */
export const textOn = (colour: string): string => (contrast(colour, paper) >= contrast(colour, ink) ? paper : ink)

/** The brand's colour moved towards black (on a light ground) or white (on a dark one) until it reads as text there. */
export function readableOn(ground: string, colour: string): string {
  const target = luminance(ground) > 0.18 ? 0 : 255
  for (let step = 0; step <= 20; step++) {
    const mixed = mix(colour, target, step / 20)
    if (contrast(mixed, ground) >= 4.5) return mixed
  }
  return target === 0 ? '#000000' : paper
}

const mix = (hex: string, target: number, share: number) =>
  `#${channels(hex)
    .map((c) =>
      Math.round(c + (target - c) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
