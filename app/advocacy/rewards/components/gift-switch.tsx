import type { GiftBar } from '#app/advocacy/rewards/bars.server.ts'
import { barReasonWords, giftWords as words } from '#app/advocacy/rewards/words.ts'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Button } from '#app/ui/button.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/card.tsx'
import { Form } from '@remix-run/react'
import { barReasons } from '#db/enums/advocacy-rewards.ts'

/** Whether somebody, or everybody at an account, may accept gifts, and the switch of it. */
export function GiftSwitch({ party, bar, mayBar }: { party: string; bar: GiftBar | null; mayBar: boolean }) {
  const t = useT()
  const account = party.startsWith('acc:')
  if (bar)
    return (
      <div className="flex flex-col items-start gap-2">
        <BarNotice of={bar} />
        {mayBar ? (
          <ConfirmForm
            trigger={t(words.lift)}
            triggerSize="sm"
            title={t(words.liftTitle)}
            body={t(words.liftText)}
            confirm={t(words.lift)}
            action="/rewards/gifts"
            fields={{ party, verb: 'lift' }}
          />
        ) : null}
      </div>
    )
  return (
    <div className="flex flex-col gap-2">
      <p className="text-muted">{t(words.allowed)}</p>
      {mayBar ? (
        <details>
          <summary className="inline-flex min-h-7 cursor-pointer items-center rounded border border-control bg-surface px-2 text-xs font-medium">
            {t(account ? words.barAccount : words.bar)}
          </summary>
          <Form method="post" action="/rewards/gifts" className="mt-2 flex flex-col gap-3">
            <input type="hidden" name="party" value={party} />
            <input type="hidden" name="verb" value="bar" />
            <Select
              name="reason"
              label={t(words.why)}
              options={barReasons.map((value) => ({ value, label: t(barReasonWords[value]) }))}
            />
            <Input name="note" label={t(words.note)} maxLength={300} />
            <div>
              <Button size="sm">{t(account ? words.barAccount : words.bar)}</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </div>
  )
}

/** That somebody may not accept gifts: why, who said so, and when. */
export function BarNotice({ of }: { of: GiftBar }) {
  const t = useT()
  return (
    <Notice tone="warning" title={t(of.party.startsWith('acc:') ? words.barredAccount : words.barredPerson)}>
      <p className="break-words">
        {t(barReasonWords[of.reason])}
        {of.note ? ` · ${of.note}` : null}
      </p>
      <p className="text-xs">
        {of.by ?? '–'} · <Time at={of.at} />
      </p>
    </Notice>
  )
}
