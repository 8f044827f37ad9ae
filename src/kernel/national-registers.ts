import { z } from 'zod'

const isSafe = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || url.username !== '' || url.hash !== '' || !text.includes('{key}')) return false
  // Over plain HTTP only to this machine, where the simulator runs.
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
  )
}

const Name = z.string().min(1).max(100)

/** A register that answers one record as a flat JSON object by a number, and what its fields are called: neither is published. */
const registerOf = <Fields extends z.ZodType>(fields: Fields) =>
  z.strictObject({
    url: z.string().refine(isSafe, { error: 'https, with {key} for the number' }),
    /** Sent as `Authorization: Bearer …`. */
    token: z.string().min(1).optional(),
    fields,
  })

const BusinessRegister = registerOf(
  z.strictObject({
    name: Name,
    detail: Name.optional(),
    commune: Name.optional(),
    representative: Name.optional(),
    updatedOn: Name.optional(),
  }),
)
const PopulationRegister = registerOf(
  z.strictObject({
    fullName: Name,
    birthDate: Name.optional(),
    detail: Name.optional(),
    commune: Name.optional(),
    updatedOn: Name.optional(),
  }),
)

/** National registers that are asked what need not be asked of applicants; absent: not asked. */
export interface NationalRegisters {
  readonly business: z.infer<typeof BusinessRegister> | undefined
  readonly population: z.infer<typeof PopulationRegister> | undefined
}

const json = <Shape extends z.ZodType>(shape: Shape, example: string) =>
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

export const nationalRegisterVariables = {
  BUSINESS_REGISTER: json(BusinessRegister, '{"url":"https://…/{key}","fields":{"name":"…"}}')
    .optional()
    .describe(
      'the register of enterprises as JSON: url with {key} for the code, token, and which of its fields says what (name, detail, commune, representative, updatedOn); it is not asked',
    ),
  POPULATION_REGISTER: json(PopulationRegister, '{"url":"https://…/{key}","fields":{"fullName":"…"}}')
    .optional()
    .describe(
      'the population register as JSON: url with {key} for the personal number, token, and its fields (fullName, birthDate, detail, commune, updatedOn); it is not asked',
    ),
}
