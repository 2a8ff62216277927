import { AlarmClock, Hand, Hourglass, RotateCcw, Wrench, type LucideIcon } from 'lucide-react'
import { CaseForm, toldTo, type FormOf } from '#app/cases/components/case-form.tsx'
import { RecoveryEnd } from '#app/cases/components/case-recovery.tsx'
import type { ShownCase } from '#app/cases/get-case.server.ts'
import { manyWords, spanWords } from '#app/cases/many-words.ts'
import { snoozeSpans } from '#app/cases/snoozing/snooze.ts'
import { taskWords } from '#app/cases/playbooks/words.ts'
import type { CaseVerb } from '#app/cases/transitions.ts'
import { recoveryWords } from '#app/cases/recovery/words.ts'
import { actionWords, caseWords, causeWords } from '#app/cases/words.ts'
import type { Word } from '#app/platform/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/cases/components/disclosure.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { actions, causes } from '#db/enums/cases.ts'

const plain: { verb: CaseVerb; word: Word; icon: LucideIcon; keys: string }[] = [
  { verb: 'claim', word: caseWords.claim, icon: Hand, keys: 'c' },
  { verb: 'work', word: caseWords.work, icon: Wrench, keys: 'w' },
  { verb: 'wait', word: caseWords.wait, icon: Hourglass, keys: 'h' },
  { verb: 'reopen', word: caseWords.reopen, icon: RotateCcw, keys: 'o' },
  { verb: 'wake', word: manyWords.back, icon: AlarmClock, keys: 'z' },
]

/** Everything that this reader may do with the case as it stands; nothing else is shown. */
export function CaseVerbs({
  verbs,
  owners,
  ownerId,
  open,
  recovery,
  ...of
}: FormOf & { verbs: CaseVerb[]; ownerId: string; open: number } & Pick<ShownCase, 'owners' | 'recovery'>) {
  const t = useT()
  const busy = useBusy(`/cases/${of.caseId}`)
  const may = (verb: CaseVerb) => verbs.includes(verb)
  const offered = plain.filter(({ verb }) => may(verb))
  if (verbs.every((verb) => verb === 'note')) return null
  return (
    <Card title={t(caseWords.whatNow)}>
      {may('contact') && !may('resolve') && !may('close') ? (
        <p className="text-xs text-muted">{t(caseWords.firstContact)}</p>
      ) : null}
      {may('resolve') ? <ResolveForm {...of} open={open} /> : null}
      {recovery ? <RecoveryEnd of={recovery} /> : null}
      {may('close') ? <CloseForm {...of} /> : null}
      {offered.length > 0 ? (
        <div className="flex flex-wrap gap-2">
          {offered.map(({ verb, word, icon, keys }) => (
            <CaseForm key={verb} of={of} intent={verb}>
              <Button
                icon={icon}
                variant={verb === 'claim' ? 'primary' : 'secondary'}
                busy={busy}
                data-keys={keys}
                aria-keyshortcuts={keys}
              >
                {t(word)}
              </Button>
            </CaseForm>
          ))}
        </div>
      ) : null}
      {may('snooze') ? <SnoozeForm {...of} /> : null}
      {may('assign') ? <AssignForm {...of} owners={owners} ownerId={ownerId} /> : null}
      {may('dismiss') ? <DismissForm {...of} /> : null}
    </Card>
  )
}

/** `open`: steps of the checklist that nobody has done; that they are left is said by hand. */
function ResolveForm({ open, ...of }: FormOf & { open: number }) {
  const t = useT()
  const field = toldTo(of.told, 'resolve')
  return (
    <Disclosure summary={t(caseWords.resolve)} open={of.told?.intent === 'resolve'} strong keys="r">
      <CaseForm of={of} intent="resolve">
        <Select
          label={t(caseWords.cause)}
          {...field('cause')}
          required
          empty={t(caseWords.choose)}
          options={causes.map((value) => ({ value, label: t(causeWords[value]) }))}
        />
        <Select
          label={t(caseWords.action)}
          {...field('action')}
          required
          empty={t(caseWords.choose)}
          options={actions.map((value) => ({ value, label: t(actionWords[value]) }))}
        />
        {open > 0 ? (
          <Checkbox
            label={t(taskWords.leavingOpen, { n: open })}
            name="leavingOpen"
            value={open}
            error={field('leavingOpen').error}
            required
          />
        ) : null}
        <Textarea label={t(caseWords.outcome)} {...field('text')} rows={2} />
        <Button variant="primary" busy={useBusy(`/cases/${of.caseId}`)}>
          {t(caseWords.resolve)}
        </Button>
      </CaseForm>
    </Disclosure>
  )
}

function CloseForm(of: FormOf) {
  const t = useT()
  return (
    <CaseForm of={of} intent="close">
      <input type="hidden" name="kind" value="by_hand" />
      <p className="text-xs text-muted">{t(recoveryWords.closeHint)}</p>
      <Button data-keys="x" aria-keyshortcuts="x" busy={useBusy(`/cases/${of.caseId}`)}>
        {t(caseWords.close)}
      </Button>
    </CaseForm>
  )
}

function AssignForm({ owners, ownerId, ...of }: FormOf & { owners: ShownCase['owners']; ownerId: string }) {
  const t = useT()
  const field = toldTo(of.told, 'assign')
  const busy = useBusy(`/cases/${of.caseId}`)
  const others = owners.filter((owner) => owner.id !== ownerId)
  if (others.length === 0) return null
  return (
    <Disclosure summary={t(caseWords.assignTo)} open={of.told?.intent === 'assign'} keys="a">
      <CaseForm of={of} intent="assign">
        <Select
          label={t(caseWords.owner)}
          {...field('ownerId')}
          required
          empty={t(caseWords.choose)}
          options={others.map((owner) => ({ value: owner.id, label: owner.name }))}
        />
        <Button busy={busy}>{t(caseWords.assign)}</Button>
      </CaseForm>
    </Disclosure>
  )
}

function SnoozeForm(of: FormOf) {
  const t = useT()
  const field = toldTo(of.told, 'snooze')
  return (
    <Disclosure summary={t(manyWords.putOff)} open={of.told?.intent === 'snooze'} keys="z">
      <CaseForm of={of} intent="snooze">
        <Select
          label={t(manyWords.until)}
          hint={t(manyWords.putOffHint)}
          {...field('span')}
          options={snoozeSpans.map((value) => ({ value, label: t(spanWords[value]) }))}
        />
        <Button busy={useBusy(`/cases/${of.caseId}`)}>{t(manyWords.putOff)}</Button>
      </CaseForm>
    </Disclosure>
  )
}

function DismissForm(of: FormOf) {
  const t = useT()
  const field = toldTo(of.told, 'dismiss')
  return (
    <Disclosure summary={t(caseWords.dismissTitle)} open={of.told?.intent === 'dismiss'} keys="d">
      <CaseForm of={of} intent="dismiss">
        <Textarea label={t(caseWords.reason)} hint={t(caseWords.dismissHint)} {...field('text')} rows={2} required />
        <Button busy={useBusy(`/cases/${of.caseId}`)}>{t(caseWords.dismiss)}</Button>
      </CaseForm>
    </Disclosure>
  )
}
