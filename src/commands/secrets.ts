import { parseArgs } from 'node:util'
import { WrongCall } from '#values/wrong-call.ts'
import { readConfig } from '#kernel/config.ts'
import type { Database, Queries } from '#kernel/database/connect.ts'
import type { Context } from '#kernel/operations/context.ts'
import { countKeys, keysOfColumn, sealAnew, type SealedColumn, type SealedCount } from '#kernel/secrets/sealed-rows.ts'
import { openSecrets, type Secrets } from '#kernel/secrets/secrets.ts'
import { createFileStore, type FileStore } from '#engines/files/index.ts'
import { sealedProviderKeys, sealedTotps } from '#engines/identity/index.ts'
import { sealedPushKey } from '#engines/notification/index.ts'
import { sealedFiles, sealedSenders, sealFileAnew } from '#engines/petitions/index.ts'
import { asPlatform } from './as-platform.ts'
import type { Command, Output } from './command.ts'
import { withDatabase } from './with-database.ts'

/** Every column that the key of the installation seals. */
export const sealedColumns: readonly SealedColumn[] = [sealedTotps, sealedProviderKeys, sealedPushKey, sealedSenders]

/** The files that it seals have no column of their own. */
const filesOfDenouncers = 'files of denouncers'

interface Parts {
  readonly secrets: Secrets
  readonly store: FileStore
  readonly hasOther: boolean
}

const words: Readonly<Record<string, (db: Database, parts: Parts, out: Output) => Promise<number>>> = {
  status,
  'seal-anew': sealAllAnew,
}

export const secretsCommand: Command = {
  name: 'secrets',
  summary: 'Đổi khóa của hệ thống. Changes the key that seals secrets.',
  usage: [
    'secrets status [--json] · secrets seal-anew [--json]',
    '',
    'status     what is sealed with SECRETS_KEY, with SECRETS_KEY_ALSO, and with neither; exit code 1 where something opens with neither',
    'seal-anew  seals with SECRETS_KEY what SECRETS_KEY_ALSO sealed; goes on where it was. The steps before and after: docs/security/keys.md',
  ],
  async run(args, out) {
    const [word = '', ...rest] = parseArgs({ args: [...args], allowPositionals: true }).positionals
    const run = Object.hasOwn(words, word) ? words[word] : undefined
    if (run === undefined || rest.length > 0) throw new WrongCall(`unknown: secrets ${word}; see --help`)
    const config = readConfig(process.env)
    const parts = {
      secrets: openSecrets(config),
      store: createFileStore(config),
      hasOther: config.secretsKeyAlso !== undefined,
    }
    return withDatabase('secrets', (db) => run(db, parts, out))
  },
}

async function status(db: Database, parts: Parts, out: Output): Promise<number> {
  const sealed = await countAll(db, parts)
  const lines = Object.entries(sealed).map(
    ([place, { key, other, none }]) => `${place}: ${key} SECRETS_KEY, ${other} SECRETS_KEY_ALSO, ${none} ?`,
  )
  out.say(sealed, lines)
  return Object.values(sealed).some(({ none }) => none > 0) ? 1 : 0
}

async function countAll(tx: Queries, { secrets, store }: Parts): Promise<Record<string, SealedCount>> {
  const counted: Record<string, SealedCount> = {}
  for (const place of sealedColumns) counted[place.table] = countKeys(await keysOfColumn(tx, secrets, place))
  const files = await sealedFiles(tx, secrets, store)
  return { ...counted, [filesOfDenouncers]: countKeys(files.map(({ opens }) => opens)) }
}

/** Each column in one transaction, each file in another: ended half-way, it is called again. */
async function sealAllAnew(db: Database, parts: Parts, out: Output): Promise<number> {
  const { secrets, store, hasOther } = parts
  if (!hasOther) throw new WrongCall('SECRETS_KEY_ALSO is not set: there is no other key whose secrets to seal anew')
  const done: Record<string, number> = {}
  const once = <Done extends { readonly id: string }>(work: (ctx: Context) => Promise<Done>) =>
    asPlatform(db, 'sealed', 'command:secrets', work)
  for (const place of sealedColumns) {
    const { count } = await once(async ({ tx }) => ({
      id: place.table,
      count: await sealAnew(tx, secrets, place),
    }))
    done[place.table] = count
  }
  const old = (await sealedFiles(db, secrets, store)).filter(({ opens }) => opens === 'other')
  for (const file of old)
    await once(async (ctx) => {
      await sealFileAnew(ctx, secrets, store, file)
      return { id: file.fileId }
    })
  done[filesOfDenouncers] = old.length
  const left = Object.entries(await countAll(db, parts)).filter(([, { other, none }]) => other + none > 0)
  out.say({ done, left: Object.fromEntries(left) }, [
    ...Object.entries(done).map(([place, count]) => `${place}: ${count}`),
    left.length === 0
      ? 'Bỏ SECRETS_KEY_ALSO được rồi. SECRETS_KEY_ALSO is not needed any more.'
      : `SECRETS_KEY còn chưa mở được. Not opened by SECRETS_KEY: ${left.map(([place]) => place).join(', ')}`,
  ])
  return left.length === 0 ? 0 : 1
}
