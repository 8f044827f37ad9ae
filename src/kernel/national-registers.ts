import { z } from 'zod'
import { isSafeAddress, jsonVariable } from './outside-variables.ts'

const Name = z.string().min(1).max(100)

/** A register that answers one record as a flat JSON object by a number, and what its fields are called: neither is published. */
const registerOf = <Fields extends z.ZodType>(fields: Fields) =>
  z.strictObject({
    url: z
      .string()
      .refine((text) => isSafeAddress(text) && text.includes('{key}'), { error: 'https, with {key} for the number' }),
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

export const nationalRegisterVariables = {
  BUSINESS_REGISTER: jsonVariable(BusinessRegister, '{"url":"https://…/{key}","fields":{"name":"…"}}')
    .optional()
    .describe(
      'the register of enterprises as JSON: url with {key} for the code, token, and which of its fields says what (name, detail, commune, representative, updatedOn); it is not asked',
    ),
  POPULATION_REGISTER: jsonVariable(PopulationRegister, '{"url":"https://…/{key}","fields":{"fullName":"…"}}')
    .optional()
    .describe(
      'the population register as JSON: url with {key} for the personal number, token, and its fields (fullName, birthDate, detail, commune, updatedOn); it is not asked',
    ),
}
