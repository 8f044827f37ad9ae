import { parseArgs } from 'node:util'
import { startRegisters } from './business-register.ts'

/** `node sandbox/business-register/main.ts [--port 3330]` */
const { values } = parseArgs({ options: { port: { type: 'string', default: '3330' } } })
const { variables } = await startRegisters(Number(values.port))
for (const [name, value] of Object.entries(variables)) console.log(`export ${name}='${value}'`)
