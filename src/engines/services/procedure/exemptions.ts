import { read, type Condition, type Facts } from '#values/condition.ts'
import type { Words } from '#values/words.ts'
import { finding, type Finding } from '#engines/workflow/declare.ts'
import type { Exemption, Procedure } from './procedure-shape.ts'

/** The question that every procedure with exemptions asks, the page on which it stands, and who answers that they have none. */
export const exemptionQuestion = 'feeExemption'
const exemptionPage = 'fee-exemption'
const noGround = 'none'
const proofOf = (ground: string): string => `exemption-${ground}`

/** Every ground of a procedure, once, whatever fees it is for. */
const groundsOf = ({ fees }: Pick<Procedure, 'fees'>): Exemption[] =>
  [
    ...new Map(
      fees
        .flatMap(({ exemptions = [] }) => exemptions)
        .toReversed()
        .map((one) => [one.ground, one]),
    ).values(),
  ].toReversed()

/**
 * The procedure as it is filed: where fees have exemptions its form asks for the ground, and its papers for the proof. What is
 * declared says each ground once, at the fee.
 */
export function withExemptionQuestion(procedure: Procedure): Procedure {
  const grounds = groundsOf(procedure)
  if (procedure.form === undefined || grounds.length === 0) return procedure
  const { pages } = procedure.form
  return {
    ...procedure,
    form: { ...procedure.form, pages: [...pages, pageFor(grounds, askedWhen(procedure))] },
    papers: [...procedure.papers, ...grounds.flatMap(paperFor)],
  }
}

/** The case in which a fee with exemptions is due, as far as answers tell it; undefined = it is always asked. */
function askedWhen({ fees }: Procedure): Condition | undefined {
  const cases = fees.flatMap(({ exemptions = [], when }) => (exemptions.length === 0 ? [] : [when && onAnswers(when)]))
  const known = cases.filter((one) => one !== undefined)
  if (known.length < cases.length) return undefined
  return known.length === 1 ? known[0] : { any: known }
}

/** A condition on the facts of a dossier as one on its answers; undefined where it looks at anything else. */
function onAnswers(condition: Condition): Condition | undefined {
  const prefix = 'answers.'
  const each = (parts: readonly Condition[]) => {
    const said = parts.map(onAnswers).filter((one) => one !== undefined)
    return said.length === parts.length ? said : undefined
  }
  if ('all' in condition) {
    const all = each(condition.all)
    return all && { all }
  }
  if ('any' in condition) {
    const any = each(condition.any)
    return any && { any }
  }
  if ('not' in condition) {
    const not = onAnswers(condition.not)
    return not && { not }
  }
  return condition.field.startsWith(prefix) ? { ...condition, field: condition.field.slice(prefix.length) } : undefined
}

const pageFor = (
  grounds: readonly Exemption[],
  when: Condition | undefined,
): Required<Procedure>['form']['pages'][number] => ({
  id: exemptionPage,
  ...(when !== undefined && { when }),
  title: { vi: 'Miễn, giảm phí, lệ phí', en: 'Exemption from fees' },
  hint: {
    vi: 'Nơi tiếp nhận xem giấy tờ rồi xác nhận. Trong lúc chờ chưa phải trả gì.',
    en: 'Whoever receives it looks at the proof and confirms it. Until then nothing is to be paid.',
  },
  fields: [
    {
      id: exemptionQuestion,
      type: 'choice',
      optional: true,
      label: { vi: 'Ông/bà thuộc diện nào', en: 'Which of these are you' },
      options: [
        { value: noGround, label: { vi: 'Không thuộc diện nào', en: 'None of them' } },
        ...grounds.map(({ ground, name, percent, basis }) => ({
          value: ground,
          label: name,
          hint: {
            vi: [percent === 100 ? 'Được miễn' : `Được giảm ${percent}%`, basis].filter(Boolean).join(' · '),
            en: [percent === 100 ? 'Free' : `${percent}% less`, basis].filter(Boolean).join(' · '),
          },
        })),
      ],
    },
  ],
})

