import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { Findings } from './findings.ts'
import { readKept } from './heads.ts'
import { linesOf } from './lines.ts'
import { checkProof, type Proof } from './proof.ts'
import { TrailCheck } from './trail.ts'

const usage = `Checks an audit trail of Liên Thông without it: no database, no network, no code of the platform.

  node verifier/main.ts trail EXPORT --key KEY [--key KEY]… --heads FILE [--heads FILE]… [--json]
  node verifier/main.ts proof FILE --key KEY [--heads FILE]… [--json]

EXPORT  what \`lien-thong audit export\` wrote; - reads the standard input
FILE    heads that were kept outside (lines, mail, answers of /api/audit/heads), or the proof of one entry
KEY     a public key that you trust, or its id, 64 hex digits; keys that it signed are trusted too

Ends with 0: whole · 1: broken · 2: it could not be checked · 3: whole, but with doubts about a clock or a missing head
`

const { values, positionals } = readArguments()
const [what, file] = positionals
try {
  if (values.help || (what !== 'trail' && what !== 'proof') || file === undefined || values.key.length === 0) {
    process.stderr.write(usage)
    process.exitCode = values.help ? 0 : 2
  } else {
    const wrong = values.key.find((key) => !/^[0-9a-f]{64}$/.test(key))
    if (wrong !== undefined) throw new Error(`not 64 hex digits: ${wrong}`)
    process.exitCode = what === 'trail' ? await checkTrail(file) : await checkOneProof(file)
  }
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`)
  process.exitCode = 2
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        key: { type: 'string', multiple: true, default: [] },
        heads: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${usage}`)
    process.exit(2)
  }
}

async function checkTrail(path: string): Promise<number> {
  const check = new TrailCheck(await readKept(values.heads), values.key)
  let number = 0
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      number += 1
      try {
        check.line(line)
      } catch (error) {
        throw new Error(`${path}, line ${number}: ${(error as Error).message}`, { cause: error })
      }
    }
  }
  check.finish()
  const { entries, seals, compared, head } = check
  if (values.heads.length === 0)
    check.findings.doubt('truncated', 'without heads kept outside no end that was cut off is found')
  return tell(check.findings, { entries, seals, heads: compared, head }, [
    `${entries} entries, ${seals} seals, ${compared} signed heads compared`,
    `head ${head.size}:${head.root}`,
  ])
}

async function checkOneProof(path: string): Promise<number> {
  const findings = new Findings()
  const proof = JSON.parse(await readFile(path, 'utf8')) as Proof
  const entry = checkProof(proof, await readKept(values.heads), values.key, findings)
  return tell(findings, { entry }, [JSON.stringify(entry)])
}

function tell({ list, isBroken, isDoubtful }: Findings, facts: object, lines: readonly string[]): number {
  const verdict = isBroken ? 'BROKEN' : isDoubtful ? 'whole, with doubts' : 'whole'
  const said = values.json
    ? [JSON.stringify({ verdict, ...facts, findings: list })]
    : [...list.map((one) => `${one.isDoubt ? 'doubt' : 'BROKEN'} ${one.kind}: ${one.message}`), ...lines, verdict]
  process.stdout.write(`${said.join('\n')}\n`)
  return isBroken ? 1 : isDoubtful ? 3 : 0
}
