import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { getReward } from '#app/advocacy/rewards/get-reward.server.ts'
import { after, ownReasons } from '#app/advocacy/rewards/reward.ts'
import { rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

type Shown = Awaited<ReturnType<typeof getReward>>

/** What may be done with a reward next, by who may. */
export function RewardMoves({ of, result }: { of: Shown; result: SubmissionResult | undefined }) {
  const t = useT()
  const busy = useBusy()
  const here = `/rewards/${of.id}`
  const may = (verb: 'approve' | 'unapprove' | 'cancel') => of.mayApprove && after(of.state, verb) !== null
  const restorable =
    of.mayApprove && after(of.state, 'restore') !== null && !ownReasons.some((one) => one === of.reason)
  const wrong = result?.error?.['']?.join(' ')
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {wrong ? <Notice tone="danger" title={wrong} /> : null}
      {may('approve') || may('unapprove') || restorable ? (
        <Form method="post">
          <ButtonRow>
            {may('approve') ? (
              <Button name="verb" value="approve" variant="primary" busy={busy}>
                {t(words.approve)}
              </Button>
            ) : null}
            {may('unapprove') ? (
              <Button name="verb" value="unapprove" busy={busy}>
                {t(words.unapprove)}
              </Button>
            ) : null}
            {restorable ? (
              <Button name="verb" value="restore" busy={busy}>
                {t(words.restore)}
              </Button>
            ) : null}
          </ButtonRow>
        </Form>
      ) : null}
      {of.mayIssue && after(of.state, 'issue') !== null ? (
        <Card title={t(words.issue)}>
          <ConfirmForm
            trigger={t(words.issue)}
            triggerVariant="primary"
            title={t(words.issueTitle)}
            body={t(words.issueText)}
            confirm={t(words.issue)}
            action={here}
            fields={{ verb: 'issue' }}
          >
            <Input name="reference" label={t(words.reference)} hint={t(words.referenceHint)} maxLength={100} />
          </ConfirmForm>
        </Card>
      ) : null}
      {may('cancel') ? (
        <Card title={t(words.cancel)}>
          <Form method="post" className="flex flex-col gap-3">
            <input type="hidden" name="verb" value="cancel" />
            <Textarea
              name="reason"
              label={t(words.reason)}
              rows={2}
              maxLength={300}
              error={result?.error?.reason?.join(' ')}
              required
            />
            <div>
              <Button busy={busy}>{t(words.cancel)}</Button>
            </div>
          </Form>
        </Card>
      ) : null}
    </div>
  )
}
