import { rows, sql } from '#kernel/database/query.ts'
import type { Queries } from '#kernel/database/connect.ts'
import type { Words } from '#values/words.ts'
import { nameOfUnit } from '#engines/directory/index.ts'
import { undoMs, type TaskKind, type TaskResult } from '#engines/workflow/index.ts'
import type { NationalProfile } from '../declare.ts'
import { toldStatus, type SentRecord } from './dossier-record.ts'
import { stepStatusOf } from './status-code.ts'
import { writeDate } from './write-instant.ts'

/** What was just done can be taken back: so long it is not told. */
export const settledAfterMs = undoMs + 5000

/** A step of a dossier that somebody did and of which was not told yet. */
export interface DoneStep {
  readonly taskId: string
  readonly dossierId: string
  readonly procedureCode: string
  readonly kind: TaskKind
  readonly stepName: Words
  readonly result: TaskResult
  readonly openedAt: Date
  readonly due: Date
  readonly closedAt: Date
  readonly closedByName: string
  readonly title: string | null
  readonly unitName: string
}

/** The steps of these dossiers that are to be told, in the order in which they were done. */
export const stepsToTell = (tx: Queries, dossierIds: readonly string[], at: Date): Promise<DoneStep[]> =>
  rows(
    tx,
    sql<DoneStep>`select t.id as task_id, t.subject_id as dossier_id, d.procedure_code, t.kind, t.step_name, t.result, t.opened_at, t.due, t.closed_at, t.closed_by_name,
        (select e.actor_title from services.dossier_event e where e.dossier_id = t.subject_id and e.step = t.step and e.at = t.closed_at limit 1) as title,
        ${nameOfUnit(sql`t.unit_id`, sql`(t.closed_at at time zone 'Asia/Ho_Chi_Minh')::date`)} as unit_name
      from workflow.task t join services.dossier d on d.id = t.subject_id
      where t.subject_id = any(${dossierIds}::uuid[]) and not t.is_open and t.consult is null and t.closed_by_name is not null
        and t.result in ('completed', 'returned', 'rejected') and t.closed_at <= ${new Date(at.getTime() - settledAfterMs)}
        and not exists (select from national_portal.told_step s where s.task_id = t.id)
      order by t.closed_at, t.id`,
  )

/** One step that was done (`CapNhatTienDoHoSoMC`). */
export const progressRecord = (code: string, step: DoneStep, profile: NationalProfile): SentRecord => ({
  MaHoSo: code,
  NguoiXuLy: step.closedByName,
  ChucDanh: step.title ?? '',
  ThoiDiemXuLy: writeDate(step.closedAt),
  PhongBanXuLy: step.unitName,
  NoiDungXuLy: step.stepName.vi,
  TrangThai: toldStatus(profile, step.procedureCode, stepStatusOf(step.kind, step.result)),
  NgayBatDau: writeDate(step.openedAt),
  NgayKetThucTheoQuyDinh: writeDate(step.due),
})
