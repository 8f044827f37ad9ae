import { fold } from '#values/text.ts'

/** Cuts a text so that the odd pieces are what was searched for; tone marks do not matter. */
export function markFound(text: string, wanted: string): string[] {
  const words = fold(wanted).split(' ').filter(Boolean)
  const letters = Array.from(text.normalize('NFC'))
  // One folded letter a letter keeps places equal; a letter that folds to more or less is never marked.
  const folded = letters.map((letter) => (letter.trim() === '' ? ' ' : fold(letter) || letter)).join('')
  if (words.length === 0 || folded.length !== letters.length) return [text]
  const marked = letters.map(() => false)
  for (const word of [fold(wanted), ...words]) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      marked.fill(true, at, at + word.length)
  }
  const pieces: string[] = ['']
  letters.forEach((letter, at) => {
    if ((pieces.length % 2 === 0) !== marked[at]) pieces.push('')
    pieces[pieces.length - 1] += letter
  })
  return pieces
}
