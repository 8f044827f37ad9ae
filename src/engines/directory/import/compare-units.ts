import type { Scope } from '#kernel/operations/actor.ts'
import { holdsOn, type PlainDate } from '#values/plain-date.ts'
import { showDate } from '#values/show-time.ts'
import { directoryProblems } from '../contract.ts'
import { agencyKinds } from '../manage-unit.ts'
import { sayUnitKind } from '../said-names.ts'
import { aside, type Outcome } from './outcome.ts'
import type { GivenRow } from './read-file.ts'
import type { Standing, UnitVersion } from './standing.ts'
import type { GivenUnit } from './understand-row.ts'

/** A unit as it will be: what a line about a post or an official may name. */
export interface PlannedUnit {
  readonly code: string
  /** The codes of its agency and of the unit above, as they will be. */
  readonly agency: string
  readonly parent: string | null
  readonly name: string
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly ends: boolean
  /** Whether the sender may change it, and give accounts there. */
  readonly reached: boolean
  readonly accountsReached: boolean
}

export interface UnitComparison {
  readonly outcomes: readonly Outcome[]
  readonly units: ReadonlyMap<string, PlannedUnit>
  /** Codes of units that the file would make if their line were not set aside. */
  readonly asideCodes: ReadonlySet<string>
}

type UnitLine = readonly [GivenRow, GivenUnit]

