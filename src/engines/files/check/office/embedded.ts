import { refuse } from '../refused.ts'

export const isArchive = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))

/** The old kind of container, in which objects of other programs stand. */
export const isContainer = (bytes: Buffer): boolean => bytes.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'

/** Only equations (of Word's old editor and MathType) may stand in a container: anything else is opened by a program we do not know. */
export function checkContainer(bytes: Buffer): void {
  const holds = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  for (const name of ['Ole10Native', '_VBA_PROJECT', 'Macros']) if (holds(name)) refuse('activeContent', name)
  if (!holds('Equation Native')) refuse('activeContent', 'object of another program')
}

/** An object that a text shows must be an office file or a container, both of which were looked through; so no RTF, HTML or program. */
export function checkEmbedded(part: Buffer | undefined): void {
  if (part === undefined || !(isArchive(part) || isContainer(part))) refuse('activeContent', 'embedded object')
}

/**
 * Whether what stands there comes over the network or through a program. A path on the writer's own disk is an everyday thing and
 * found by nobody else.
 */
export function isOutside(target: string): boolean {
  const plain = target
    .trim()
    .replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  return !own.test(plain)
}

/** A drive, a file of this machine, content within the reference itself, a place beside the document. */
const own = /^(file:\/\/\/)?[a-z]:[\\/]|^file:\/\/\/\w|^data:|^(?![\\/]{2})[^:]*$/i
