import { createCompiler, type CompileRequest } from './compile.ts'

/**
 * The child process that holds Typst. Its arguments are the folders of templates; one request is one message, answered by one
 * message, in order. It ends with its parent, however that ends.
 */
const compile = createCompiler(process.argv.slice(2))

process.on('disconnect', () => process.exit())
process.on('message', (request: CompileRequest) => process.send?.(answerOf(request)))

/** A Typst that panics refuses this document; the next one is still made. */
function answerOf(request: CompileRequest) {
  try {
    return compile(request)
  } catch (cause) {
    return { reason: 'template', detail: String(cause) } as const
  }
}
