import { refuse } from '../refused.ts'
import { isDictionary, type Value } from './values.ts'

/** Kinds of actions, annotations and embedded things that do something by themselves or carry other files. */
const activeValues = new Set(
  'JavaScript Launch ImportData SubmitForm GoToR GoToE Rendition RichMedia RichMediaExecute Movie 3D FileAttachment EmbeddedFile'
    .split(' ')
    .map((name) => `/${name}`),
)

/** Keys under which scripts, attached files and XFA forms (which hold scripts) stand. */
const activeKeys = ['/JavaScript', '/EmbeddedFiles', '/EF', '/XFA', '/RichMediaContent']

/** Refuses a value that acts or attaches, at any depth, written in any way: names are compared after their escapes. */
export function checkNames(value: Value): void {
  if (typeof value === 'string' && activeValues.has(value)) refuse('activeContent', value)
  if (Array.isArray(value)) for (const one of value) checkNames(one)
  if (!isDictionary(value)) return
  for (const [key, one] of value.entries) {
    if (activeKeys.some((active) => key === active || key.startsWith(`${active} `))) refuse('activeContent', key)
    checkNames(one)
  }
}
