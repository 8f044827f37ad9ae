import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import type { Refused } from '../staff.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import { useOffice } from '../use-office.ts'
import type { ShownPetition } from './one.tsx'

export interface PetitionPart {
  readonly petition: ShownPetition
  readonly refused: Refused['refused'] | undefined
}

interface ActFormProps extends PetitionPart {
  /** What its buttons do; what was refused of these is said here. */
  readonly acts: readonly string[]
  readonly children: ReactNode
}

/** A form that does something with the petition as it was read. */
export function ActForm({ petition, refused, acts, children }: ActFormProps) {
  const { language } = useOffice()
  return (
    <>
      {refused && acts.includes(refused.typed['do'] ?? '') && <RefusedNote language={language} refused={refused} />}
      <Form method="post">
        <FormToken />
        <SendOnce />
        <input type="hidden" name="revision" value={petition.revision} />
        {children}
      </Form>
    </>
  )
}
