import type { Secrets } from '#kernel/secrets/secrets.ts'
import type { PetitionRules } from './declare.ts'

/** What this engine is given once, when the process starts. */
export interface PetitionsParts {
  readonly rules: PetitionRules
  readonly secrets: Secrets
  /** The address that links lead to. */
  readonly publicUrl: string
}
