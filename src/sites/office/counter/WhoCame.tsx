import { useState } from 'react'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { FieldRow, RadioChips, TextField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { textOf } from '../../form-text.ts'
import { refusedAt, type Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { digitsIn } from './applicant.ts'

const words = {
  title: { vi: 'Người đến quầy', en: 'Who came' },
  who: { vi: 'Đã xem giấy tờ tùy thân của', en: 'Identity looked at of' },
  applicant: { vi: 'Người nộp: {name}', en: 'The applicant: {name}' },
  authorised: { vi: 'Người được ủy quyền', en: 'Somebody authorised' },
  fullName: { vi: 'Họ và tên người được ủy quyền', en: 'Name of who is authorised' },
  personalId: { vi: 'Số định danh', en: 'Personal number' },
} as const satisfies Record<string, Words>

/** Fields of who came are posted beside those of a form: the dash keeps them apart. */
const names = { who: 'nguoi-den', fullName: 'nguoi-den.fullName', personalId: 'nguoi-den.personalId' } as const

type Came = Parameters<Client['services']['withdrawAtCounter']>[0]['came']

/** Who came, from a posted form; what is wrong is said by the operation. */
export const readCame = (form: FormData): Came =>
  textOf(form, names.who) === 'authorised'
    ? {
        who: 'authorised',
        fullName: textOf(form, names.fullName),
        personalId: digitsIn(textOf(form, names.personalId)),
      }
    : { who: 'applicant' }

interface WhoCameProps {
  readonly applicantName: string
  /** What stands in the fields at first. */
  readonly typed?: Readonly<Record<string, string>> | undefined
  readonly refused: Refused['refused'] | undefined
}

/** The applicant, or somebody whom they authorised, with name and number. */
export function WhoCame({ applicantName, refused, typed = refused?.typed }: WhoCameProps) {
  const { language } = useOffice()
  const t = useSay()
  const [who, setWho] = useState(typed?.[names.who] ?? 'applicant')
  return (
    <Block title={t(words.title)}>
      <RadioChips
        name={names.who}
        legend={t(words.who)}
        value={who}
        onValue={setWho}
        options={[
          { value: 'applicant', text: t(words.applicant, { name: applicantName }), icon: 'user' },
          { value: 'authorised', text: t(words.authorised), icon: 'users' },
        ]}
      />
      {who === 'authorised' && (
        <FieldRow>
          <TextField
            name={names.fullName}
            label={t(words.fullName)}
            value={typed?.[names.fullName]}
            error={refusedAt(refused, 'came.fullName', language)}
            autoComplete="off"
            required
          />
          <TextField
            name={names.personalId}
            label={t(words.personalId)}
            value={typed?.[names.personalId]}
            error={refusedAt(refused, 'came.personalId', language)}
            autoComplete="off"
            required
          />
        </FieldRow>
      )}
    </Block>
  )
}
