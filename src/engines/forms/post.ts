/** Limits on what one post may hold; a page of questions needs a hundredth of it. */
const maxEntries = 5_000
const maxValue = 100_000
const maxRowIndex = 10_000

/** The posted text fields by name, as a plain HTML form sends them. Only asked-for names are ever looked at. */
export interface Posted {
  first(name: string): string | undefined
  all(name: string): readonly string[]
  /** The row numbers that occur below a name, in order: `children.0.name`, `children.2.name` → 0, 2. */
  rowsOf(name: string): readonly number[]
  names(): Iterable<string>
}

/** Reads a post once, within limits; files are not answers and are left out. */
export function readPost(post: URLSearchParams | FormData): Posted {
  const fields = new Map<string, string[]>()
  let count = 0
  for (const [name, value] of post as Iterable<[string, unknown]>) {
    if (++count > maxEntries) break
    if (typeof value !== 'string') continue
    const values = fields.get(name)
    const text = value.slice(0, maxValue)
    if (values === undefined) fields.set(name, [text])
    else values.push(text)
  }
  return {
    first: (name) => fields.get(name)?.[0],
    all: (name) => fields.get(name) ?? [],
    rowsOf: (name) => rowNumbers(fields.keys(), name),
    names: () => fields.keys(),
  }
}

function rowNumbers(names: Iterable<string>, group: string): number[] {
  const found = new Set<number>()
  const prefix = `${group}.`
  for (const name of names) {
    if (!name.startsWith(prefix)) continue
    const number = /^(\d{1,5})(\.|$)/.exec(name.slice(prefix.length))?.[1]
    if (number !== undefined && Number(number) <= maxRowIndex) found.add(Number(number))
  }
  return [...found].sort((one, other) => one - other)
}

/** Whether an input is a form post; anything else is taken for JSON. */
export const isPost = (input: unknown): input is URLSearchParams | FormData =>
  input instanceof URLSearchParams || (typeof FormData !== 'undefined' && input instanceof FormData)
