import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readRecoveryKey } from '#kernel/backup/keys.ts'
import { restore, type Restored } from '#kernel/backup/restore/restore.ts'
import { findLostRows, findMissingContent, findOrphans, findTrailFaults } from './check-restored.ts'
import type { Command } from './command.ts'
import { momentOf } from './moment-of.ts'
import { signInRestored } from './sign-in-restored.ts'

const options = {
  from: { type: 'string' },
  key: { type: 'string' },
  at: { type: 'string' },
  in: { type: 'string' },
} as const

/** What may be lost, and how long it may take for so much data. */
const targets = { rpoSeconds: 60, rtoSeconds: 15 * 60, ofBytes: 5 * 1024 ** 3 }

export const restoreDrillCommand: Command = {
  name: 'restore-drill',
  summary: 'Diễn tập khôi phục, đo RPO/RTO. Restores into a fresh place, checks it, measures.',
  usage: [
    'restore-drill --from FOLDER --key RECOVERY.key [--at MOMENT] [--in FOLDER] [--json]',
    '',
    'Restores beside everything else, signs in there, checks rows, files, foreign keys and the audit trail, and removes it again.',
    'Fails where anything is damaged, or a target is missed: 60 seconds lost, 15 minutes for 5 GB (more for more).',
    '--at   an earlier moment; what would be lost is not judged then',
    '--in   where there is room for it; the folder for temporary files',
  ],
  async run(args, out) {
    const { values } = parseArgs({ args: [...args], options })
    if (values.from === undefined || values.key === undefined)
      throw new WrongCall('--from and --key are needed; see --help')
    const at = momentOf(values.at)
    const key = readRecoveryKey(values.key)
    const place = await mkdtemp(join(values.in ?? tmpdir(), 'lien-thong-drill-'))
    const began = { at: new Date(), ms: performance.now() }
    const seconds = () => Number(((performance.now() - began.ms) / 1000).toFixed(1))
    let measured = { rtoSeconds: 0, rows: 0, foreignKeys: 0, auditEntries: 0 }
    let wrong: readonly string[] = []
    try {
      const done = await restore({
        from: values.from,
        to: join(place, 'data'),
        key,
        at,
        log: (line) => void (out.json || console.error(`${seconds()} s: ${line}`)),
        async check(restored) {
          const checked = await checkAll(restored, seconds)
          measured = checked.measured
          wrong = checked.wrong
          return []
        },
      })
      const rpoSeconds = at === undefined ? Math.max(0, (began.at.getTime() - done.moment.getTime()) / 1000) : null
      const bytes = done.clusterBytes + done.fileBytes
      const mostSeconds = targets.rtoSeconds * Math.max(1, bytes / targets.ofBytes)
      const missed = [
        ...(rpoSeconds !== null && rpoSeconds > targets.rpoSeconds
          ? [`RPO ${rpoSeconds} s, at most ${targets.rpoSeconds} s`]
          : []),
        ...(measured.rtoSeconds > mostSeconds
          ? [`RTO ${measured.rtoSeconds} s, at most ${Math.round(mostSeconds)} s`]
          : []),
      ]
      const ok = wrong.length === 0 && missed.length === 0
      const report = {
        ok,
        base: done.base,
        moment: done.moment,
        rpoSeconds,
        ...measured,
        checkedSeconds: seconds(),
        files: done.files,
        bytes,
        wrong,
        missed,
      }
      out.say(report, [
        ok ? 'Diễn tập đạt. The drill passed.' : 'DIỄN TẬP KHÔNG ĐẠT. THE DRILL FAILED.',
        `RPO ${rpoSeconds ?? '-'} s, RTO ${measured.rtoSeconds} s, ${(bytes / 1024 ** 2).toFixed(0)} MB`,
        ...wrong,
        ...missed,
      ])
      return ok ? 0 : 1
    } finally {
      const elsewhere = await realpath(join(place, 'data', 'postgres')).catch(() => place)
      await rm(elsewhere, { recursive: true, force: true })
      await rm(place, { recursive: true, force: true })
    }
  },
}

/** People could work as soon as someone can sign in; the rest is looked at after that. */
async function checkAll(restored: Restored, seconds: () => number) {
  const { rows, lost } = await findLostRows(restored.db, restored.manifest.rows)
  const cannotSignIn = await signInRestored(restored)
  const rtoSeconds = seconds()
  const missing = await findMissingContent(restored.db, restored.dataDirectory)
  const { keys, orphans } = await findOrphans(restored.db)
  const { entries, faults } = await findTrailFaults(restored.db)
  const gone = missing.map((sha256) => `file ${sha256} is named and missing`)
  return {
    measured: { rtoSeconds, rows, foreignKeys: keys, auditEntries: entries },
    wrong: [...lost, ...cannotSignIn, ...gone, ...orphans, ...faults],
  }
}
