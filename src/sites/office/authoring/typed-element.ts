import type { Typed } from '#engines/services/contract.ts'

/** What was typed, as the engine reads it: from a form that was posted, or from the one on the screen. */
export function typedIn(post: URLSearchParams | FormData): Typed {
  const texts = (name: string) =>
    post
      .getAll(name)
      .filter((one) => typeof one === 'string')
      // Browsers send lines as the mail of old did.
      .map((one) => one.replaceAll('\r\n', '\n'))
  return { text: (name) => texts(name).at(-1), all: texts }
}
