import { Form } from 'react-router'
import { dateAt } from '#values/plain-date.ts'
import { showClock } from '#values/show-time.ts'
import type { Words } from '#values/words.ts'
import { StatusText } from '#ui/office/Badge.tsx'
import { Act, ActionRow } from '#ui/office/Button.tsx'
import { FieldRow, RadioChips, TextField } from '#ui/office/Fields.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { FormToken } from '../../FormToken.tsx'
import { SendOnce } from '../../SendOnce.tsx'
import type { OfficeDossier } from '../acts/acts.ts'
import { RefusedNote } from '../RefusedNote.tsx'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { whenOf } from './opinions.ts'

const words = {
  called: { vi: 'Lúc {when}, ở {place}. Báo bởi {by}.', en: 'At {when}, {place}. Called by {by}.' },
  notCalled: { vi: 'Chưa báo ngày giờ.', en: 'Not called yet.' },
  on: { vi: 'Ngày', en: 'Day' },
  time: { vi: 'Giờ', en: 'Time' },
  place: { vi: 'Ở đâu', en: 'Where' },
  call: { vi: 'Báo ngày giờ cho người nộp', en: 'Tell the applicant' },
  callAnew: { vi: 'Đổi ngày giờ, báo lại', en: 'Change it and tell again' },
  minutes: { vi: 'Biên bản', en: 'Minutes' },
  members: { vi: 'Thành phần và ý kiến', en: 'Who took part and what they said' },
  membersHint: {
    vi: 'Mỗi người một dòng: họ tên; cơ quan; ý kiến.',
    en: 'One a line: name; body; opinion.',
  },
  findings: { vi: 'Đã xem xét, ghi nhận', en: 'Findings' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  met: { vi: 'Đạt, đủ điều kiện', en: 'Met' },
  'not-met': { vi: 'Không đạt', en: 'Not met' },
  keep: { vi: 'Ghi biên bản', en: 'Keep the minutes' },
  kept: { vi: '{by} ghi lúc {when}', en: 'Kept by {by}, {when}' },
} as const satisfies Record<string, Words>

type Meeting = OfficeDossier['meetings'][number]

/** Councils and inspections of the steps that need one: called, so that the applicant is told, then with their minutes. */
export function MeetingTab({
  dossier,
  refused,
}: {
  readonly dossier: OfficeDossier
  readonly refused: Refused['refused'] | undefined
}) {
  const { language } = useOffice()
  const t = useSay()
  return dossier.meetings.map((meeting) => (
    <Block
      key={meeting.step}
      title={t(meeting.stepName)}
      note={
        meeting.called === null
          ? t(words.notCalled)
          : t(words.called, { when: whenOf(meeting.called.at), place: meeting.called.place, by: meeting.called.by })
      }
    >
      {refused?.typed['step'] === meeting.step && <RefusedNote language={language} refused={refused} />}
      {meeting.minutes !== null && <Minutes minutes={meeting.minutes} />}
      {meeting.isMine && <Call meeting={meeting} typed={refused?.typed} />}
      {meeting.isMine && meeting.called !== null && <KeepMinutes meeting={meeting} typed={refused?.typed} />}
    </Block>
  ))
}

function Minutes({ minutes }: { readonly minutes: NonNullable<Meeting['minutes']> }) {
  const t = useSay()
  return (
    <>
      <StatusText tone={minutes.conclusion === 'met' ? 'good' : 'late'}>{t(words[minutes.conclusion])}</StatusText>
      <LineList
        label={t(words.members)}
        lines={minutes.members.map(({ name, body, opinion }, at) => ({
          id: String(at),
          icon: 'user',
          text: [name, body].filter(Boolean).join(', '),
          note: opinion,
        }))}
      />
      <p className="as-typed">{minutes.findings}</p>
      <p className="quiet">{t(words.kept, { by: minutes.by, when: whenOf(minutes.at) })}</p>
    </>
  )
}

interface FormProps {
  readonly meeting: Meeting
  readonly typed: Refused['refused']['typed'] | undefined
}

function Call({ meeting: { step, called }, typed }: FormProps) {
  const t = useSay()
  return (
    <Form method="post">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="do" value="call" />
      <input type="hidden" name="step" value={step} />
      <FieldRow>
        <TextField
          name="on"
          type="date"
          label={t(words.on)}
          value={typed?.['on'] ?? (called === null ? '' : dateAt(called.at))}
          required
        />
        <TextField
          name="time"
          type="time"
          label={t(words.time)}
          value={typed?.['time'] ?? (called === null ? '08:00' : showClock(called.at))}
          required
        />
      </FieldRow>
      <TextField name="place" label={t(words.place)} value={typed?.['place'] ?? called?.place ?? ''} required />
      <ActionRow>
        <Act icon="calendar" text={t(called === null ? words.call : words.callAnew)} />
      </ActionRow>
    </Form>
  )
}

function KeepMinutes({ meeting: { step, minutes }, typed }: FormProps) {
  const t = useSay()
  const members = minutes?.members.map(({ name, body, opinion }) => [name, body, opinion].join('; ')).join('\n')
  return (
    <Form method="post">
      <FormToken />
      <SendOnce />
      <input type="hidden" name="do" value="minutes" />
      <input type="hidden" name="step" value={step} />
      <TextField
        name="members"
        rows={4}
        label={t(words.members)}
        hint={t(words.membersHint)}
        value={typed?.['members'] ?? members ?? ''}
        required
      />
      <TextField
        name="findings"
        rows={5}
        label={t(words.findings)}
        value={typed?.['findings'] ?? minutes?.findings ?? ''}
        required
      />
      <RadioChips
        name="conclusion"
        legend={t(words.conclusion)}
        value={typed?.['conclusion'] ?? minutes?.conclusion ?? ''}
        options={(['met', 'not-met'] as const).map((value) => ({ value, text: t(words[value]) }))}
      />
      <ActionRow>
        <Act icon="edit" text={t(words.keep)} />
      </ActionRow>
    </Form>
  )
}
