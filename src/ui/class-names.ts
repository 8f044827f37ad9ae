/** Joins the class names that are given; false and undefined fall out, an empty result is undefined. */
export function classes(...names: readonly (string | false | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
