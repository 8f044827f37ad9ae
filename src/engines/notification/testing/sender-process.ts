import { connect, workingRole } from '#kernel/database/connect.ts'
import { createLog } from '#kernel/log.ts'
import { sendingParts } from './sending-parts.ts'
import { startSending } from '../start-sending.ts'

/** A process that sends and nothing else, to be killed: `node sender-process.ts DATABASE_URL SMS_URL`. */
const [databaseUrl = '', url = ''] = process.argv.slice(2)
const { db } = connect(databaseUrl, { size: 4, role: workingRole })
const parts = sendingParts({ sms: { url, from: 'BACGIANG' } })
await startSending(db, parts, createLog('silent'), () => new Date())
