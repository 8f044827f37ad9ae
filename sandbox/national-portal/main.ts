import { parseArgs } from 'node:util'
import { startNationalPortal } from './national-portal.ts'

/** `node sandbox/national-portal/main.ts [--port 3330] [--keep FILE]` */
const { values } = parseArgs({
  options: { port: { type: 'string', default: '3330' }, keep: { type: 'string' } },
})
const { variables } = await startNationalPortal(Number(values.port), values.keep)
for (const [name, value] of Object.entries(variables)) console.log(`export ${name}='${value}'`)
