/** A length of a drawing as a share of the whole, to a tenth: `37.5%`. */
export const percentOf = (part: number, whole: number): string =>
  `${whole > 0 ? Math.round((part / whole) * 1000) / 10 : 0}%`
