import { z } from 'zod'
import { DeclaredWords, fieldBase } from '../base.ts'
import type { SilentType } from '../field-type.ts'

/** A text to read between questions; it has no answer. `label` is its heading. */
export const StatementField = z.strictObject({ ...fieldBase, type: z.literal('statement'), body: DeclaredWords })
export type StatementField = z.infer<typeof StatementField>

export const statement: SilentType<StatementField> = { shape: 'none', type: 'statement', schema: StatementField }