/** What the lines about units mean: parents first, wherever they stand in the file. */
export function compareUnits(lines: readonly UnitLine[], standing: Standing): UnitComparison {
  const units = new Map<string, PlannedUnit>()
  for (const [code, versions] of standing.units) units.set(code, known(code, versions, standing))
  const byCode = new Map<string, UnitLine>()
  const outcomes = new Map<GivenRow, Outcome>()
  const asideCodes = new Set<string>()
  for (const line of lines) {
    const first = byCode.get(line[1].unit)
    if (first === undefined) byCode.set(line[1].unit, line)
    else
      outcomes.set(
        line[0],
        aside(
          line[0],
          `Trùng mã với dòng ${first[0].line}. Bỏ một dòng`,
          `The same code as line ${first[0].line}. Keep one`,
        ),
      )
  }
  const organCodes = new Map<string, string>()
  /** From which day units go elsewhere by this file. */
  const moves = new Map<string, PlainDate>()
  const asked = new Set<string>()
  const visit = (code: string) => {
    const line = byCode.get(code)
    if (line === undefined || asked.has(code)) return
    asked.add(code)
    const [row, unit] = line
    if (unit.parent !== undefined) visit(unit.parent)
    const versions = standing.units.get(code)
    const outcome = versions === undefined ? compareNew(row, unit) : compareKnown(row, unit, versions)
    outcomes.set(row, outcome)
    if (outcome.state === 'aside' && versions === undefined) asideCodes.add(code)
  }
  for (const code of byCode.keys()) visit(code)
  return { outcomes: lines.map(([row]) => outcomes.get(row) as Outcome), units, asideCodes }

  function compareNew(row: GivenRow, unit: GivenUnit): Outcome {
    const { parent: above } = unit
    if (above === undefined)
      return aside(row, 'Mã đơn vị cấp trên: chưa ghi, hãy điền', 'The code of the unit above is empty, fill it in')
    const parent = units.get(above)
    const wrong = parent === undefined ? noUnit(row, above, asideCodes) : unfit(row, parent, unit.from)
    if (parent === undefined || wrong !== undefined) return wrong ?? noUnit(row, above, asideCodes)
    const taken = takenOrganCode(row, unit)
    if (taken !== undefined) return taken
    units.set(unit.unit, {
      code: unit.unit,
      agency: agencyKinds.includes(unit.unitKind) ? unit.unit : parent.agency,
      parent: parent.code,
      name: unit.name,
      from: unit.from,
      to: null,
      ends: false,
      // Reach by agency ends where another agency begins.
      reached: standing.reach === 'all' || !agencyKinds.includes(unit.unitKind),
      accountsReached:
        standing.accountReach === 'all' || (parent.accountsReached && !agencyKinds.includes(unit.unitKind)),
    })
    return {
      row,
      state: 'new',
      says: {
        vi: `${unit.name} (${sayUnitKind(unit.unitKind).vi}), thuộc ${parent.name}, từ ${showDate(unit.from)}`,
        en: `${unit.name} (${sayUnitKind(unit.unitKind).en}), below ${parent.name}, from ${showDate(unit.from)}`,
      },
      act: { do: 'createUnit', unit, parent: parent.code },
    }
  }

  /** Set aside because another unit, or another line, bears the organ code. */
  function takenOrganCode(row: GivenRow, { unit, organCode, from }: GivenUnit): Outcome | undefined {
    if (organCode === undefined) return undefined
    const bearers = [...standing.units.values()].flat().filter((version) => version.organCode === organCode)
    const bearer = bearers.find(({ code, to }) => code !== unit && (to === null || to > from))
    const claimed = organCodes.get(organCode)
    organCodes.set(organCode, claimed ?? unit)
    const name = bearer?.name ?? (claimed === unit ? undefined : claimed)
    if (name === undefined) return undefined
    return aside(
      row,
      `Mã định danh: “${organCode}” đang là của ${name}. Sửa hoặc bỏ trống`,
      `The organ code “${organCode}” is that of ${name}. Mend it or leave it empty`,
    )
  }

  function compareKnown(row: GivenRow, unit: GivenUnit, versions: readonly UnitVersion[]): Outcome {
    const last = versions.at(-1) as UnitVersion
    const on = (versions.find((version) => holds(version, unit.from)) ?? versions[0]) as UnitVersion
    if (last.to !== null && last.to <= standing.today)
      return aside(
        row,
        `${unit.unit} đã thôi hoạt động từ ${showDate(last.to)}. Dùng mã khác`,
        `${unit.unit} ended on ${showDate(last.to)}. Use another code`,
      )
    const changes = [
      ...(unit.name === on.name
        ? []
        : [{ vi: `tên ${on.name} thành ${unit.name}`, en: `name ${on.name} to ${unit.name}` }]),
      ...(unit.shortName === undefined || unit.shortName === on.shortName
        ? []
        : [{ vi: `tên viết tắt thành ${unit.shortName}`, en: `short name to ${unit.shortName}` }]),
      ...(unit.organCode === undefined || unit.organCode === on.organCode
        ? []
        : [{ vi: `mã định danh thành ${unit.organCode}`, en: `organ code to ${unit.organCode}` }]),
      ...(unit.taxCode === undefined || unit.taxCode === on.taxCode
        ? []
        : [{ vi: `mã số thuế thành ${unit.taxCode}`, en: `tax code to ${unit.taxCode}` }]),
    ]
    const planned = units.get(unit.unit) as PlannedUnit
    const parent = unit.parent === undefined || unit.parent === on.parentCode ? undefined : unit.parent
    const above = parent === undefined ? undefined : units.get(parent)
    if (parent !== undefined && above === undefined) return noUnit(row, parent, asideCodes)
    if (unit.unitKind !== on.kind || (above !== undefined && !mayGo(on, planned, above)))
      return aside(
        row,
        `${on.name} đang là ${sayUnitKind(on.kind).vi}, thuộc ${on.parentCode ?? '–'}. Đổi loại hoặc chuyển đơn vị thì làm ở Sắp xếp tổ chức`,
        `${on.name} is a ${sayUnitKind(on.kind).en} below ${on.parentCode ?? '–'}. Change that by a reorganisation`,
      )
    if (above !== undefined)
      changes.push({
        vi: `đơn vị cấp trên ${nameOf(on.parentCode)} thành ${above.name}`,
        en: `unit above ${nameOf(on.parentCode)} to ${above.name}`,
      })
    if (changes.length === 0) return { row, state: 'same', says: { vi: on.name, en: on.name } }
    const wrong =
      unfit(row, planned, unit.from) ?? (above && (unfit(row, above, unit.from) ?? circle(row, on, above, unit.from)))
    const taken = unit.organCode === on.organCode ? undefined : takenOrganCode(row, unit)
    if (wrong !== undefined) return wrong
    if (taken !== undefined) return taken
    if (on !== last || on.from >= unit.from || on.to !== null)
      return aside(
        row,
        `Đơn vị có thay đổi khác từ ${showDate(last.from)}. Chọn ngày sau ngày đó`,
        `The unit changed otherwise on ${showDate(last.from)}. Choose a later day`,
      )
    if (above !== undefined) {
      units.set(unit.unit, { ...planned, parent: above.code })
      moves.set(unit.unit, unit.from)
    }
    return {
      row,
      state: 'changed',
      says: {
        vi: `${on.name}: đổi ${changes.map(({ vi }) => vi).join('; ')}, từ ${showDate(unit.from)}`,
        en: `${on.name}: ${changes.map(({ en }) => en).join('; ')}, from ${showDate(unit.from)}`,
      },
      act: { do: 'changeUnit', id: on.unitId, before: on.from, unit, parent, parentBefore: on.parentCode },
    }
  }

  function nameOf(code: string | null): string {
    return (code === null ? undefined : units.get(code)?.name) ?? '–'
  }

  /** The units directly above one from a day on, until it goes elsewhere and then. */
  function aboveFrom(code: string, from: PlainDate): (string | null)[] {
    const movedOn = moves.get(code)
    const planned = movedOn !== undefined || !standing.units.has(code) ? [units.get(code)?.parent ?? null] : []
    const before = movedOn !== undefined && movedOn <= from ? [] : (standing.units.get(code) ?? [])
    return [...planned, ...before.filter(({ to }) => to === null || to > from).map(({ parentCode }) => parentCode)]
  }

  /** Set aside because it would stand below itself, on whichever day. */
  function circle(
    row: GivenRow,
    { code, name }: UnitVersion,
    above: PlannedUnit,
    from: PlainDate,
  ): Outcome | undefined {
    const seen = new Set<string>()
    const asks = [above.code]
    for (let next = asks.pop(); next !== undefined; next = asks.pop()) {
      if (next === code)
        return aside(
          row,
          `${above.name} thuộc ${name}: hai đơn vị không thể cùng ở trên nhau. Xem lại mã đơn vị cấp trên`,
          `${above.name} is below ${name}: neither can be above the other. Check the code of the unit above`,
        )
      if (seen.has(next)) continue
      seen.add(next)
      asks.push(...aboveFrom(next, from).flatMap((one) => one ?? []))
    }
    return undefined
  }
}

