import type { Held } from '#sandbox/national-portal/kept.ts'
import { nationalProfile } from '#systems/national/portal-profile.ts'

/** A dossier as the province's own tables have it, told without the code that builds messages. */
interface Owned {
  readonly code: string
  readonly procedureCode: string
  readonly isFiledThere: boolean
  readonly status: string
  /** `yyyyMMddHHmmss` and the step's name, in the order in which they were done. */
  readonly steps: readonly string[]
}

/**
 * Compares what the province has with what the national portal kept: every dossier of a national procedure once, under its status now, with each
 * step that was done once, and of what was filed there its status; `which` dossiers `d` are meant. Answers what differs, in words; empty = the books are equal.
 */
export async function compareBooks(
  query: (text: string) => Promise<Owned[]>,
  held: ReadonlyMap<string, Held>,
  which = 'true',
): Promise<string[]> {
  const rows = await query(`${owned} and ${which}`)
  const known = new Set(rows.map(({ code }) => code))
  const strange = [...held.keys()].filter((code) => !known.has(code)).map((code) => `${code}: held and not ours`)
  return [...strange, ...rows.flatMap((own) => compareOne(own, held.get(own.code)))]
}

function compareOne({ code, procedureCode, isFiledThere, status, steps }: Owned, there: Held | undefined): string[] {
  if (there === undefined) return [`${code}: lost`]
  const told = nationalProfile.statuses[procedureCode]?.[status] ?? status
  const differing: string[] = []
  const same = (what: string, ours: unknown, theirs: unknown): void => {
    const [own, other] = [JSON.stringify(ours), JSON.stringify(theirs)]
    if (own !== other) differing.push(`${code}: ${what} ${own}, there ${other}`)
  }
  same('code', code, there.record['MaHoSo'])
  same('status', told, there.record['TrangThaiHoSo'])
  same(
    'steps',
    steps,
    there.progress.map((one) => `${text(one['ThoiDiemXuLy'])} ${text(one['NoiDungXuLy'])}`).toSorted(),
  )
  if (isFiledThere) same('told status', told, there.statuses.at(-1)?.['TrangThai'])
  same('statuses twice', there.statuses.length, new Set(there.statuses.map((one) => JSON.stringify(one))).size)
  return differing
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const owned = `select coalesce(i.code, d.code) as code, d.procedure_code as "procedureCode", i.code is not null as "isFiledThere",
    (case when d.status = 'ended' then case d.outcome when 'granted' then 10 when 'refused' then 10 when 'rejected' then 3 when 'withdrawn' then 7 else 8 end
      when d.status = 'waiting-applicant' then 5
      when d.status = 'paused' then case when exists (select from services.clock_stop s
        where s.dossier_id = d.id and s.resumed_at is null and s.ground = 'financial-obligation') then 6 else 4 end
      when d.finished_at is not null then 9
      when d.received_at is null then 1
      when exists (select from workflow.task t where t.subject_id = d.id and t.result = 'completed' and t.kind <> 'receive') then 4
      else 2 end)::text as status,
    coalesce((select jsonb_agg(one.step order by one.step collate "C") from (
      select to_char(t.closed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYYMMDDHH24MISS') || ' ' || (t.step_name->>'vi') as step
      from workflow.task t where t.subject_id = d.id and not t.is_open and t.consult is null and t.closed_by_name is not null
        and t.result in ('completed', 'returned', 'rejected')) one), '[]') as steps
  from services.dossier d left join national_portal.incoming i on i.dossier_id = d.id where d.procedure_code ~ '^[0-9]'`
