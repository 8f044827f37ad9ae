import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fail, Problem, problems, type ProblemKind } from '#values/errors.ts'
import type { Compiled, CompileRequest } from './compile.ts'

/** Makes documents from Typst templates. */
export interface Printer {
  /**
   * One PDF. `template` is a mounted template path such as `receipt-slip.typ`, or Typst source; `data` is any JSON value, which
   * the template reads with `json("/data.json")`. Throws `printTooLarge` over the limits, `printTooSlow` over the time, `busy`
   * when too many wait or the compiler ended, `internal` when the template does not compile with the data.
   */
  pdf(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>>
  /** The same as a picture (SVG), for a look before it is printed. */
  svg(template: string, data: unknown): Promise<string>
  /** Ends the compiler; a document under way is refused. The next document starts a new one. */
  close(): Promise<void>
}

export interface PrinterOptions {
  /** Folders whose `.typ` files can be named and imported; the first wins, so a province's own folder stands first. */
  readonly templates?: readonly string[]
  /** Longest data, in characters of JSON. A book of 1,000 rows has about half a million. */
  readonly maxData?: number
  readonly maxPages?: number
  /** Longest time of one document, in milliseconds. */
  readonly maxTime?: number
  /** How long the compiler stays without work, in milliseconds; with it go its 150 to 250 MB. */
  readonly idleTime?: number
  /** Told of mistakes in a template that Typst prints around. */
  readonly onWarning?: (template: string, warning: string) => void
}

export const printProblems = {
  printTooLarge: {
    status: 413,
    message: {
      vi: 'Văn bản quá dài để in một lần. Xin chia nhỏ ra.',
      en: 'The document is too long to print at once. Split it.',
    },
  },
  printTooSlow: {
    status: 503,
    message: {
      vi: 'In quá lâu nên đã dừng. Xin thử lại hoặc chia nhỏ văn bản.',
      en: 'Printing took too long and was stopped. Try again or split the document.',
    },
  },
} as const satisfies Record<string, ProblemKind>

const maxWaiting = 500
/** Typst never gives back what a long book took (400 MB for 1,000 rows): above so much data its compiler ends with it. */
const bookLength = 100_000

/**
 * A printer whose Typst lives in a child process, started by the first document. Compiling is one native call that nothing
 * interrupts, and Typst keeps what memory it once took: only a process can be stopped in time, crash alone and give it back.
 * Documents are made one after the other; the event loop of this process stays free.
 */
export function createPrinter(options: PrinterOptions = {}): Printer {
  const {
    templates = [],
    onWarning,
    maxData = 3_000_000,
    maxPages = 500,
    maxTime = 30_000,
    idleTime = 120_000,
  } = options
  let compiler: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const start = (): ChildProcess => {
    const started = startCompiler(templates)
    started.once('exit', () => stop(started))
    return started
  }

  const stop = (stopped: ChildProcess): void => {
    stopped.kill('SIGKILL')
    if (compiler === stopped) compiler = undefined
  }

  const make = async (request: CompileRequest): Promise<Compiled> => {
    clearTimeout(idle)
    const asked = (compiler ??= start())
    hold(asked, true)
    try {
      const answer = await ask(asked, request, maxTime)
      if (request.json.length > bookLength) stop(asked)
      return answer
    } catch (error) {
      stop(asked)
      throw error
    } finally {
      hold(asked, false)
      idle = setTimeout(() => stop(asked), idleTime).unref()
    }
  }

  const print = async (as: CompileRequest['as'], template: string, data: unknown) => {
    const json = toJson(data)
    if (json.length + template.length > maxData) throw new Problem('printTooLarge', printProblems.printTooLarge)
    if (waiting >= maxWaiting) fail('busy', { retryAfterSeconds: 10 })
    waiting += 1
    const made = last.then(() => make({ template, json, as, maxPages }))
    last = made.catch(() => {}).finally(() => (waiting -= 1))
    const answer = await made
    if (!('reason' in answer)) {
      for (const warning of answer.warnings) onWarning?.(template, warning)
      return answer
    }
    const cause = new Error(`Typst: ${answer.detail}`)
    if (answer.reason === 'pages') throw new Problem('printTooLarge', printProblems.printTooLarge, { cause })
    return fail('internal', { cause })
  }

  return {
    async pdf(template, data) {
      const made = await print('pdf', template, data)
      return 'pdf' in made ? made.pdf : fail('internal')
    },
    async svg(template, data) {
      const made = await print('svg', template, data)
      return 'svg' in made ? made.svg : fail('internal')
    },
    async close() {
      clearTimeout(idle)
      if (compiler === undefined) return
      hold(compiler, true)
      const exited = once(compiler, 'exit')
      stop(compiler)
      await exited
    },
  }
}

/** The child gets none of our environment, so no secrets, and a proxy that leads nowhere, so no packages from the network. */
function startCompiler(templates: readonly string[]): ChildProcess {
  const compiler = fork(new URL('./compile-process.ts', import.meta.url), templates, {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=256', '--max-semi-space-size=4'],
    env: { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // Whoever waits for an answer hears of it too; without a listener it would end this process.
  compiler.on('error', () => {})
  return compiler
}

/** A compiler without work does not keep this process running. */
function hold(compiler: ChildProcess, held: boolean): void {
  if (held) compiler.ref()
  else compiler.unref()
  if (held) compiler.channel?.ref()
  else compiler.channel?.unref()
}

/** Sends one request and waits for its answer, the end of the compiler, or the time limit. */
async function ask(compiler: ChildProcess, request: CompileRequest, maxTime: number): Promise<Compiled> {
  const ended = new AbortController()
  const onExit = () => ended.abort(new Problem('busy', problems.busy, { cause: new Error('the compiler ended') }))
  const tooSlow = setTimeout(() => ended.abort(new Problem('printTooSlow', printProblems.printTooSlow)), maxTime)
  compiler.once('exit', onExit)
  try {
    const answered = once(compiler, 'message', { signal: ended.signal })
    compiler.send(request)
    const [answer] = await answered
    return answer as Compiled
  } catch (error) {
    throw ended.signal.aborted ? ended.signal.reason : error
  } finally {
    clearTimeout(tooSlow)
    compiler.off('exit', onExit)
  }
}

/** Lone halves of surrogate pairs would make JSON that Typst refuses. */
const toJson = (data: unknown): string =>
  JSON.stringify(data ?? null, (_key, value) => (typeof value === 'string' ? value.toWellFormed() : value))
