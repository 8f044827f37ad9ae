import type { Json } from '#values/layers.ts'
import { textOf } from './text-of.ts'

/** A number as people write it, with points between thousands; what cannot be read stays as it was typed, and the check names it. */
export function numberTyped(text: string): Json | undefined {
  if (text === '') return undefined
  const plain = text.replace(/[.\s](?=\d{3}\b)/g, '').replace(',', '.')
  const number = Number(plain)
  return Number.isFinite(number) ? number : text
}

/** A number as it is typed: with a decimal comma, so that `0.125` is not read as thousands. What is no number stays. */
export const asTyped = (said: Json): string =>
  typeof said === 'number' ? String(said).replace('.', ',') : textOf(said)
