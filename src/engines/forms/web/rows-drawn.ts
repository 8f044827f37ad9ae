/** The rows that are drawn: those given, and an empty one where at least one is asked or where no button can add one. */
export function rowsDrawn(
  value: unknown,
  { min, max }: { min: number; max: number },
  spare = false,
): readonly unknown[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  return rows.length < Math.min(min, 1) || (spare && rows.length < max) ? [...rows, {}] : rows
}
