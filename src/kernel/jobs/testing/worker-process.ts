import { createLog } from '../../log.ts'
import { startWorker } from './worker.ts'

/** A process that takes up work and never ends it, to be killed: `node worker-process.ts DATABASE_URL`. */
const [url = ''] = process.argv.slice(2)
await startWorker(url, 'killed', createLog('silent'), () => new Promise(() => setInterval(() => {}, 1000)))
