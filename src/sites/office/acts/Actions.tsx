import { Form } from 'react-router'
import { say, type Language, type Words } from '#values/words.ts'
import { Act } from '#ui/office/Button.tsx'
import { OfDossier, PlainAct, type AfterAct } from './ActPanel.tsx'
import {
  actWords,
  handOutHref,
  iconOfAct,
  isHandOut,
  isPlain,
  keyOfAct,
  returnOf,
  sortActs,
  wordsOfAct,
  type Allowed,
  type OfficeDossier,
} from './acts.ts'
import { supplementHref } from '../dossier/address.ts'
import { SendOnce } from '../../SendOnce.tsx'
import { FormToken } from '../../FormToken.tsx'

const words = {
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  opinion: { vi: 'Ghi ý kiến', en: 'Write an opinion' },
  assign: { vi: 'Phân công lại', en: 'Re-assign' },
  later: { vi: 'Nhắc lại sau', en: 'Remind me later' },
  take: { vi: 'Nhận việc', en: 'Take it' },
  mine: { vi: 'Chỉ người được phân quyền giao việc', en: 'Only who may assign work' },
} as const satisfies Record<string, Words>

interface ActionsProps {
  readonly language: Language
  readonly dossier: OfficeDossier
  readonly permissions: readonly string[]
  /** The address of this screen with a panel open: the key of an offer, `return`, `opinion`, `assign`, `later`. */
  readonly panelHref: (panel: string) => string
  /** Where the dossier opens; left out on its own page. */
  readonly openHref?: string
  /** The task as the inbox lists it; else the one here. */
  readonly taskId?: string | undefined
  readonly canRemind?: boolean
  readonly after?: AfterAct | undefined
}

/** Everything that can be done now: the next lawful step first; what cannot stays, greyed, with the reason in words. */
export function Actions({
  language,
  dossier,
  permissions,
  panelHref,
  openHref,
  taskId,
  canRemind,
  after,
}: ActionsProps) {
  const t = (one: Words) => say(one, language)
  const { primary, others, returns } = sortActs(dossier)
  const task =
    dossier.tasks.find((one) => one.id === taskId) ?? dossier.tasks.find((one) => one.isMine) ?? dossier.tasks[0]
  const canTake = task?.canTake === true && (task.holder === null || !task.isMine) && dossier.status !== 'ended'
  const back = returns.find((one) => one.refused === undefined) ?? returns[0]
  return (
    <div className="actions">
      {primary && (
        <Offer language={language} dossier={dossier} offer={primary} panelHref={panelHref} after={after} primary />
      )}
      {canTake && (
        <TakeTask
          dossier={dossier}
          after={after}
          taskId={task.id}
          text={t(words.take)}
          primary={primary === undefined && dossier.status === 'open'}
        />
      )}
      {openHref && <Act text={t(words.open)} icon="eye" cap="Enter" href={openHref} isAhead wide />}
      {dossier.canAdvise && <Act text={t(words.opinion)} icon="message-2" cap="Y" href={panelHref('opinion')} wide />}
      {task && (
        <Act
          text={t(words.assign)}
          icon="arrow-narrow-right"
          cap="C"
          {...(permissions.includes('task.reassign') ? { href: panelHref('assign') } : { refused: t(words.mine) })}
          wide
        />
      )}
      {back && (
        <Act
          text={t(actWords.return)}
          icon="arrow-back-up"
          cap="R"
          {...(back.refused ? { refused: t(back.refused) } : { href: panelHref('return') })}
          wide
        />
      )}
      {others.map((one) => (
        <Offer
          key={keyOfAct(one)}
          language={language}
          dossier={dossier}
          offer={one}
          panelHref={panelHref}
          after={after}
        />
      ))}
      {canRemind && task?.isMine && (
        <Act text={t(words.later)} icon="bell-off" cap="H" href={panelHref('later')} wide />
      )}
    </div>
  )
}

interface OfferProps extends Pick<ActionsProps, 'language' | 'dossier' | 'panelHref' | 'after'> {
  readonly offer: Allowed
  readonly primary?: boolean
}

function Offer({ language, dossier, offer, panelHref, primary, after }: OfferProps) {
  const text = say(wordsOfAct(offer, dossier), language)
  const cap = primary ? 'T' : offer === returnOf(dossier) ? 'R' : undefined
  if (offer.refused) return <Act text={text} icon={iconOfAct(offer)} refused={say(offer.refused, language)} wide />
  if (isPlain(offer))
    return <PlainAct dossier={dossier} after={after} offer={offer} text={text} primary={primary} cap={cap} />
  const href = isHandOut(offer)
    ? handOutHref(dossier.id)
    : offer.action === 'supplement'
      ? supplementHref(dossier.id, offer.step)
      : panelHref(keyOfAct(offer))
  return <Act kind={primary ? 'primary' : 'plain'} icon={iconOfAct(offer)} text={text} cap={cap} href={href} wide />
}

const TakeTask = ({
  dossier,
  after,
  taskId,
  text,
  primary,
}: {
  dossier: OfficeDossier
  after: AfterAct | undefined
  taskId: string
  text: string
  primary: boolean
}) => (
  <Form method="post">
    <FormToken />
    <SendOnce />
    <OfDossier dossier={dossier} after={after} />
    <input type="hidden" name="task" value={taskId} />
    <Act kind={primary ? 'primary' : 'plain'} icon="user-check" text={text} name="do" value="take" wide />
  </Form>
)
