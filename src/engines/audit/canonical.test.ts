import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, leafBytes, leafDigest, toJson, type Json } from './canonical.ts'
import { entryId, instantOfEntry } from './entry-id.ts'
import { digestsOf, partsOfNotes, personalText, publicText, type PersonalPart, type PublicPart } from './entry.ts'
import { leafHash } from './merkle.ts'

const open: PublicPart = {
  id: '01931f6e-2f00-7abc-8def-0123456789ab',
  at: '2026-11-25T13:00:00.123000Z',
  account: 'a',
  operation: 'services.submit',
  kind: 'write',
  outcome: 'done',
  requestId: 'r-1',
  postId: null,
  postTitle: 'Chuyên viên "A"',
  unitId: 'u',
  unitName: null,
  objects: ['dossier:1'],
}
const personal: PersonalPart = {
  actorName: 'Lan',
  onBehalf: null,
  purpose: 'thẩm định',
  address: null,
  subjects: null,
  details: '[{"f":{"a":[true,null],"b":1}}]',
}

test('the example of RFC 8785 is written as the RFC writes it', () => {
  const given = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`) as Json
  expect(canonical(given)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

test('the parts written by hand are what canonical JSON would be', () => {
  const hash = randomBytes(32)
  const without = (part: object) =>
    canonical(Object.fromEntries(Object.entries(part).filter(([, value]) => value !== null)) as Json)
  for (const postId of [null, 'p']) {
    expect(publicText({ ...open, postId }, hash)).toBe(without({ ...open, postId, personal: hash.toString('hex') }))
  }
  for (const more of [{}, { address: '::1', onBehalf: 'Minh', subjects: ['s'] }, { actorName: null, details: null }]) {
    const part = { ...personal, ...more }
    expect(personalText(part)).toBe(without({ ...part, details: part.details && (JSON.parse(part.details) as Json) }))
  }
})

test('the leaf is the one that version 1 specifies', () => {
  const salt = Buffer.alloc(16, 7)
  const inner = createHash('sha256')
    .update(salt)
    .update('{"actorName":"Lan","details":[{"f":{"a":[true,null],"b":1}}],"purpose":"thẩm định"}')
    .digest('hex')
  const text =
    `{"account":"a","at":"2026-11-25T13:00:00.123000Z","id":"01931f6e-2f00-7abc-8def-0123456789ab","kind":"write","objects":["dossier:1"],` +
    `"operation":"services.submit","outcome":"done","personal":"${inner}","postTitle":"Chuyên viên \\"A\\"","requestId":"r-1","unitId":"u"}`
  const { leaf } = digestsOf(open, personal, salt)
  expect(leaf.toString('hex')).toBe(createHash('sha256').update(Buffer.of(0, 1)).update(text).digest('hex'))
  expect(leafHash(leafBytes(text))).toEqual(leaf)
})

test('any JSON keeps its canonical form on the way through a parser, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const clean = toJson(value)
      const text = canonical(clean)
      expect(canonical(JSON.parse(text) as Json)).toBe(text)
      expect(canonical(reversed(clean))).toBe(text)
    }),
  )
})

function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

test('what the database would refuse in a text is replaced', () => {
  expect(toJson({ 'a\0': ['x\0y', '\ud800'], b: undefined, c: new Date(0) })).toEqual({
    'a\ufffd': ['x\ufffdy', '\ufffd'],
    c: '1970-01-01T00:00:00.000Z',
  })
})

test('a changed personal part changes the leaf, and so does another salt', () => {
  const salt = randomBytes(16)
  const { leaf } = digestsOf(open, personal, salt)
  expect(digestsOf(open, { ...personal, actorName: 'Hoa' }, salt).leaf).not.toEqual(leaf)
  expect(digestsOf(open, personal, randomBytes(16)).leaf).not.toEqual(leaf)
  expect(leafDigest(publicText(open, Buffer.alloc(32)))).not.toEqual(leaf)
})

test('an entry id is a UUIDv7 that names its instant', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (at) => {
      const id = entryId(at, randomBytes(26))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(instantOfEntry(id)).toEqual(at)
    }),
  )
})

test('subjects of several notes are kept once, and each note knows its own', () => {
  const [a, b] = ['01931f6e-2f00-7000-8000-00000000000a', '01931f6e-2f00-7000-8000-00000000000b']
  const parts = partsOfNotes([
    { objectType: 'dossier', objectId: '1', subjects: [a, b] },
    { objectType: 'dossier', objectId: '2', subjects: [b], facts: { step: 'xong' } },
    { objectType: 'file', objectId: 'x:y' },
  ])
  expect(parts).toEqual({
    objects: ['dossier:1', 'dossier:2', 'file:x:y'],
    subjects: [a, b],
    details: '[{"s":[0,1]},{"f":{"step":"xong"},"s":[1]},{}]',
  })
})

test('an identity number is refused as a subject', () => {
  expect(() => partsOfNotes([{ objectType: 'person', objectId: '1', subjects: ['024168009123'] }])).toThrow(TypeError)
})

test('an empty personal part is an empty object', () => {
  expect(
    personalText({ actorName: null, onBehalf: null, purpose: null, address: null, subjects: null, details: null }),
  ).toBe('{}')
})
