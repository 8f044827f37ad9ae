import { connect, workingRole } from '#kernel/database/connect.ts'
import { startFilesServer } from './files-server.ts'

/** A server in a process of its own, for tests that kill it: arguments are the database and the data directory; it prints its address. */
const [url, dataDirectory] = process.argv.slice(2) as [string, string]
const { db } = connect(url, { size: 4, role: workingRole })
const server = await startFilesServer({ db, dataDirectory })
process.stdout.write(`${server.url}\n`)
