import { readConfig } from '#kernel/config.ts'
import { connect, workingRole, type Database } from '#kernel/database/connect.ts'
import { createLog } from '#kernel/log.ts'
import { mustBeCurrent } from './install.ts'
import { openDatabase } from './open-database.ts'

/** What a command does on the database of this installation, which is let go of in the end; one that lacks migrations is refused. */
export async function withDatabase<Value>(command: string, work: (db: Database) => Promise<Value>): Promise<Value> {
  await using open = new AsyncDisposableStack()
  const database = open.adopt(await openDatabase(readConfig(process.env), createLog('silent')), (one) => one.close())
  await mustBeCurrent(database.url)
  const connection = connect(database.url, { size: 1, role: workingRole, name: `lien-thong ${command}` })
  open.adopt(connection, (one) => one.close())
  return await work(connection.db)
}
