import type { LoaderFunctionArgs } from 'react-router'
import { addDays, dateAt } from '#values/plain-date.ts'
import { fold } from '#values/text.ts'
import type { Client } from '#engines/contract.ts'
import type { PlanPart, ReorganizationPlan, ReorganizationPreview } from '#engines/directory/contract.ts'
import { staffPage } from '../../office/staff.ts'
import { mapsOf } from './map-view.ts'
import { stateOf } from './words.ts'

const most = 200
const mostDecisions = 40

/** What is moved one by one; the rest changes by its dates alone. */
const movedKinds = new Set(['dossiers', 'drafts', 'lists'])

/** One change of a plan: what was, and what becomes of it. */
export interface Becomes {
  readonly part: PlanPart
  /** By which it can be taken out of the plan again. */
  readonly key: string
  readonly before: string
  readonly code: string
  readonly share: number | null
}

/** What takes over, and from what. */
export interface Group {
  readonly name: string
  readonly code: string
  readonly from: readonly Becomes[]
}

/** Everything the page of one reorganisation shows, of long lists the part that was asked for. */
export async function viewReorganisation(args: LoaderFunctionArgs) {
  const { client } = staffPage(args)
  const { directory } = client
  const id = args.params['id'] ?? ''
  const query = new URL(args.request.url).searchParams
  const list = query.get('xem')
  const text = (query.get('tim') ?? '').trim().slice(0, 100)
  const today = dateAt(new Date())
  const [{ plan, ...row }, preview] = await Promise.all([
    directory.getReorganization({ id }),
    directory.previewReorganization({ id }),
  ])
  const asOf = addDays(row.effectiveOn, -1)
  const areas = await directory.findAreas({ asOf })
  const { blockers, decisions, touched } = preview
  const open = decisions.filter(({ chosen }) => chosen === null)
  return {
    ...row,
    today,
    asOf,
    state: stateOf(row, today),
    added: query.get('them') ?? '',
    plan: {
      officials: plan.officials,
      split: plan.split,
      overrides: Object.entries(plan.overrides).map(([dossier, code]) => ({
        dossier,
        code,
        name: nameIn(plan, areas, code),
      })),
      patterns: plan.patterns.length,
    },
    groups: groupsOf(plan, areas, preview),
    books: preview.books,
    hours: preview.hours,
    touched: touched.filter(({ before, after }) => before + after > 0),
    toMove: touched.reduce((sum, { kind, before }) => sum + (movedKinds.has(kind) ? before : 0), 0),
    open: open.slice(0, mostDecisions),
    made: decisions.filter(({ chosen }) => chosen !== null).slice(0, mostDecisions),
    decided: decisions.length - open.length,
    others: blockers.filter(({ isDecision }) => !isDecision).slice(0, mostDecisions),
    left: blockers.length,
    counts: {
      units: preview.units.length + preview.opened.length + preview.changed.length,
      people: preview.landings.length,
    },
    missing: preview.boundaries.missing.length,
    maps: list === 'ban-do' ? await mapsOf(client, row.effectiveOn, preview, row.status !== 'draft') : undefined,
    list: list === 'don-vi' || list === 'nguoi' ? { kind: list, text, ...rowsOf(list, text, preview) } : undefined,
  }
}

export type View = Awaited<ReturnType<typeof viewReorganisation>>