const paperFor = ({ ground, proof }: Exemption): Procedure['papers'] =>
  proof === undefined
    ? []
    : [
        {
          id: proofOf(ground),
          name: proof,
          form: 'copy',
          accept: ['image', 'pdf'],
          when: { field: exemptionQuestion, is: ground },
        },
      ]

/** `được miễn (Người thuộc hộ nghèo, Luật Hộ tịch 2014, Điều 11)`. */
export function sayExemption({ name, percent, basis }: Said): Words {
  const why = (ground: string) => [ground, basis].filter(Boolean).join(', ')
  return {
    vi: `${percent === 100 ? 'được miễn' : `được giảm ${percent}%`} (${why(name.vi)})`,
    en: `${percent === 100 ? 'free' : `${percent}% less`} (${why(name.en)})`,
  }
}

interface Said {
  readonly name: Words
  readonly percent: number
  readonly basis?: string | null | undefined
}

/** An article as law is quoted: `Điều 11`. */
export const articleNamed = String.raw`[Đđ]iều\s*\d`

/** Whether the ground says which article exempts; a document alone does not. */
export const namesArticle = ({ basis }: Pick<Said, 'basis'>): boolean => new RegExp(articleNamed, 'u').test(basis ?? '')

/** A fee with who pays less of it. */
interface Exempting {
  readonly amount: number
  readonly exemptions?: readonly Exemption[] | undefined
}

/** Which exemption of a fee the answers ask for. */
export const askedExemption = ({ exemptions = [] }: Exempting, facts: Facts): Exemption | undefined => {
  const ground = read(facts, `answers.${exemptionQuestion}`)
  return exemptions.find((one) => one.ground === ground)
}

/** What is left to pay, whole đồng; a part of one is not taken. */
export const reducedAmount = (amount: number, { percent }: Pick<Exemption, 'percent'>): number =>
  Math.floor((amount * (100 - percent)) / 100)

/** What would go wrong with exemptions later: said twice, not alike at two fees, or in the way of a question of the form. */
export function checkExemptions(procedure: Procedure): Finding[] {
  const { form, fees, papers } = procedure
  const first = new Map(groundsOf(procedure).map((one) => [one.ground, one]))
  const taken = [
    ...(form?.pages.flatMap(({ id, fields }) => [id, ...fields.map((field) => field.id)]) ?? []),
    ...papers.map(({ id }) => id),
  ]
  return fees.flatMap(({ exemptions = [] }, fee) =>
    exemptions.flatMap((one, at) => {
      const path = `fees.${fee}.exemptions.${at}`
      const known = first.get(one.ground)
      return [
        ...(exemptions.findIndex(({ ground }) => ground === one.ground) < at
          ? [finding(`${path}.ground`, 'khoản này đã có diện ấy; bỏ bớt một dòng', 'this fee has that ground already')]
          : []),
        ...(known !== undefined && said(known) !== said(one)
          ? [
              finding(
                `${path}.name`,
                'diện này đã ghi ở khoản thu khác với tên hoặc giấy tờ khác; ghi cho giống, hoặc đặt mã khác',
                'another fee says this ground with another name or proof; say the same, or give it another key',
              ),
            ]
          : []),
        ...[exemptionQuestion, exemptionPage, proofOf(one.ground)]
          .filter((id) => taken.includes(id))
          .map((id) =>
            finding(
              `${path}.ground`,
              `biểu mẫu đã có "${id}", tên này dành cho câu hỏi miễn, giảm; đổi tên trong biểu mẫu`,
              `the form has "${id}", which exemptions need; call it otherwise there`,
            ),
          ),
      ]
    }),
  )
}

const said = ({ name, proof }: Exemption): string => JSON.stringify([name.vi, proof?.vi])
