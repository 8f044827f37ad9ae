import { say, type Words } from '#values/words.ts'
import { sayFunction } from '#engines/directory/contract.ts'
import { Act } from '#ui/office/Button.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useAdmin, useSay } from '../use-admin.ts'
import { PlanButton } from './PlanForm.tsx'
import type { View } from './view.ts'

const words = {
  place: { vi: '{function}: {count} người, chọn 1', en: '{function}: {count} people, choose 1' },
  chosen: { vi: '{function}: {name}', en: '{function}: {name}' },
  landing: { vi: '{name}: về đâu?', en: 'Where does {name} go?' },
  landed: { vi: '{name}: về {unit}', en: '{name}: to {unit}' },
  to: { vi: 'Về đơn vị', en: 'To' },
  choose: { vi: 'Chọn', en: 'Choose' },
  again: { vi: 'Chọn lại', en: 'Choose again' },
  othersText: {
    vi: 'Thêm thay đổi cho nơi được nêu tên, hoặc bỏ thay đổi đã làm nơi ấy không còn ai nhận.',
    en: 'Add a change for what is named, or take out the one that leaves it to nobody.',
  },
  none: { vi: 'Không còn gì phải quyết.', en: 'Nothing is left to decide.' },
  more: {
    vi: 'Còn {count} việc nữa hiện ra khi quyết xong những việc trên; hoặc chọn quy tắc chung ở “Thông tin, quy tắc”.',
    en: '{count} more appear when these are decided; or choose a rule for all.',
  },
} as const satisfies Record<string, Words>

type Decision = View['open'][number]

/** What stands in the way, each with the choice right there, and what was chosen already. */
export function Decisions({ view }: { readonly view: View }) {
  const { language } = useAdmin()
  const t = useSay()
  const { open, made, others, left } = view
  const hidden = left - open.length - others.length
  return (
    <>
      {left === 0 && view.groups.length > 0 && (
        <p className="decision-none">
          <Icon name="circle-check" /> {t(words.none)}
        </p>
      )}
      <ul className="decisions">
        {open.map((one) => (
          <li key={keyOf(one)} className="is-open">
            <Icon name="alert-circle" />
            {one.kind === 'place' ? <Place one={one} /> : <Landing one={one} />}
          </li>
        ))}
        {others.map(({ about, words: said }, at) => (
          <li key={`${about} ${at}`} className="is-open">
            <Icon name="alert-triangle" />
            <div>
              <p>{say(said, language)}</p>
            </div>
          </li>
        ))}
        {made.map((one) => (
          <li key={keyOf(one)}>
            <Icon name="circle-check" />
            <Made one={one} />
          </li>
        ))}
      </ul>
      {others.length > 0 && <p className="quiet decision-none">{t(words.othersText)}</p>}
      {hidden > 0 && <p className="quiet decision-none">{t(words.more, { count: hidden })}</p>}
    </>
  )
}

const keyOf = (one: Decision): string =>
  one.kind === 'place' ? one.place : `${one.person.personId} ${one.person.from}`

function Place({ one }: { readonly one: Extract<Decision, { kind: 'place' }> }) {
  const t = useSay()
  return (
    <div>
      <b>{t(words.place, { function: t(sayFunction(one.function)), count: one.people.length })}</b>
      <p className="quiet">{one.unitName}</p>
      <div className="in-line">
        {one.people.map(({ personId, personName, title }) => (
          <PlanButton key={personId} what="chon" fields={{ cho: one.place, nguoi: personId }}>
            <button type="submit" className="chip" title={title}>
              {personName}
            </button>
          </PlanButton>
        ))}
      </div>
    </div>
  )
}

function Landing({ one }: { readonly one: Extract<Decision, { kind: 'landing' }> }) {
  const t = useSay()
  const { person, unitName, into } = one
  return (
    <div>
      <b>{t(words.landing, { name: person.personName })}</b>
      <p className="quiet">
        {person.title}, {unitName}
      </p>
      <PlanButton what="ve" fields={{ nguoi: person.personId, tu: person.from }}>
        <div className="search-line">
          <SelectField
            name="vao"
            id={`ve-${person.personId}-${person.from}`}
            label={t(words.to)}
            labelUnseen
            options={into.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <Act text={t(words.choose)} />
        </div>
      </PlanButton>
    </div>
  )
}

function Made({ one }: { readonly one: Decision }) {
  const t = useSay()
  const again = <Act kind="link" text={t(words.again)} />
  if (one.kind === 'place')
    return (
      <div>
        <b>
          {t(words.chosen, {
            function: t(sayFunction(one.function)),
            name: one.people.find(({ personId }) => personId === one.chosen)?.personName ?? '',
          })}
        </b>
        <p className="quiet">{one.unitName}</p>
        <PlanButton what="chon" fields={{ cho: one.place, nguoi: '' }}>
          {again}
        </PlanButton>
      </div>
    )
  const { person, into, chosen } = one
  return (
    <div>
      <b>
        {t(words.landed, {
          name: person.personName,
          unit: into.find(({ code }) => code === chosen)?.name ?? chosen ?? '',
        })}
      </b>
      <p className="quiet">{person.title}</p>
      <PlanButton what="ve" fields={{ nguoi: person.personId, tu: person.from, vao: '' }}>
        {again}
      </PlanButton>
    </div>
  )
}
