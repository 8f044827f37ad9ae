import type { Queries } from '#kernel/database/connect.ts'
import { officesNow } from '#engines/calendar/index.ts'
import { countAnew, type Counted, type CountedAnew } from '../../engines/services/deadline/count-anew.ts'
import { countedDossiers } from '../../engines/services/deadline/counted-dossiers.ts'
import { procedureOf } from '../../engines/services/procedure/procedure.ts'

/** The dates of an open dossier as they stand, and as counted by the calendar in force. */
export interface OpenDates {
  readonly stands: CountedAnew
  readonly anew: CountedAnew
  readonly counted: Counted
}

/** Every open dossier by its id, with its dates. */
export async function openDates(tx: Queries, now: () => Date): Promise<Map<string, OpenDates>> {
  const offices = await officesNow({ tx, now })
  const all = new Map<string, OpenDates>()
  for (const counted of await countedDossiers(tx, { after: null, limit: 100_000 })) {
    const { dossier, tasks, supplement } = counted
    all.set(dossier.id, {
      counted,
      stands: {
        deadline: dossier.deadline,
        promised: dossier.promised,
        dues: tasks.map(({ due }) => due),
        supplementDue: supplement?.due ?? null,
      },
      anew: countAnew(offices, await procedureOf(tx, dossier), counted),
    })
  }
  return all
}
