import { groupThousands } from './money.ts'

/** How much ground there is, as it is written in Viet Nam: `3.892,4 km²`, `1,10 km²`. */
export function showArea(squareKilometres: number): string {
  const [whole = '0', rest = '0'] = squareKilometres.toFixed(squareKilometres < 10 ? 2 : 1).split('.')
  return `${groupThousands(Number(whole))},${rest} km²`
}
