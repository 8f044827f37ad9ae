import pg from 'pg'

/**
 * Grows the demo's dossiers to so many: each is copied again and again under another id and code, a little apart in time, with
 * its access rows, tasks and ratings. So procedures, units, states and work are as unevenly spread as the demo's lived dossiers
 * are. Deadlines stay as the platform reckoned them: one moved by hand would be reckoned anew by the next act, which writes all that lists
 * sort by. Ids are made from the copied ones; foreign keys need no checking. With `open` only dossiers that are open are copied and counted,
 * with `finishedOf` only those of one procedure that were finished within the year, with `openOf` those of one that are open.
 */
export async function growDossiers(databaseUrl: string, wanted: number, which: Which = 'all'): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const count = async () =>
      Number(
        (
          await client.query<{ count: number }>(
            `select count(*) from services.dossier o where ${chosen(which)['services.dossier']}`,
          )
        ).rows[0]?.count,
      )
    const copies = Math.ceil(wanted / (await count())) - 1
    if (copies > 0) {
      await client.query(
        `set session_replication_role = replica; set maintenance_work_mem = '256MB'; set synchronous_commit = off`,
      )
      for (const [table, changed] of Object.entries(copied(wanted, which))) {
        await copyRows(client, { table, changed, copies, where: chosen(which)[table] as string })
      }
      await client.query(`vacuum analyze ${Object.keys(chosen('all')).join(', ')}`)
      await client.query('checkpoint')
    }
    return await count()
  } finally {
    await client.end()
  }
}

type Which = 'all' | 'open' | { readonly finishedOf: string } | { readonly openOf: string }

/** By table: the rows that are copied. */
function chosen(which: Which): Readonly<Record<string, string>> {
  if (which === 'all')
    return {
      'services.dossier': 'true',
      'services.dossier_access': 'true',
      'services.rating': 'true',
      'workflow.task': 'true',
    }
  const is =
    which === 'open'
      ? (row: string) => `${row}.is_open`
      : 'openOf' in which
        ? (row: string) => `(${row}.is_open and ${row}.procedure_code = '${which.openOf}')`
        : (row: string) =>
            `(${row}.procedure_code = '${which.finishedOf}' and ${row}.received_at is not null and ${row}.finished_at > now() - interval '360 days')`
  const isOf = (column: string) => `exists (select 1 from services.dossier d where d.id = o.${column} and ${is('d')})`
  return {
    'services.dossier': is('o'),
    'services.dossier_access': isOf('dossier_id'),
    'services.rating': 'false',
    'workflow.task': isOf('subject_id'),
  }
}

const later = (column: string) => `o.${column} + copy * interval '7 minutes'`
const earlier = (column: string) => `o.${column} - copy * interval '11 minutes'`

/** By table: what differs in a copy; everything else stays. What was copied for another row may be copied again, so names say for which. */
function copied(wanted: number, which: Which): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const mark = `'/${wanted}${typeof which === 'string' ? which : Object.keys(which)[0]}-' || copy`
  // Of version 8 (RFC 9562, section 5.8): any other bits are no UUID to whoever reads the answers.
  const idOf = (column: string) =>
    `overlay(overlay(md5(o.${column}::text || ${mark}) placing '8' from 13) placing '8' from 17)::uuid`
  return {
    'services.dossier': {
      id: idOf('id'),
      code: `o.code || ${mark}`,
      folded: `o.folded || ' ' || copy`,
      filed_at: earlier('filed_at'),
    },
    'services.dossier_access': {
      dossier_id: idOf('dossier_id'),
      filed_at: earlier('filed_at'),
    },
    'services.rating': { dossier_id: idOf('dossier_id') },
    'workflow.task': {
      id: idOf('id'),
      subject_id: idOf('subject_id'),
      code: `o.code || ${mark}`,
      opened_at: earlier('opened_at'),
      due: later('due'),
    },
  }
}

async function copyRows(
  client: pg.Client,
  {
    table,
    changed,
    copies,
    where,
  }: { table: string; changed: Readonly<Record<string, string>>; copies: number; where: string },
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  const columns = rows.map(({ name }) => name)
  const values = columns.map((name) => changed[name] ?? `o.${name}`)
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} o cross join generate_series(1, $1) as copy where ${where}`,
    [copies],
  )
}
