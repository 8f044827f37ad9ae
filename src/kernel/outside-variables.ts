import { z } from 'zod'

/** A variable that holds JSON of this shape. */
export const jsonVariable = <Shape extends z.ZodType>(shape: Shape, example: string) =>
  z.string().transform((text, ctx): z.infer<Shape> => {
    const parsed = shape.safeParse(parse(text))
    if (parsed.success) return parsed.data
    ctx.addIssue({ code: 'custom', message: `must be JSON such as ${example}` })
    return z.NEVER
  })

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** An address outside that may be asked: over plain HTTP only to this machine, where the simulator runs. */
export function isSafeAddress(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.hash !== '') return false
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  )
}
