/** A mobile number of Viet Nam as centres want it, 84912345678; undefined for what no short message reaches. */
export function mobileOf(phone: string | null | undefined): string | undefined {
  const digits = (phone ?? '').replace(/[\s.()-]/g, '')
  const national = /^(?:\+?84|0)([35789]\d{8})$/.exec(digits)?.[1]
  return national === undefined ? undefined : `84${national}`
}
