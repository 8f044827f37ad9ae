import type pg from 'pg'
import { rulesOf } from './all-columns.ts'
import type { Rule } from './rules.ts'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly isKept: boolean
}

/** Every column of ours that can hold a text, a date of birth or bytes; what is generated follows by itself. */
export const textColumns = `
  select n.nspname || '.' || c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "isKept"
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss')
    and (format_type(a.atttypid, a.atttypmod) ~ '^(text|json|bytea|character|tsvector|inet|xml|name)' or a.attname like '%birth%')
  order by 1, a.attnum`

/** What else is worked out from replaced values, after them. */
const folded: Readonly<Record<string, string>> = {
  'services.dossier': `kernel.fold(concat_ws(' ', code, applicant_name, enterprise_name, procedure_name))`,
  'petitions.petition': `kernel.fold(title || ' ' || body)`,
  'petitions.published': `kernel.fold(title)`,
}

/** How a column of this rule is written. */
function replaced({ column, type, isKept }: Column, rule: Rule): string | undefined {
  const own = `"${column}"`
  switch (rule) {
    case 'keep':
    case 'content':
    case 'folded':
      return undefined
    case 'erase':
      return isKept ? `''` : 'null'
    case 'password':
      return `case when ${own} is not null and ${own} <> '' then (select word from copy_word where word like '$argon2%') else ${own} end`
    case 'json':
    case 'codes':
      return `pg_temp.copy_json(${own}::jsonb, ${rule === 'codes'})${type === 'json' ? '::json' : ''}`
    case 'bytes':
      return type === 'bytea'
        ? `substr(decode(repeat(pg_temp.copy_hash('bytes', encode(${own}, 'hex')), 8), 'hex'), 1, length(${own}))`
        : `left(pg_temp.copy_hash('bytes', ${own}), length(${own}))`
    default:
      return type === 'text[]'
        ? `(select array_agg(pg_temp.copy_${rule}(one) order by at) from unnest(${own}) with ordinality as every(one, at))`
        : `pg_temp.copy_${rule}(${own})`
  }
}

/** Replaces what every table keeps of people; answers how many rows that were. */
export async function replaceColumns(client: pg.Client): Promise<number> {
  const { rows } = await client.query<Column>(textColumns)
  let touched = 0
  for (const [table, columns] of Map.groupBy(rows, (one) => one.table)) {
    const rules = rulesOf(table)
    if (rules === undefined) continue
    const sets = columns.flatMap((column) => {
      const rule = rules.get(column.column)
      if (rule === undefined) throw new Error(`nothing says what becomes of ${table}.${column.column} in a copy`)
      const value = replaced(column, rule)
      return value === undefined ? [] : [`"${column.column}" = ${value}`]
    })
    if (sets.length > 0) touched += (await client.query(`update ${table} set ${sets.join(', ')}`)).rowCount ?? 0
    if (folded[table] !== undefined) await client.query(`update ${table} set folded = ${folded[table]}`)
  }
  // As `publish` weighs them.
  await client.query(`update petitions.published set words =
    setweight(to_tsvector('simple', folded), 'A') || setweight(to_tsvector('simple', kernel.fold(body || ' ' || answer)), 'C')`)
  return touched
}
