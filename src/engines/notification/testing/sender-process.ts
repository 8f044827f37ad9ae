import { connect, workingRole } from '#kernel/database/connect.ts'
import { createLog } from '#kernel/log.ts'
import { startSending } from '../start-sending.ts'

/** A process that sends and nothing else, to be killed: `node sender-process.ts DATABASE_URL SMS_URL`. */
const [databaseUrl = '', url = ''] = process.argv.slice(2)
const { db } = connect(databaseUrl, { size: 4, role: workingRole })
const parts = { smtpUrl: undefined, from: '', sms: { url, from: 'BACGIANG' }, publicUrl: 'http://localhost' }
await startSending(db, parts, createLog('silent'), () => new Date())
