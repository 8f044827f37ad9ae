/** One text of a posted form, without the spaces around it; empty for a field left out or a file. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** A password as it was typed: spaces belong to it. */
export const secretOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** One text a line. */
export const linesOf = (form: FormData, name: string): string[] =>
  textOf(form, name)
    .split(/\s+/)
    .filter((line) => line !== '')
