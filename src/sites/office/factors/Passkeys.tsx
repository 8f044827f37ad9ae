import { useState } from 'react'
import { Form, useSubmit } from 'react-router'
import { showDate } from '#values/show-time.ts'
import { dateAt } from '#values/plain-date.ts'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { DataTable } from '#ui/office/DataTable.tsx'
import { TextField } from '#ui/office/Fields.tsx'
import { NoteBox } from '#ui/office/Badge.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken, useFormToken } from '../../FormToken.tsx'
import { formTokenField } from '#values/form-token.ts'
import { whenOf } from '../dossier/opinions.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { useAuthenticator } from '../passkeys/use-authenticator.ts'
import { factorWords as words } from './words.ts'

interface PasskeysProps {
  readonly passkeys: readonly {
    readonly id: string
    readonly name: string
    readonly addedAt: Date
    readonly lastUsedAt: Date | null
  }[]
}

/** The passkeys of this account, and a new one. */
export function Passkeys({ passkeys }: PasskeysProps) {
  const t = useSay()
  const { language } = useOffice()
  return (
    <Block title={t(words.passkeys)}>
      <p className="quiet">{t(words.passkeysText)}</p>
      {passkeys.length > 0 && (
        <Form method="post">
          <FormToken />
          <input type="hidden" name="viec" value="go-khoa" />
          <DataTable
            language={language}
            caption={t(words.passkeys)}
            inset
            columns={[
              { key: 'name', title: t(words.name), heads: true },
              { key: 'added', title: t(words.added), width: 120 },
              { key: 'used', title: t(words.used), width: 150 },
              { key: 'remove', title: t(words.removeShort), width: 90 },
            ]}
            rows={passkeys.map(({ id, name, addedAt, lastUsedAt }) => ({
              id,
              name,
              added: showDate(dateAt(addedAt)),
              used: lastUsedAt ? whenOf(lastUsedAt) : t(words.never),
              remove: <Act kind="link" text={t(words.removeShort)} name="khoa" value={id} />,
            }))}
          />
        </Form>
      )}
      <AddPasskey />
    </Block>
  )
}

function AddPasskey() {
  const t = useSay()
  const { language } = useOffice()
  const submit = useSubmit()
  const token = useFormToken()
  const { isThere, add } = useAuthenticator(token[formTokenField])
  const [name, setName] = useState('')
  const [trouble, setTrouble] = useState<Refused['refused'] | 'failed'>()
  if (!isThere) return <p className="quiet">{t(words.noPasskeys)}</p>
  const addOne = async () => {
    setTrouble(undefined)
    const answer = await add()
    if (answer === 'failed') return setTrouble('failed')
    if ('refused' in answer) return setTrouble(answer.refused)
    await submit(
      { ...token, viec: 'them-khoa', name: name || t(words.unnamed), passkey: answer.passkey },
      { method: 'post' },
    )
    setName('')
  }
  return (
    <>
      {trouble === 'failed' && (
        <NoteBox tone="late" icon="alert-circle" live>
          {t(words.notAdded)}
        </NoteBox>
      )}
      {trouble !== undefined && trouble !== 'failed' && <RefusedNote language={language} refused={trouble} />}
      <TextField name="name" label={t(words.nameIt)} value={name} onText={setName} placeholder={t(words.nameSample)} />
      <ActionRow>
        <Act icon="fingerprint" text={t(words.addPasskey)} onAct={() => void addOne()} />
      </ActionRow>
    </>
  )
}
