import { refuse } from '../refused.ts'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, isReference, type Dictionary, type Value } from './values.ts'

/** Actions that reach outside and are refused only where nobody clicks: a link to a web page is an everyday thing. */
const reaching = new Set<Value>(['/URI', '/Thread'])

/** Refuses such actions where they happen by themselves: when the file, a page or a field is opened, shown or left. */
export function checkAutomatic(file: PdfFile): void {
  const objects = [...file.objects, ...file.packed]
  const byNumber = Map.groupBy(objects, ({ number }) => number)
  const seen = new Set<Value>()

  /** Of an object that stands in the file more than once, readers may take either. */
  const meant = (value: Value): readonly Value[] =>
    isReference(value) ? (byNumber.get(value.number) ?? []).map((one) => one.value) : [value]

  /** An action and those that follow it; a destination, which is a list too, names only pages and numbers. */
  const checkAction = (action: Value): void => {
    for (const one of meant(action)) {
      if (seen.has(one)) continue
      if (Array.isArray(one) || isDictionary(one)) seen.add(one)
      if (Array.isArray(one)) one.forEach(checkAction)
      if (!isDictionary(one)) continue
      const kinds = valuesOf(one, '/S').flatMap(meant)
      if (kinds.some((kind) => reaching.has(kind))) refuse('activeContent', 'link by itself')
      valuesOf(one, '/Next').forEach(checkAction)
    }
  }

  const find = (value: Value): void => {
    if (Array.isArray(value)) value.forEach(find)
    if (!isDictionary(value)) return
    valuesOf(value, '/OpenAction').forEach(checkAction)
    for (const events of valuesOf(value, '/AA').flatMap(meant))
      if (isDictionary(events)) [...events.entries.values()].forEach(checkAction)
    for (const inner of value.entries.values()) find(inner)
  }

  for (const { value } of objects) find(value)
}

/** Also of equal keys, which are read under names of their own. */
const valuesOf = ({ entries }: Dictionary, key: string): Value[] =>
  [...entries].filter(([name]) => name === key || name.startsWith(`${key} `)).map(([, value]) => value)
