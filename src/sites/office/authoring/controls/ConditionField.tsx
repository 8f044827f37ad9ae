import {
  conditionPress,
  conditionTree,
  emptyRow,
  isGroup,
  joins,
  type ConditionGroup,
  type ConditionNode,
  type Control,
} from '#engines/services/contract.ts'
import type { Words } from '#values/words.ts'
import { Act, IconButton } from '#ui/office/Button.tsx'
import { SelectField } from '#ui/office/Fields.tsx'
import { useSay } from '../../use-office.ts'
import { ConditionLine } from './ConditionLine.tsx'
import type { ControlGiven } from './ControlField.tsx'

const words = {
  join: { vi: 'Các dòng dưới đây', en: 'Of these lines' },
  groupOf: { vi: 'Nhóm {number}', en: 'Group {number}' },
  addGroup: { vi: 'Thêm nhóm con', en: 'Add a group' },
  addInto: { vi: 'Thêm nhóm con vào nhóm {number}', en: 'Add a group to group {number}' },
  nest: { vi: 'Đưa dòng {number} vào nhóm con', en: 'Put line {number} into a group' },
  drop: { vi: 'Bỏ dòng {number}', en: 'Take line {number} away' },
  dropGroup: { vi: 'Bỏ nhóm {number}', en: 'Take group {number} away' },
} as const satisfies Record<string, Words>

/** When something holds: lines and groups within groups; in each one empty line waits for more. */
export function ConditionField({
  control,
  said,
  error,
  ...given
}: ControlGiven & { control: Control & { as: 'condition' } }) {
  const t = useSay()
  return (
    <fieldset className="edit-condition">
      <legend>{t(control.label)}</legend>
      <ConditionTree {...given} name={control.path} tree={conditionTree(said)} on={control.on} />
      {error !== undefined && <p className="field-error">{error}</p>}
    </fieldset>
  )
}

interface TreeGiven extends Pick<ControlGiven, 'declaration' | 'element'> {
  /** Of the group on the screen: `when`, `when.1`. */
  readonly name: string
  readonly tree: ConditionGroup
  readonly on: 'answers' | 'dossier'
}

/** A condition that is drawn anew whenever a line or group came or went: what a browser holds of the ones before is of another place. */
export const ConditionTree = (given: TreeGiven) => <Group key={shapeOf(given.tree)} {...given} />

const shapeOf = (node: ConditionNode): string =>
  isGroup(node) ? `${node.join}(${node.parts.map(shapeOf).join()})` : node.field

function Group({ name, tree, number = '', ...given }: TreeGiven & { readonly number?: string }) {
  const t = useSay()
  const parts = [...tree.parts, emptyRow]
  const numberOf = (at: number) => (number === '' ? `${at + 1}` : `${number}.${at + 1}`)
  const isRoot = number === ''
  return (
    <>
      {isRoot && tree.parts.length < 2 && tree.join === 'all' ? (
        <input type="hidden" name={`${name}.join`} value="all" />
      ) : (
        <SelectField
          name={`${name}.join`}
          label={isRoot ? t(words.join) : t(words.groupOf, { number })}
          value={tree.join}
          options={joins.map(({ value, text }) => ({ value, text: t(text) }))}
        />
      )}
      {parts.map((part, at) => {
        const own = `${name}.${at}`
        const isLast = at === parts.length - 1
        return isGroup(part) ? (
          <div key={at} className="edit-group" role="group" aria-label={t(words.groupOf, { number: numberOf(at) })}>
            <Group {...given} name={own} tree={part} number={numberOf(at)} />
            <Act
              kind="link"
              icon="trash"
              text={t(words.dropGroup, { number: numberOf(at) })}
              name="do"
              value={conditionPress('drop', own)}
            />
          </div>
        ) : (
          <div key={at} className="edit-line">
            <ConditionLine {...given} name={own} row={part} />
            {!isLast && (
              <div className="edit-tools">
                <IconButton
                  icon="arrow-fork"
                  label={t(words.nest, { number: numberOf(at) })}
                  name="do"
                  value={conditionPress('nest', own)}
                />
                <IconButton
                  icon="trash"
                  label={t(words.drop, { number: numberOf(at) })}
                  name="do"
                  value={conditionPress('drop', own)}
                />
              </div>
            )}
          </div>
        )
      })}
      {tree.parts.length > 0 && (
        <Act
          kind="link"
          icon="plus"
          text={isRoot ? t(words.addGroup) : t(words.addInto, { number })}
          name="do"
          value={conditionPress('group', name)}
        />
      )}
    </>
  )
}
