import { connect, workingRole, type Database } from '#kernel/database/connect.ts'
import { compareSchema } from '#kernel/database/compare-schema.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { createQueues } from '#kernel/jobs/create-queues.ts'
import type { Log } from '#kernel/log.ts'
import { prepareAudit } from '#engines/audit/index.ts'
import { publishCalendar } from '#engines/calendar/index.ts'
import type { Organization } from '#engines/directory/declare.ts'
import { loadAreas, loadRoles, loadUnits } from '#engines/directory/index.ts'
import { loadCentres } from '#engines/queue/index.ts'
import { migrationSources } from '#engines/index.ts'
import { publishMessages } from '#engines/notification/index.ts'
import { publishProcedures } from '#engines/services/index.ts'
import { systems } from '#systems/index.ts'

export interface Installed {
  readonly migrations: readonly string[]
  readonly units: number
  readonly procedures: readonly string[]
}

/** Brings a database to this version of the code: schema and job queues as its owner, then what the systems declare. */
export async function install(url: string, log?: Log, organization = systems.organization): Promise<Installed> {
  const migrations = await migrate(url, migrationSources, log)
  await createQueues(url)
  const connection = connect(url, { size: 2, role: workingRole, name: 'lien-thong install' })
  try {
    await prepareAudit(connection.db)
    return { migrations, ...(await declare(connection.db, organization)) }
  } finally {
    await connection.close()
  }
}

/** Puts what is declared in force; nothing happens to what is there already unchanged. */
const declare = (db: Database, organization: Organization) =>
  db.transaction(async (tx) => {
    await loadAreas(tx, organization.areas)
    const units = await loadUnits(tx, organization.units)
    await loadRoles(tx, systems.roles)
    await publishCalendar(tx, systems.calendar)
    await loadCentres(tx, systems.centres, new Date())
    await publishMessages(tx, systems.messages, new Date())
    const said = [...systems.procedures, ...systems.comingProcedures, ...systems.bundles]
    const procedures = await publishProcedures(tx, said, new Date())
    return { units, procedures }
  })

/** Nothing works on a schema that lacks something, or from which a newer version took something away. */
export async function mustBeCurrent(url: string): Promise<void> {
  const { db, close } = connect(url, { size: 1, name: 'lien-thong start' })
  try {
    const { missing, unknown, isTolerated } = await compareSchema(db, migrationSources)
    if (missing.length > 0)
      throw new Error(`the database lacks ${missing.length} migrations; run \`lien-thong migrate\` first`)
    if (!isTolerated)
      throw new Error(`a newer version changed the database (${unknown.at(-1)}) so that this one cannot work on it`)
  } finally {
    await close()
  }
}
