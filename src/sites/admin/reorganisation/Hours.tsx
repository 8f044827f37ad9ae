import type { Words } from '#values/words.ts'
import { SelectField } from '#ui/office/Fields.tsx'
import { LineList } from '#ui/office/Lines.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useSay } from '../use-admin.ts'
import { PlanForm } from './PlanForm.tsx'
import type { View } from './view.ts'

const words = {
  hours: { vi: 'Giờ làm việc', en: 'Office hours' },
  lead: {
    vi: '{count} đơn vị nhận việc từ nơi làm việc theo giờ khác. Từ ngày hiệu lực:',
    en: '{count} units take over from units with other hours. From the day on:',
  },
  instead: { vi: '{name} đang làm: {hours}', en: '{name} works: {hours}' },
  choose: { vi: 'Chọn giờ cho đơn vị nhận', en: 'Choose the hours of who takes over' },
  which: { vi: 'Đơn vị nào theo giờ của ai', en: 'Which unit works whose hours' },
  like: { vi: '{unit}: theo giờ của {name} ({code})', en: '{unit}: the hours of {name} ({code})' },
  submit: { vi: 'Ghi', en: 'Save' },
} as const satisfies Record<string, Words>

/** Units that will work other hours than one they take over from, and whose they could work instead. */
export function Hours({ view }: { readonly view: View }) {
  const t = useSay()
  /** Those it takes over from that work other hours, together where these are alike. */
  const othersOf = (from: View['hours'][number]['from'], hours: Words) => [
    ...Map.groupBy(
      from.filter((one) => t(one.hours) !== t(hours)),
      (one) => t(one.hours),
    ),
  ]
  if (view.hours.length === 0) return null
  return (
    <Block title={t(words.hours)} small>
      <p className="quiet">{t(words.lead, { count: view.hours.length })}</p>
      <LineList
        label={t(words.hours)}
        lines={view.hours.map(({ code, name, hours, from }) => ({
          id: code,
          text: `${name}: ${t(hours)}`,
          note: othersOf(from, hours)
            .map(([said, units]) => t(words.instead, { name: units.map((one) => one.name).join(', '), hours: said }))
            .join('. '),
        }))}
      />
      {view.state === 'draft' && (
        <PlanForm
          key={JSON.stringify(view.hours)}
          what="gio"
          title={t(words.choose)}
          submit={t(words.submit)}
          open={false}
        >
          <SelectField
            name="gio"
            label={t(words.which)}
            options={view.hours.flatMap(({ code, name, from, like }) =>
              from
                .filter((one) => one.code !== like)
                .map((one) => ({
                  value: `${code} ${one.code}`,
                  text: t(words.like, { unit: name, name: one.name, code: one.code }),
                })),
            )}
          />
        </PlanForm>
      )}
    </Block>
  )
}