/**
 * Whether a unit may stand below another by an import: not in another agency, unless it is one itself; and what procedures look for below
 * a body, by its code (`QLVT` of `SGTVT.QLVT`), stays there, or new dossiers would not find it. Both are a reorganisation's.
 */
const mayGo = (on: UnitVersion, planned: PlannedUnit, above: PlannedUnit): boolean =>
  (planned.agency === planned.code || planned.agency === above.agency) &&
  !(on.parentCode !== null && planned.code.startsWith(`${on.parentCode}.`))

const holds = ({ from, to }: UnitVersion, on: PlainDate): boolean => holdsOn({ from, to: to ?? undefined }, on)

function known(code: string, versions: readonly UnitVersion[], standing: Standing): PlannedUnit {
  const now = (versions.find((version) => holds(version, standing.today)) ?? versions.at(-1)) as UnitVersion
  const within = (scope: Scope) => scope === 'all' || scope.includes(now.key)
  return {
    code,
    agency: now.agencyCode,
    parent: now.parentCode,
    name: now.name,
    from: (versions[0] as UnitVersion).from,
    to: (versions.at(-1) as UnitVersion).to,
    ends: standing.ending.has(now.unitId),
    reached: within(standing.reach),
    accountsReached: within(standing.accountReach),
  }
}

/** Set aside because no unit has a code. */
export const noUnit = (row: GivenRow, code: string, asideCodes: ReadonlySet<string>): Outcome =>
  asideCodes.has(code)
    ? aside(
        row,
        `Đơn vị ${code} đang cách ly ở trang Đơn vị. Sửa dòng đó trước`,
        `The unit ${code} is set aside itself. Mend its line first`,
      )
    : aside(
        row,
        `Không có đơn vị mã ${code}. Kiểm tra mã, hoặc thêm đơn vị ở trang Đơn vị`,
        `No unit has the code ${code}. Check it, or add the unit on the sheet of units`,
      )

/** Set aside because a unit cannot be changed: as by hand. Undefined where it can. */
export function unfit(row: GivenRow, unit: PlannedUnit, from: PlainDate): Outcome | undefined {
  if (!unit.reached)
    return aside(
      row,
      `${unit.name} không thuộc phạm vi quản trị của ông/bà. Gửi dòng này cho quản trị của đơn vị đó`,
      `${unit.name} is beyond what you administer. Send this line to its administrator`,
    )
  if (unit.ends) return { row, state: 'aside', says: directoryProblems.unitEnds.message }
  if (from < unit.from || (unit.to !== null && from >= unit.to))
    return aside(
      row,
      `Ngày ${showDate(from)} chưa có hoặc không còn ${unit.name}. Xem lại ngày`,
      `There is no ${unit.name} on ${showDate(from)}. Check the day`,
    )
  return undefined
}
