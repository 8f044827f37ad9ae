declare module 'pg/lib/utils.js' {
  /** How `pg` writes a JavaScript value as a parameter. */
  export function prepareValue(value: unknown): unknown
}
