import { NoteBox } from '#ui/office/Badge.tsx'
import type { Refused } from '../office/staff.ts'
import { useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

/** Why a form was refused, on top of what was typed in it. */
export function Refusal({ failed }: { readonly failed: Refused | undefined }) {
  const t = useSay()
  if (failed === undefined) return null
  return (
    <NoteBox tone="late" icon="alert-circle" title={t(adminWords.wrong)} live>
      <p>{failed.refused.text}</p>
    </NoteBox>
  )
}