function rowsOf(list: 'don-vi' | 'nguoi', text: string, { units, opened, changed, landings }: ReorganizationPreview) {
  const nameOf = new Map([
    ...units.map(({ code, name }) => [code, name] as const),
    ...changed.map(({ code, before }) => [code, before] as const),
  ])
  const all =
    list === 'don-vi'
      ? [
          ...units.map(({ code, name, ends, into }) => ({
            id: code,
            name,
            about: code,
            to: into.map((one) => `${one.name} (${one.code})`).join('; '),
            how: ends ? ('ends' as const) : ('divided' as const),
          })),
          ...changed.map(({ code, before, after }) => ({
            id: code,
            name: before,
            about: code,
            to: after,
            how: 'changed' as const,
          })),
          ...opened.map(({ code, name }) => ({ id: code, name: '', about: code, to: name, how: 'opened' as const })),
        ]
      : landings.map((one) => ({
          id: `${one.personId} ${one.from} ${one.function}`,
          name: one.personName,
          about: `${one.title}, ${nameOf.get(one.from) ?? one.from}`,
          to: one.toName,
          how: one.function,
        }))
  const wanted = fold(text)
  const found = all.filter(({ name, about, to }) => fold(`${name} ${about} ${to}`).includes(wanted))
  return { rows: found.slice(0, most), count: found.length }
}

type Areas = Awaited<ReturnType<Client['directory']['findAreas']>>

const nameIn = (plan: ReorganizationPlan, areas: Areas, code: string): string =>
  [...plan.openedAreas, ...areas].find((one) => one.code === code)?.name ?? code

/** The plan as people read it: what becomes one stands together. */
function groupsOf(plan: ReorganizationPlan, areas: Areas, { units, changed, opened }: ReorganizationPreview): Group[] {
  const before = (code: string) => areas.find((one) => one.code === code)?.name ?? code
  const unitNames = new Map([
    ...units.flatMap(({ code, name, into }) => [
      [code, name] as const,
      ...into.map((one) => [one.code, one.name] as const),
    ]),
    ...changed.map((one) => [one.code, one.before] as const),
    ...opened.map((one) => [one.code, one.name] as const),
  ])
  const goesOn = new Set(
    plan.areas.flatMap(({ from, into }) => (into?.some(({ area }) => area === from) ? [from] : [])),
  )
  const lines = [
    ...plan.areas.flatMap(({ from, into }) =>
      (into ?? [{ area: '', share: undefined }]).map(({ area, share }) => ({
        to: area,
        name: area === '' ? '' : nameIn(plan, areas, area),
        part: 'areas' as const,
        key: from,
        before: before(from),
        code: from,
        share: into !== undefined && into.length > 1 ? (share ?? null) : null,
      })),
    ),
    // What goes on with its own territory is said once.
    ...plan.openedAreas
      .filter(({ code }) => !goesOn.has(code))
      .map(({ code, name }) => ({
        to: code,
        name,
        part: 'openedAreas' as const,
        key: code,
        before: areas.some((one) => one.code === code) ? before(code) : '',
        code,
        share: null,
      })),
    ...plan.closed.flatMap(({ unit, into }) =>
      into.map((to) => ({
        to,
        name: plan.units.find(({ code }) => code === to)?.name ?? unitNames.get(to) ?? to,
        part: 'closed' as const,
        key: unit,
        before: unitNames.get(unit) ?? unit,
        code: unit,
        share: null,
      })),
    ),
    ...plan.units.map(({ code, name }) => ({
      to: code,
      name,
      part: 'units' as const,
      key: code,
      before: unitNames.get(code) ?? '',
      code,
      share: null,
    })),
    ...plan.competence.map((one) => ({
      to: `#${bodyOf(one.to)}`,
      name: bodyOf(one.to),
      part: 'competence' as const,
      key: JSON.stringify(one),
      before: bodyOf(one.from),
      code: one.procedures?.join(', ') ?? '',
      share: null,
    })),
  ]
  return [...Map.groupBy(lines, ({ to }) => to)].map(([code, from]) => ({
    code: code.startsWith('#') ? '' : code,
    name: from[0]?.name ?? code,
    from: from.map(({ to: _to, name: _name, ...line }) => line),
  }))
}

/** `tier:district`, or the code of a body: the page says tiers in words. */
const bodyOf = (body: ReorganizationPlan['competence'][number]['from']): string =>
  'tier' in body ? `tier:${body.tier}` : body.agency
