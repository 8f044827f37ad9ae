/** One thing that a migration must not do while people work. */
export interface Refusal {
  readonly rule: string
  readonly statement: string
}

interface Rule {
  readonly name: string
  readonly forbids: RegExp
  /** Also where the table was made in the same file, or is said to be small. */
  readonly always?: boolean
}

/** Of statements on a table that is there already: each holds a lock for as long as the table is big. */
const rules: readonly Rule[] = [
  {
    name: 'an index of a table that is there is made concurrently',
    forbids: /^create (unique )?index (?!concurrently)/,
  },
  {
    name: 'a constraint is added not valid and validated later',
    forbids: /\badd (constraint \w+ )?(check|foreign key)\b(?!.*\bnot valid\b)/,
  },
  {
    name: 'a key is added by an index that was made concurrently',
    forbids: /\badd (constraint \w+ )?(primary key|unique|exclude)\b(?!.*\busing index\b)/,
  },
  {
    name: 'a type does not change: the table would be written anew',
    forbids: /\balter( column)? \w+ (set data )?type\b/,
  },
  { name: 'a column becomes not null by a validated check', forbids: /\balter( column)? \w+ set not null\b/ },
  {
    name: 'a new column has no default that is worked out row by row',
    forbids:
      /\badd( column)?( if not exists)? \w+ .*(default [^,]*\b(gen_random_uuid|random|clock_timestamp|nextval|uuidv7)\(|generated always as \(|\bserial\b|generated .* as identity)/,
  },
  {
    name: 'a new column that must be given has a default',
    forbids: /\badd( column)?( if not exists)? \w+ (?!.*\bdefault\b)[^,]*\bnot null\b/,
  },
  { name: 'rows are changed in batches', forbids: /^(update|delete from) / },
  {
    name: 'the table is not written anew',
    forbids: /^(cluster|vacuum full|alter table .* set (logged|unlogged|tablespace)|reindex (?!.*concurrently))/,
    always: true,
  },
  { name: 'nobody locks a table by hand', forbids: /^lock\b/, always: true },
]

/** What older code may still use goes away in a migration of its own, a version later, that says `-- contract`. */
const takesAway = /\b(drop (column|table|schema|view|function|type|default)|rename)\b/

const batches = 'a batch takes a bounded part and says which rows are left'
const outside = 'index and validation on their own stand outside a transaction'

/** What one file would do to people who work meanwhile; empty = nothing. `-- small: schema.table reason` lets a small table be. */
export function lintMigration(text: string): Refusal[] {
  const isOutside = text.startsWith('-- outside a transaction\n')
  const isContract = /^-- contract$/m.test(text)
  const steps = isOutside ? text.split(/^-- then\n/m) : [text]
  const made = new Set([...plain(text).matchAll(/create table (?:if not exists )?([\w.]+)/g)].map(([, name]) => name))
  const small = new Set([...text.matchAll(/^-- small: ([\w.]+) \S/gm)].map(([, name]) => name))
  return steps.flatMap((step) => {
    const isBatch = /^-- batch$/m.test(step)
    return statementsOf(step).flatMap((statement): Refusal[] => {
      const refuse = (rule: string) => [{ rule, statement: statement.slice(0, 120) }]
      const table = tableOf(statement)
      const isFree = table !== undefined && (made.has(table) || small.has(table))
      if (/\bconcurrently\b|\bvalidate constraint\b/.test(statement) && !isOutside) return refuse(outside)
      if (isBatch) return /\blimit \d+/.test(statement) ? [] : refuse(batches)
      if (takesAway.test(statement) && !isContract && !isFree) return refuse('what is taken away is a contract')
      return rules
        .filter(({ forbids, always }) => forbids.test(statement) && (always || !isFree))
        .flatMap(({ name }) => refuse(name))
    })
  })
}

/** Without comments, texts and bodies of functions, in one line of small letters. */
const plain = (text: string): string =>
  text
    .replaceAll(/--[^\n]*/g, '')
    .replaceAll(/\$(\w*)\$[^]*?\$\1\$/g, "''")
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/\s+/g, ' ')
    .toLowerCase()

const statementsOf = (text: string): string[] =>
  plain(text)
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '' && !/^(comment|grant|revoke|create table|insert)\b/.test(statement))

const tableOf = (statement: string): string | undefined =>
  /^(?:alter table|update|delete from|create (?:unique )?index .*? on|lock(?: table)?|drop table)(?: only| if exists| concurrently)* ([\w.]+)/.exec(
    statement,
  )?.[1]
