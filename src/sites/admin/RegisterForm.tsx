import type { ReactNode } from 'react'
import { Form, useNavigation } from 'react-router'
import { Act } from '#ui/office/Button.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { FormToken } from '../FormToken.tsx'
import { refusedAt, type Refused } from '../office/staff.ts'
import { SendOnce } from '../SendOnce.tsx'
import type { FoundOwners } from './find-owner.tsx'
import { useAdmin, useSay } from './use-admin.ts'
import { adminWords } from './words.ts'

interface RegisterFormProps {
  /** Absent = a new one, of one of these owners. */
  readonly id: string | undefined
  readonly owners: FoundOwners['owners']
  /** The button of a new one. */
  readonly create: string
  readonly children: ReactNode
}

/** The form of one that is registered, or of a new one. */
export function RegisterForm({ id, owners, create, children }: RegisterFormProps) {
  const t = useSay()
  const { state } = useNavigation()
  return (
    <Form method="post" className="part-form">
      <FormToken />
      <SendOnce />
      {id === undefined ? (
        <SelectField name="ownerId" label={t(adminWords.owner)} options={owners} />
      ) : (
        <input type="hidden" name="id" value={id} />
      )}
      {children}
      <p className="in-line">
        <Act
          kind="primary"
          icon="check"
          text={id === undefined ? create : t(adminWords.save)}
          name={id === undefined ? 'tao' : 'sua'}
          value="1"
          refused={state === 'submitting' ? '…' : undefined}
        />
      </p>
    </Form>
  )
}

/** The fields of such a form: what was typed in it and refused, each with its fault, else what is kept. */
export function useFields(id: string | undefined, refused: Refused['refused'] | undefined) {
  const { language } = useAdmin()
  const mine = refused?.typed[id === undefined ? 'tao' : 'sua'] === undefined ? undefined : refused
  return (name: string, kept: string | undefined) => {
    const error = refusedAt(mine, name, language)
    return { name, id: `${id ?? 'moi'}-${name}`, value: mine?.typed[name] ?? kept ?? '', ...(error && { error }) }
  }
}
