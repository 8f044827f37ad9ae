import type { Words } from '#values/words.ts'
import { DataTable } from '#ui/office/DataTable.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { Block } from '#ui/office/Panes.tsx'
import { useOffice, useSay } from '../use-office.ts'
import type { loader } from './open-dossiers.tsx'
import { left, notChosen, stepField } from './posted-steps.ts'

const words = {
  version: { vi: 'Hồ sơ theo bản {number}', en: 'Dossiers of version {number}' },
  dossiers: { vi: '{count} hồ sơ', en: '{count} dossiers' },
  step: { vi: 'Đang ở bước', en: 'Stands at' },
  count: { vi: 'Hồ sơ', en: 'Dossiers' },
  to: { vi: 'Đi tiếp ở bước', en: 'Goes on at' },
  toOf: { vi: 'Từ {step} đi tiếp ở bước', en: 'From {step} goes on at' },
  change: { vi: 'Đổi gì', en: 'What changes' },
  hours: { vi: '{by}, {hours} giờ', en: '{by}, {hours} hours' },
  choose: { vi: 'Chưa chọn', en: 'Not chosen' },
  stay: { vi: 'Để lại bản cũ', en: 'Leave on its version' },
  stays: { vi: 'Giữ bản cũ', en: 'Stays' },
  nothing: { vi: 'Không đổi', en: 'Nothing' },
  by: { vi: 'Người làm: {by}', en: 'Done by: {by}' },
  toHours: { vi: '{from} giờ thành {to} giờ', en: '{from} hours become {to}' },
} as const satisfies Record<string, Words>

type View = Awaited<ReturnType<typeof loader>>['view']

/** For each step at which a dossier can stand the step of the new version at which it goes on. */
export function StepChoices({ view, mayWrite }: { readonly view: View; readonly mayWrite: boolean }) {
  const { language } = useOffice()
  const t = useSay()
  const targets = new Map(view.targets.map((one) => [one.step, one]))
  const options = [
    { value: notChosen, text: t(words.choose) },
    ...view.targets.map(({ step, name }) => ({ value: step, text: t(name) })),
    { value: left, text: t(words.stay) },
  ]
  const change = (from: View['versions'][number]['steps'][number]) => {
    if (from.to === undefined) return t(words.choose)
    if (from.to === null) return t(words.stays)
    const to = targets.get(from.to)
    if (to === undefined) return t(words.choose)
    const said = [
      from.by.vi === to.by.vi ? '' : t(words.by, { by: t(to.by) }),
      from.hours === to.hours ? '' : t(words.toHours, { from: from.hours, to: to.hours }),
    ].filter(Boolean)
    return said.length === 0 ? t(words.nothing) : said.join('; ')
  }
  return view.versions.map(({ id, number, dossiers, steps }) => (
    <Block key={id} title={t(words.version, { number })} small note={t(words.dossiers, { count: dossiers })}>
      <DataTable
        language={language}
        caption={t(words.version, { number })}
        inset
        columns={[
          { key: 'step', title: t(words.step), heads: true },
          { key: 'count', title: t(words.count), width: 70, number: true },
          { key: 'to', title: t(words.to), width: 230 },
          { key: 'change', title: t(words.change), quiet: true },
        ]}
        rows={steps.map((one) => ({
          id: `${number}-${one.step}`,
          step: (
            <>
              {t(one.name)}
              <br />
              <small className="quiet">{t(words.hours, { by: t(one.by), hours: one.hours })}</small>
            </>
          ),
          count: one.dossiers,
          to: mayWrite ? (
            <SelectField
              name={stepField(id, one.step)}
              id={`to-${number}-${one.step}`}
              label={t(words.toOf, { step: t(one.name) })}
              labelUnseen
              value={one.to === undefined ? notChosen : (one.to ?? left)}
              options={options}
            />
          ) : one.to == null ? (
            t(words.stays)
          ) : (
            t(targets.get(one.to)?.name ?? words.choose)
          ),
          change: change(one),
          ...(one.to === undefined && { tone: 'late' as const }),
        }))}
      />
    </Block>
  ))
}
