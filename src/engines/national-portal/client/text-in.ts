/** A value of what came from outside as text; nothing for what is neither text nor a number. */
export function textIn(fields: Readonly<Record<string, unknown>> | undefined, name: string): string {
  const value = fields !== undefined && Object.hasOwn(fields, name) ? fields[name] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
