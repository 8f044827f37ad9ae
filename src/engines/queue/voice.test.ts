import { readdirSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeTestDirectory, removeTestDirectory } from '#kernel/testing/directory.ts'
import { createVoice, piecesOf } from './voice.ts'

let directory: string
beforeAll(() => void (directory = makeTestDirectory('voice')))
afterAll(() => removeTestDirectory(directory))

const log = { warn: () => {} }

/** A program that speaks each text as a WAV file of as many samples as the text has bytes. */
async function speaker(): Promise<string> {
  const program = join(directory, 'speak')
  // A shell starts in a moment, and there are some 130 pieces.
  const script = String.raw`#!/bin/sh
    for text do [ "$before" = -w ] && path=$text; before=$text; done
    length=$(printf %s "$text" | wc -c)
    number() { printf "\\$(printf %03o "$1")\0\0\0"; }
    { printf RIFF; number $((36 + length)); printf 'WAVEfmt '; number 16; printf '%016d' 0
      printf data; number "$length"; printf %s "$text"; } > "$path"`
  await writeFile(program, script)
  await chmod(program, 0o700)
  return program
}

describe('the voice that calls numbers', () => {
  it('says letter, digits one by one, and the desk', () => {
    expect(piecesOf({ letter: 'Đ', number: 47, desk: 10 })).toEqual([
      'invite',
      'letter-272',
      'number-0',
      'number-4',
      'number-7',
      'desk',
      'number-10',
    ])
  })

  it('is silent where the machine has no voice', async () => {
    const voice = createVoice(join(directory, 'none'), log, join(directory, 'no-such-program'))
    expect(await voice.say({ letter: 'G', number: 1, desk: 7 })).toBeUndefined()
  })

  it('joins pieces that are spoken once into one file', async () => {
    const voice = createVoice(join(directory, 'kept'), log, await speaker())
    const said = await voice.say({ letter: 'G', number: 42, desk: 7 })
    expect(said?.subarray(44).toString()).toBe('Mời sốgiê042đến quầy số7')
    expect(said?.readUInt32LE(40)).toBe(said!.length - 44)
    expect(said?.readUInt32LE(4)).toBe(said!.length - 8)
    const before = readdirSync(join(directory, 'kept', 'voice'))
    // Whoever has the pieces needs the program no more.
    const again = createVoice(join(directory, 'kept'), log, join(directory, 'no-such-program'))
    expect(await again.say({ letter: 'G', number: 42, desk: 7 })).toEqual(said)
    expect(readdirSync(join(directory, 'kept', 'voice'))).toEqual(before)
  }, 60_000)
})
