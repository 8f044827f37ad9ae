/** A JSON array by its elements, each as it is written. */
export interface SplitArray {
  readonly elements: readonly string[]
  /** From where on nothing can be told apart any more; empty of an array that is whole. */
  readonly rest: string
}

/**
 * Splits the text of a JSON array that as a whole is none, because it is cut off or one of its elements is broken: objects are told apart by
 * their brackets alone, so that one that is wrong inside leaves the others. Undefined for what does not begin as an array.
 */
export function splitArray(text: string): SplitArray | undefined {
  const open = /^\s*\[/.exec(text)
  if (open === null) return undefined
  const elements: string[] = []
  // A string without an end goes to the end of the text, so that nothing is looked at twice.
  const brackets = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|[{}[\]]/g
  brackets.lastIndex = open[0].length
  let depth = 0
  let begins = open[0].length
  for (let found = brackets.exec(text); found !== null; found = brackets.exec(text)) {
    const [token] = found
    if (token === '{' || token === '[') {
      if (depth === 0) begins = found.index
      depth += 1
    } else if (token === '}' || token === ']') {
      if (depth === 0) return { elements, rest: '' }
      depth -= 1
      if (depth > 0) continue
      elements.push(text.slice(begins, brackets.lastIndex))
      begins = brackets.lastIndex
    }
  }
  return { elements, rest: text.slice(begins).replace(/^[\s,]+/, '') }
}
