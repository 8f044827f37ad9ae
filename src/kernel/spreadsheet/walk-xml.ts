import { SaxesParser } from 'saxes'
import { UnreadableSpreadsheet } from './unreadable.ts'

interface Steps {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/**
 * Goes through a document from begin to end; prefixes of names are taken off. No document type is taken, and so no entity but the five of
 * XML itself: nothing outside is read, nothing grows. Throws `UnreadableSpreadsheet` at the first fault.
 */
export function walkXml(bytes: Buffer, { open, text, close }: Steps): void {
  const parser = new SaxesParser()
  const broken = (cause?: unknown): never => {
    throw new UnreadableSpreadsheet('broken', cause)
  }
  parser.on('error', broken)
  parser.on('doctype', broken)
  if (open) parser.on('opentag', ({ name, attributes }) => open(bare(name), attributes))
  if (close) parser.on('closetag', ({ name }) => close(bare(name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.write(bytes.toString('utf8')).close()
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)
