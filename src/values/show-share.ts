/** How much of a whole, as it is written in Viet Nam: `98,7%`, `100%`; a dash where there is nothing to share. */
export const showShare = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1).replace(/\.0$/, '').replace('.', ',')}%`
