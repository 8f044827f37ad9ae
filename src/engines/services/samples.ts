import { defineOrganization, expandOrganization, type Organization, type Role } from '#engines/directory/declare.ts'
import type { CodeList } from '#engines/forms/declare.ts'
import { completeProcedure, proceduresOf, type Completion } from './procedure/complete-procedure.ts'
import { defineCatalogue } from './procedure/declare-catalogue.ts'
import type { Procedure } from './procedure/procedure-shape.ts'

// A chess country far from any real office: a province with two clubs' towns, so that the engine stays general.

/** A province, a town that has a QUEEN and one that has a ROOK, a registry that serves them without being part of them. */
export const chessOrganization: Organization = expandOrganization(
  defineOrganization({
    id: 'chess',
    name: 'Chess country',
    areas: [
      { code: '10', tier: 'province', name: 'Chess country' },
      { code: '101', tier: 'town', name: 'Castle', parent: '10' },
      { code: '102', tier: 'town', name: 'Meadow', parent: '10' },
    ],
    units: [
      { code: 'COUNCIL', kind: 'peoples-committee', tier: 'province', name: 'Council', area: '10' },
      { code: 'OFFICE', kind: 'department', tier: 'province', name: 'Office', parent: 'COUNCIL' },
      { code: 'CENTRE', kind: 'one-stop', tier: 'province', name: 'Centre', parent: 'OFFICE', area: '10' },
      { code: 'BOARD', kind: 'department', tier: 'province', name: 'Board', parent: 'COUNCIL' },
      { code: 'BOARD.RULES', kind: 'division', tier: 'province', name: 'Rules', parent: 'BOARD' },
    ],
    patterns: [
      {
        eachArea: { tier: 'town' },
        units: [
          { code: 'TOWN-{area}', kind: 'peoples-committee', name: 'Town of {name}', parent: 'COUNCIL' },
          { code: '{area}.HALL', kind: 'division', name: 'Hall', parent: 'TOWN-{area}' },
          { code: '{area}.DESK', kind: 'one-stop', name: 'Desk', parent: '{area}.HALL' },
          { code: '{area}.REGISTRY', kind: 'subordinate-agency', name: 'Registry', parent: 'BOARD' },
        ],
      },
      {
        eachArea: { tier: 'town', only: ['101'] },
        units: [{ code: '{area}.QUEEN', kind: 'division', name: 'Queen', parent: 'TOWN-{area}' }],
      },
      {
        eachArea: { tier: 'town', only: ['102'] },
        units: [{ code: '{area}.ROOK', kind: 'division', name: 'Rook', parent: 'TOWN-{area}' }],
      },
    ],
  }),
)

export const chessRoles: Role[] = ['receiver', 'specialist', 'head', 'leader', 'clerk'].map((name) => ({
  function: name,
  title: { vi: `Vai ${name}`, en: name },
  permissions: {},
}))

export const chessLists: CodeList[] = [
  {
    name: 'opening',
    title: { vi: 'Khai cuộc', en: 'Opening' },
    entries: [{ code: 'e4', label: { vi: 'e4', en: 'e4' } }],
  },
]

export const chessCatalogue = defineCatalogue([
  {
    code: '1.000001',
    name: { vi: 'Mở câu lạc bộ cờ', en: 'Open a chess club' },
    field: { vi: 'Cờ', en: 'Chess' },
    sector: 'chess',
    level: 'town',
    owner: 'ROOK',
    alternateOwner: 'QUEEN',
    subjects: ['citizen'],
    timeLimits: [{ amount: 2, unit: 'working-day' }],
    fees: [],
    onlineLevel: [{ level: 3 }],
    papers: [{ vi: 'Đơn', en: 'Application' }],
    result: { vi: 'Giấy phép', en: 'Permit' },
    legalBasis: ['1/2019/NĐ-CP'],
    lifeEvents: ['other'],
    keywords: ['co vua'],
  },
])

type Said = Parameters<typeof completeProcedure>[0]

/** A complete permit for a chess club; what is given is laid over it. */
export function chessClub(over: Partial<Said> = {}): Procedure {
  return proceduresOf(chessCatalogue, [chessCompletion(over)])[0] as Procedure
}

export const chessCompletion = (over: Partial<Said> = {}): Completion =>
  completeProcedure({
    code: '1.000001',
    summary: { vi: 'Mở nơi chơi cờ', en: 'Open a place for chess' },
    receivedAt: ['town'],
    form: {
      id: 'chess-club',
      pages: [
        {
          id: 'club',
          title: { vi: 'Câu lạc bộ', en: 'The club' },
          fields: [
            { id: 'name', type: 'text', label: { vi: 'Tên', en: 'Name' } },
            { id: 'where', type: 'commune', label: { vi: 'Ở đâu', en: 'Where' } },
            { id: 'isLarge', type: 'yes-no', label: { vi: 'Có rộng không', en: 'Is it large' } },
          ],
        },
      ],
    },
    papers: [{ id: 'plan', name: { vi: 'Sơ đồ', en: 'Plan' }, when: { field: 'isLarge', is: true } }],
    process: {
      id: 'chess-club',
      start: 'receive',
      steps: {
        receive: { kind: 'receive', hours: 2, next: 'look' },
        look: { kind: 'work', hours: 8, may: ['refuse'], next: 'sign' },
        sign: { kind: 'decide', hours: 4, back: ['look'], next: 'issue' },
        issue: { kind: 'issue', hours: 2, next: 'deliver' },
        deliver: { kind: 'deliver' },
      },
    },
    results: [
      {
        outcome: 'granted',
        notation: 'GP',
        signer: { position: 'VUA' },
        blocks: [{ paragraph: 'Cho mở {answers.name}.' }],
      },
      { outcome: 'refused', notation: 'TB', signer: { position: 'VUA' } },
    ],
    questions: [],
    ...over,
  })
