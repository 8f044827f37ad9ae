/** What was typed into the controls of one element, by the names that the screen gives them. */
export interface Typed {
  text(name: string): string | undefined
  all(name: string): readonly string[]
}

/** What was typed in a place, without the space around it. */
export const typedAt = (typed: Typed, name: string): string => typed.text(name)?.trim() ?? ''

/** Lines of a list as they were on the screen, counted from 0, as long as each has this piece. */
export function linesTyped<Line>(typed: Typed, path: string, mark: string, line: (name: string) => Line): Line[] {
  const lines: Line[] = []
  for (let at = 0; typed.text(`${path}.${at}${mark}`) !== undefined; at++) lines.push(line(`${path}.${at}`))
  return lines
}
