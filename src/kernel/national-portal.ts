import { z } from 'zod'
import { isSafeAddress } from './outside-variables.ts'

/** Where the data services of the national portal are reached, and as whom. What they say alike for everybody is declared, not set up. */
export interface NationalPortal {
  /** Of the adapter, without a slash at its end. */
  readonly url: string
  readonly username: string
  readonly password: string
  /** `madonvi`: what it calls the province. */
  readonly unit: string
}

export const nationalPortalVariables = {
  NATIONAL_PORTAL_URL: z
    .string()
    .refine(isSafeAddress, { error: 'must be an address such as https://dvcqg.example.gov.vn/adapter' })
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe("the adapter of the national portal's data services; nothing is told to it"),
  NATIONAL_PORTAL_USERNAME: z.string().min(1).optional().describe('who we are there; needed with its address'),
  NATIONAL_PORTAL_PASSWORD: z.string().min(1).optional().describe('our password there; needed with its address'),
  NATIONAL_PORTAL_UNIT: z
    .string()
    .min(1)
    .optional()
    .describe('the organ code by which it knows the province (madonvi); needed with its address'),
}

const Variables = z.object(nationalPortalVariables)
type Variables = z.infer<typeof Variables>

/** What is set up, or undefined without an address; throws when it is set up by half. */
export function nationalPortalOf(given: Variables): NationalPortal | undefined {
  const { NATIONAL_PORTAL_URL: url } = given
  if (url === undefined) return undefined
  const needed = (name: keyof Variables): string => {
    const value = given[name]
    if (value === undefined) throw new Error(`configuration: ${name} is needed with NATIONAL_PORTAL_URL`)
    return value
  }
  return {
    url,
    username: needed('NATIONAL_PORTAL_USERNAME'),
    password: needed('NATIONAL_PORTAL_PASSWORD'),
    unit: needed('NATIONAL_PORTAL_UNIT'),
  }
}
