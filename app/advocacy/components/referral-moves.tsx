import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { allowed, type ReferralVerb } from '#app/advocacy/referrals/referral.ts'
import { referralVerbWords, referralWords as words } from '#app/advocacy/referrals/words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { ReferralState } from '#db/enums/advocacy-referrals.ts'

const plain: ReferralVerb[] = ['accept', 'qualify', 'reopen']

/** What may be done next. A win asks what it is worth, an end without one asks why. */
export function ReferralMoves({ state, result }: { state: ReferralState; result: SubmissionResult | undefined }) {
  const t = useT()
  const verbs = allowed(state)
  const ends = verbs.filter((verb) => verb === 'lose' || verb === 'reject')
  return (
    <>
      {verbs.some((verb) => plain.includes(verb)) ? (
        <Form method="post">
          <ButtonRow>
            {verbs
              .filter((verb) => plain.includes(verb))
              .map((verb) => (
                <Button key={verb} name="verb" value={verb} variant={verb === 'reopen' ? 'secondary' : 'primary'}>
                  {t(referralVerbWords[verb])}
                </Button>
              ))}
          </ButtonRow>
        </Form>
      ) : null}
      {verbs.includes('win') ? <Win result={result} /> : null}
      {ends.length ? <End verbs={ends} result={result} /> : null}
    </>
  )
}

const typed = (result: SubmissionResult | undefined, name: string) => {
  const value = result?.initialValue?.[name]
  return typeof value === 'string' ? value : undefined
}
const wrong = (result: SubmissionResult | undefined, name: string) => result?.error?.[name]?.join(' ')

function Win({ result }: { result: SubmissionResult | undefined }) {
  const t = useT()
  return (
    <Card title={t(referralVerbWords.win)}>
      <Form method="post" className="flex flex-col gap-3">
        <input type="hidden" name="verb" value="win" />
        <Input
          name="amount"
          label={t(words.amount)}
          hint={t(words.amountHint)}
          inputMode="text"
          maxLength={60}
          defaultValue={typed(result, 'amount')}
          error={wrong(result, 'amount')}
          required
        />
        <Input
          name="currency"
          label={t(words.currency)}
          hint={t(words.currencyHint)}
          maxLength={10}
          defaultValue={typed(result, 'currency')}
          error={wrong(result, 'currency')}
        />
        <ButtonRow>
          <Button variant="primary" busy={useBusy()}>
            {t(referralVerbWords.win)}
          </Button>
        </ButtonRow>
      </Form>
    </Card>
  )
}

function End({ verbs, result }: { verbs: ReferralVerb[]; result: SubmissionResult | undefined }) {
  const t = useT()
  return (
    <Card title={verbs.map((verb) => t(referralVerbWords[verb])).join(' · ')}>
      <Form method="post" className="flex flex-col gap-3">
        <Textarea
          name="reason"
          label={t(words.reason)}
          rows={2}
          maxLength={500}
          defaultValue={typed(result, 'reason')}
          error={wrong(result, 'reason')}
          required
        />
        <ButtonRow>
          {verbs.map((verb) => (
            <Button key={verb} name="verb" value={verb}>
              {t(referralVerbWords[verb])}
            </Button>
          ))}
        </ButtonRow>
      </Form>
    </Card>
  )
}
