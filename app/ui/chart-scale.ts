/** The plot area of a chart, in units of its view box. */
export interface Plot {
  left: number
  right: number
  top: number
  bottom: number
}

/** Places a value between two ends on a line between two positions. */
export const linear = (fromValue: number, toValue: number, fromPlace: number, toPlace: number) => (value: number) =>
  fromPlace + ((value - fromValue) / (toValue - fromValue || 1)) * (toPlace - fromPlace)

/** Runs of neighbours that have a value: where one is missing the line breaks, so a gap is seen as a gap. */
export function runs<P>(points: readonly P[], has: (point: P) => boolean): P[][] {
  const found: P[][] = []
  let open: P[] | null = null
  for (const point of points) {
    if (!has(point)) open = null
    else if (open) open.push(point)
    else found.push((open = [point]))
  }
  return found
}

/** A path through places, to one tenth of a unit. */
export const path = (places: readonly (readonly [x: number, y: number])[]) =>
  places.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')
