/** What the paths look like that lead to an operation declared at this one. */
export const fitsPath = (declared: string): RegExp => new RegExp(`^/api${declared.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)

/** Of some hundred operations few have a path of the same length and engine: only these need to be tried. For a path with `/api`. */
export function groupOf(path: string): string {
  const parts = path.split('/')
  return `${parts.length} ${parts[2]}`
}
