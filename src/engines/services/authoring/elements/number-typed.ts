import type { Json } from '#values/layers.ts'

/** A number as people write it, with points between thousands; what cannot be read stays as it was typed, and the check names it. */
export function numberTyped(text: string): Json | undefined {
  if (text === '') return undefined
  const plain = text.replace(/[.\s](?=\d{3}\b)/g, '').replace(',', '.')
  const number = Number(plain)
  return Number.isFinite(number) ? number : text
}

/** What is said as it is typed, nothing as nothing: numbers with a decimal comma, so that `0.125` is not read as thousands. */
export function asTyped(said: Json | undefined): string {
  if (typeof said === 'number') return String(said).replace('.', ',')
  return typeof said === 'string' ? said : said === undefined ? '' : JSON.stringify(said)
}
