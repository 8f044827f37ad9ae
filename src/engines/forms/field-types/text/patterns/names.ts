import { z } from 'zod'

/** The closed list of named shapes of text; each is described in `./index.ts`. A new one is a new file and a test. */
export const PatternName = z.enum([
  'person-name',
  'personal-id',
  'identity-number',
  'cmnd',
  'passport',
  'phone',
  'email',
  'driving-licence',
  'enterprise-code',
  'tax-code',
  'budget-unit-code',
  'social-insurance',
  'health-insurance',
  'vehicle-plate',
  'land-certificate',
  'industry-code',
])
export type PatternName = z.infer<typeof PatternName>
