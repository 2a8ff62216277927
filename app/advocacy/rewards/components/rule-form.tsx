import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { mostPoints, typedOf } from '#app/advocacy/rewards/rule.ts'
import { rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Checkbox, RadioGroup } from '#app/ui/choice.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { RewardTerms } from '#db/enums/advocacy-rewards.ts'

/** What an act earns. The fields of a gift that is not chosen are passed over, so the form needs no script. */
export function RuleForm({
  number,
  terms,
  lists,
  result,
}: {
  number: number
  terms: RewardTerms
  lists: { id: string; name: string }[]
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const stored = typedOf(terms)
  const again = result?.initialValue
  const typed = (name: keyof typeof stored) => (again ? String(again[name] ?? '') : String(stored[name]))
  const ticked = (name: 'on' | 'pointsAnyway') => (again ? again[name] === 'on' : stored[name])
  const wrong = (name: string) => result?.error?.[name]?.join(' ')
  const above = wrong('')
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="base" value={number} />
      {above ? <Notice tone="danger" title={above} /> : null}
      <Card>
        <Checkbox name="on" label={t(words.on)} defaultChecked={ticked('on')} />
        <Input
          name="points"
          label={t(words.points)}
          type="number"
          min={0}
          max={mostPoints}
          defaultValue={typed('points')}
          error={wrong('points')}
          className="max-w-40"
          required
        />
        <Checkbox
          name="pointsAnyway"
          label={t(words.pointsAnyway)}
          hint={t(words.pointsAnywayHint)}
          defaultChecked={ticked('pointsAnyway')}
        />
      </Card>
      <Card title={t(words.gift)} className="gap-4">
        <RadioGroup
          name="gift"
          label={t(words.gift)}
          hideLabel
          inline
          defaultValue={typed('gift')}
          options={[
            { value: 'none', label: t(words.giftNone) },
            { value: 'amount', label: t(words.giftAmount) },
            { value: 'code', label: t(words.giftCode) },
            { value: 'thing', label: t(words.giftThing) },
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Input
            name="amount"
            label={t(words.amount)}
            hint={t(words.amountHint)}
            maxLength={60}
            defaultValue={typed('amount')}
            error={wrong('amount')}
          />
          <Input
            name="currency"
            label={t(words.currency)}
            hint={t(words.currencyHint)}
            maxLength={10}
            defaultValue={typed('currency')}
            error={wrong('currency')}
          />
          <Select
            name="listId"
            label={t(words.giftCode)}
            empty={t(words.chooseList)}
            defaultValue={typed('listId')}
            options={lists.map(({ id, name }) => ({ value: id, label: name }))}
            error={wrong('listId')}
            className="sm:col-span-2"
          />
          <Input
            name="thingEn"
            label={t(words.thingEn)}
            maxLength={200}
            defaultValue={typed('thingEn')}
            error={wrong('thingEn')}
          />
          <Input
            name="thingJa"
            label={t(words.thingJa)}
            lang="ja"
            maxLength={200}
            defaultValue={typed('thingJa')}
            error={wrong('thingJa')}
          />
        </div>
      </Card>
      <ButtonRow>
        <Button variant="primary" busy={useBusy()}>
          {t(words.save)}
        </Button>
      </ButtonRow>
    </Form>
  )
}
