/** How much of a whole, as it is written in Viet Nam: `98,7%`, `100%`; a dash where there is nothing to share. */
export const showShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1).replace(/\.0$/, '').replace('.', ',')}%`

/** Points as they are written in Viet Nam: `12,5`, `18`. */
export const showPoints = (points: number): string => String(Math.round(points * 100) / 100).replace('.', ',')
