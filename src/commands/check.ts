import { parseArgs } from 'node:util'
import { listOperations } from '#engines/list-operations.ts'
import { checkBundle } from '#engines/services/bundle/check-bundle.ts'
import { checkProcedure } from '#engines/services/procedure/check-procedure.ts'
import { systems } from '#systems/index.ts'
import type { Command } from './command.ts'

export const checkCommand: Command = {
  name: 'check',
  summary: 'Kiểm tra và liệt kê những gì đã khai báo. Checks and lists what is declared.',
  usage: ['check [--json]', '', 'Exit code 1 when a declaration is wrong; every finding names the exact place.'],
  async run(args, out) {
    parseArgs({ args: [...args] })
    const operations = listOperations().map(({ name, meta: { kind, permission, title }, method, path }) => ({
      name,
      kind,
      permission,
      title,
      route: { method, path },
    }))
    const versions = [...systems.procedures, ...systems.comingProcedures, ...systems.bundles]
    const findings = versions.flatMap((procedure) =>
      [...checkProcedure(procedure, systems), ...checkBundle(procedure, systems.procedures)].map((finding) => ({
        procedure: procedure.code,
        ...finding,
      })),
    )
    const procedures = systems.procedures.map((one) => ({
      code: one.code,
      name: one.name,
      level: one.level,
      isComplete: one.form !== undefined,
      effective: one.effective,
    }))
    const coming = systems.comingProcedures.map(({ code, effective }) => ({ code, from: effective.from }))
    const processes = systems.procedures.flatMap((one) =>
      one.process ? [{ procedure: one.code, id: one.process.id, steps: Object.keys(one.process.steps) }] : [],
    )
    const declared = {
      systems: systems.names,
      sites: systems.sites,
      units: systems.organization.units.length,
      procedures,
      coming,
      processes,
      operations,
      findings,
    }
    out.say(declared, [
      `${systems.names.length} systems, ${declared.units} units, ${procedures.length} procedures (${processes.length} complete, ${coming.length} change on a day ahead), ${operations.length} operations`,
      ...findings.map((one) => `${one.procedure} ${one.path}: ${one.words.vi}`),
      findings.length === 0 ? 'nothing wrong found' : `${findings.length} findings`,
    ])
    return findings.length === 0 ? 0 : 1
  },
}
