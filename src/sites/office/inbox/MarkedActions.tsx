import { Form } from 'react-router'
import { addDays, dateAt } from '#values/plain-date.ts'
import type { Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { SelectField, TextField } from '#ui/office/Fields.tsx'
import { Block, Pane } from '#ui/office/Panes.tsx'
import type { PostChoice } from '../acts/ActPanel.tsx'
import { RefusedNote } from '../RefusedNote.tsx'
import type { Refused } from '../staff.ts'
import { useOffice, useSay } from '../use-office.ts'
import { SendOnce } from '../../SendOnce.tsx'
import type { Marks } from './use-marks.ts'
import { FormToken } from '../../FormToken.tsx'

const words = {
  actions: { vi: 'Việc làm được với các việc đã chọn', en: 'What can be done with what is marked' },
  marked: { vi: 'Đã chọn {count} việc', en: '{count} marked' },
  hint: { vi: 'Bấm X hoặc ô vuông để chọn, bỏ chọn.', en: 'X or the box marks and unmarks.' },
  opinion: { vi: 'Ý kiến chung, ghi vào từng hồ sơ', en: 'One opinion, written into each' },
  act: { vi: 'Chuyển bước tiếp theo', en: 'Pass all on' },
  take: { vi: 'Nhận việc', en: 'Take them' },
  to: { vi: 'Giao cho', en: 'To' },
  assign: { vi: 'Phân công lại', en: 'Re-assign' },
  oneUnit: { vi: 'Chỉ giao được việc của cùng một đơn vị', en: 'Only work of one unit' },
  day: { vi: 'Hiện lại vào sáng ngày', en: 'Show again on the morning of' },
  later: { vi: 'Nhắc lại sau', en: 'Remind me later' },
  all: { vi: 'Chọn cả trang', en: 'Mark the page' },
  none: { vi: 'Bỏ chọn', en: 'Unmark' },
} as const satisfies Record<string, Words>

interface MarkedActionsProps {
  readonly marks: Marks
  readonly now: Date
  readonly posts: readonly PostChoice[]
  /** Where the people of a unit are offered; absent without the right to give work. */
  readonly assignHref: ((unitId: string) => string) | undefined
  readonly refused: Refused['refused'] | undefined
}

/** The right column while several pieces of work are marked: the same for all of them. */
export function MarkedActions({ marks, now, posts, assignHref, refused }: MarkedActionsProps) {
  const { language } = useOffice()
  const t = useSay()
  const rows = marks.rows ?? []
  const units = [...new Set(rows.map((row) => row.unitId))]
  const held = posts.filter((post) => post.personName !== null)
  const may = rows.length > 0
  return (
    <Pane label={t(words.actions)} ground="ground">
      <Block title={t(words.marked, { count: rows.length })}>
        {refused && <RefusedNote language={language} refused={refused} />}
        <p className="quiet">{t(words.hint)}</p>
        <Form method="post" id="many" className="actions">
          <FormToken />
          <SendOnce />
          {rows.map((row) => (
            <input key={row.id} type="hidden" name="marked" value={`${row.id} ${row.subjectId} ${row.code}`} />
          ))}
          {may && (
            <>
              <TextField name="opinion" label={t(words.opinion)} rows={2} value={refused?.typed['opinion']} />
              <Act kind="primary" icon="arrow-up-right" text={t(words.act)} cap="T" name="do" value="many-act" wide />
              <Act icon="user-check" text={t(words.take)} name="do" value="many-take" wide />
              {held.length > 0 && units.length === 1 ? (
                <>
                  <SelectField
                    name="post"
                    label={t(words.to)}
                    value={refused?.typed['post']}
                    options={held.map((post) => ({ value: post.id, text: `${post.personName} · ${post.title}` }))}
                  />
                  <Act icon="arrow-narrow-right" text={t(words.assign)} name="do" value="many-assign" wide />
                </>
              ) : (
                assignHref && (
                  <Act
                    icon="arrow-narrow-right"
                    text={`${t(words.assign)}…`}
                    cap="C"
                    {...(units.length === 1 && units[0] !== undefined
                      ? { href: assignHref(units[0]) }
                      : { refused: t(words.oneUnit) })}
                    wide
                  />
                )
              )}
              <TextField
                name="day"
                type="date"
                label={t(words.day)}
                value={refused?.typed['day'] ?? addDays(dateAt(now), 1)}
              />
              <Act icon="bell-off" text={t(words.later)} name="do" value="many-later" wide />
            </>
          )}
          <Act icon="list-check" text={t(words.all)} onAct={marks.all} wide />
          <Act icon="x" text={t(words.none)} cap="Esc" onAct={marks.clear} wide />
        </Form>
      </Block>
    </Pane>
  )
}
