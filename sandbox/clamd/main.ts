import { parseArgs } from 'node:util'
import { startClamd } from './clamd.ts'

/** `node sandbox/clamd/main.ts [--port 3310 | --path /run/clamd.sock] [--mood well|hang|cut|error]` */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '3310' }, path: { type: 'string' }, mood: { type: 'string' } },
})
const clamd = await startClamd(values.path === undefined ? { port: Number(values.port) } : { path: values.path })
const moods = ['well', 'hang', 'cut', 'error'] as const
clamd.mood = moods.find((one) => one === values.mood) ?? 'well'
console.log(`CLAMD_URL=${clamd.url}`)
