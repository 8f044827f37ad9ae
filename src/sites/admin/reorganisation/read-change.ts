import { addDays, isPlainDate } from '#values/plain-date.ts'
import { fail } from '#values/errors.ts'
import type { Words } from '#values/words.ts'
import type { Client } from '#engines/contract.ts'
import { addChange, isPlanPart, withoutChange, type PlanChange } from '#engines/directory/contract.ts'
import type { ReorganizationPlan } from '#engines/directory/declare.ts'
import { textOf } from '../../form-text.ts'
import { areaIn, unitIn, type FoundUnit } from './places.ts'

/** The plan as one form of the page changes it. */
export async function planAfter(client: Client, plan: ReorganizationPlan, form: FormData): Promise<ReorganizationPlan> {
  const text = (name: string) => textOf(form, name)
  switch (text('viec')) {
    case 'thong-tin':
      return withHead(plan, form)
    case 'bo': {
      const [part = '', ...key] = text('bo').split(' ')
      return isPlanPart(part) ? withoutChange(plan, part, key.join(' ')) : plan
    }
    case 'chon': {
      const { [text('cho')]: _before, ...others } = plan.officials.choices
      const choices = text('nguoi') === '' ? others : { ...others, [text('cho')]: text('nguoi') }
      return { ...plan, officials: { ...plan.officials, choices } }
    }
    case 've': {
      const [person, from, to] = [text('nguoi'), text('tu'), text('vao')]
      const others = plan.officials.landings.filter((one) => one.person !== person || one.from !== from)
      const landings = to === '' ? others : [...others, { person, from, to }]
      return { ...plan, officials: { ...plan.officials, landings } }
    }
    case 'ngoai-le': {
      const areas = await client.directory.findAreas({ asOf: addDays(plan.effectiveOn, -1) })
      const known = [...areas, ...plan.openedAreas.map((one) => ({ ...one, parentCode: null, parentName: null }))]
      const dossier = text('ho-so')
      if (dossier === '') return missing('ho-so')
      return { ...plan, overrides: { ...plan.overrides, [dossier]: areaIn(known, text('vao'), 'vao').code } }
    }
    case 'so': {
      const [unit = '', of = ''] = text('so').split(' ')
      return { ...plan, books: { ...plan.books, [unit]: of } }
    }
    case 'gio': {
      const [unit = '', like = ''] = text('gio').split(' ')
      return { ...plan, hours: { ...plan.hours, [unit]: like } }
    }
    case 'so-moi': {
      const { [text('so')]: _gone, ...books } = plan.books
      return { ...plan, books }
    }
    case 'bo-ngoai-le': {
      const { [text('ho-so')]: _gone, ...overrides } = plan.overrides
      return { ...plan, overrides }
    }
    default:
      return addChange(plan, await changeIn(client, plan, form))
  }
}

/** Title, document, day and rules as a form says them; the operation checks them. */
export function withHead<Plan extends Pick<ReorganizationPlan, 'officials'>>(plan: Plan, form: FormData) {
  const day = textOf(form, 'ngay')
  if (!isPlainDate(day)) return missing('ngay')
  return {
    ...plan,
    title: textOf(form, 'ten-dot'),
    document: textOf(form, 'van-ban'),
    effectiveOn: day,
    officials: {
      ...plan.officials,
      chief: textOf(form, 'chon-truong') as 'ask',
      spread: textOf(form, 'chia-nguoi') as 'ask',
    },
    split: textOf(form, 'chia-ho-so') as 'largest',
  }
}

async function changeIn(client: Client, plan: ReorganizationPlan, form: FormData): Promise<PlanChange> {
  const text = (name: string) => textOf(form, name)
  const asOf = addDays(plan.effectiveOn, -1)
  const what = text('viec')
  const lines = (name: string) => {
    const given = text(name)
      .split('\n')
      .flatMap((line) => line.trim() || [])
    return given.length > 0 ? given : missing(name)
  }
  const name = text('ten') === '' ? undefined : text('ten')
  if (what.endsWith('-xa')) {
    const areas = await client.directory.findAreas({ asOf })
    const area = (typed: string, field: string) => areaIn(areas, typed, field)
    if (what === 'nhap-xa')
      return {
        kind: 'merge-areas',
        from: lines('tu').map((line) => area(line, 'tu')),
        into: area(text('vao'), 'vao'),
        ...(name !== undefined && { name }),
      }
    if (what === 'ten-xa') return { kind: 'rename-area', area: area(text('tu'), 'tu'), name: name ?? missing('ten') }
    const from = area(text('tu'), 'tu')
    const into = lines('vao').map((line) => {
      const [, place = line, percent] = /^(.*?)\s+(\d{1,3}(?:[.,]\d+)?)\s*%$/.exec(line) ?? []
      const share = percent === undefined ? undefined : Number(percent.replace(',', '.')) / 100
      return { area: area(place, 'vao').code, ...(share !== undefined && { share }) }
    })
    if (into.reduce((sum, { share = 0 }) => sum + share, 0) > 1.001) wrong('vao', tooMuch)
    return { kind: 'split-area', from, into }
  }
  if (what === 'tham-quyen') return { kind: 'transfer', competence: await competenceIn(client, plan, form) }
  const unit = async (typed: string, field: string) => unitIn(client, typed, field, asOf)
  if (what === 'nhap-don-vi')
    return {
      kind: 'merge-units',
      from: (await Promise.all(lines('tu').map((line) => unit(line, 'tu')))).map(({ code }) => code),
      into: planned(await unit(text('vao'), 'vao')),
      ...(name !== undefined && { name }),
    }
  const changed = planned(await unit(text('tu'), 'tu'))
  if (what === 'ten-don-vi') return { kind: 'rename-unit', unit: changed, name: name ?? missing('ten') }
  return { kind: 'move-unit', unit: changed, parent: (await unit(text('vao'), 'vao')).code }
}

async function competenceIn(client: Client, { effectiveOn }: ReorganizationPlan, form: FormData) {
  const body = async (tier: string, agency: string) =>
    textOf(form, tier) === ''
      ? { agency: (await unitIn(client, textOf(form, agency), agency, addDays(effectiveOn, -1))).code }
      : { tier: textOf(form, tier) }
  const codes = textOf(form, 'thu-tuc')
    .split(/[\s,;]+/)
    .filter(Boolean)
  for (const code of codes) {
    const { rows } = await client.services.findProcedures({ text: code, limit: 5 })
    if (rows.some((one) => one.code === code)) continue
    wrong('thu-tuc', { vi: `Không có thủ tục mã ${code}.`, en: `There is no procedure ${code}.` })
  }
  return {
    from: await body('tu-cap', 'tu'),
    to: await body('vao-cap', 'vao'),
    ...(codes.length > 0 && { procedures: codes }),
  }
}

/** What a plan has to say of a unit that changes; the rest stays as it is. */
const planned = ({ code, kind, name, shortName, tier }: FoundUnit): ReorganizationPlan['units'][number] => ({
  code,
  kind: kind as 'division',
  name,
  ...(shortName !== null && { shortName }),
  tier,
})

const tooMuch = { vi: 'Tỷ lệ cộng lại quá 100%.', en: 'The shares add up to more than 100%.' }

const wrong = (path: string, message: Words): never => fail('invalidInput', { places: [{ path, message }] })

const missing = (path: string): never => wrong(path, { vi: 'Còn trống.', en: 'This is empty.' })
