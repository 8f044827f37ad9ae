import { z } from 'zod'

declare const brand: unique symbol

/** A UUID (version 7: sorts by time of making) that belongs to one kind of thing. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

export const isId = (text: string): boolean => uuid.test(text)

/** Schema of an id of one kind; refuses anything that is not a lower-case UUID. */
export const idOf = <Kind extends string>(kind: Kind) =>
  z
    .string()
    .regex(uuid, { error: `not an id of ${kind}` })
    .transform((text) => text as Id<Kind>)
