/** An amount as people type it, `135.000` or `135 000 đ`; what is none is left for the operation to refuse. */
export const readDong = (text: string): number =>
  /^[\d.\s]+(đ|₫|đồng)?$/i.test(text.trim()) ? Number(text.replaceAll(/\D/g, '')) : Number.NaN
