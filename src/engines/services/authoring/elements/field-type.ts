import type { Json } from '#values/layers.ts'
import type { Edit } from '../edit-declaration.ts'
import { fieldControls } from './form-controls.ts'

const empty = { vi: '', en: '' }

/** What a question of a type begins with beside its own controls. */
const startOf: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  choice: { options: [] },
  group: { fields: [], itemName: empty },
  table: { columns: [] },
  person: { parts: { fullName: 'required' } },
  statement: { body: empty },
  computed: { formula: { sum: [] }, result: 'number' },
}

/** What else changes when a question becomes one of another type: what that type does not say goes, what it begins with comes. */
export function editsOfType(element: string, field: Json, type: string): Edit[] {
  const start = startOf[type] ?? {}
  const says = new Set([
    ...fieldControls
      .filter(({ only }) => only === undefined || only.slice(1).includes(type))
      .map(({ path }) => path.split('.')[0] as string),
    ...Object.keys(start),
  ])
  const keys = Object.keys(field as object)
  return [
    ...keys.filter((key) => !says.has(key)).map((key): Edit => ({ do: 'remove', path: `${element}.${key}` })),
    ...Object.entries(start)
      .filter(([key]) => !keys.includes(key))
      .map(([key, value]): Edit => ({ do: 'set', path: `${element}.${key}`, value })),
  ]
}
