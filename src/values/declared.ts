import { z } from 'zod'

/** What a system declares does not hold; the message says what and at which place, for whoever wrote it. */
export class WrongDeclaration extends Error {
  override readonly name = 'WrongDeclaration'
}

/** What was declared as its schema reads it; throws a `WrongDeclaration` that begins with this name and gives every wrong place. */
export function declared<Schema extends z.ZodType>(schema: Schema, said: unknown, name: string): z.output<Schema> {
  const read = schema.safeParse(said)
  if (read.success) return read.data
  throw new WrongDeclaration(`${name}: ${z.prettifyError(read.error)}`, { cause: read.error })
}
