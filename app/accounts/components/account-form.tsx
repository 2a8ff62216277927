import { getFormProps, useForm, type SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { AccountPicker } from '#app/accounts/components/account-picker.tsx'
import { fieldWords } from '#app/accounts/field-words.ts'
import { healthWords } from '#app/accounts/health-words.ts'
import { accountWords as words } from '#app/accounts/page-words.ts'
import { Button, ButtonRow, LinkButton, useBusy } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input, Select, type Option } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

export interface AccountValues {
  name: string
  externalId: string
  domain: string
  industry: string
  region: string
  zone: string
  plan: string
  tier: string
  stage: string
  products: string
  arr: string
  currency: string
  startedOn: string
  renewalOn: string
  health: string
  isInternal: string
  parent: string
  salesId: string
  sponsorId: string
}

/** An account by hand; `seenAt` when it is there already. */
export function AccountForm({
  values,
  seenAt,
  result,
  back,
  colleagues,
  people,
}: {
  values: Partial<AccountValues>
  seenAt?: number
  result: SubmissionResult | undefined
  back: string
  /** Who may be the second owner. */
  colleagues: Option[]
  /** Who may be the sponsor: the people of the account. */
  people: Option[]
}) {
  const t = useT()
  const busy = useBusy()
  const [form, fields] = useForm<AccountValues>({
    id: 'account',
    lastResult: result,
    defaultValue: values,
    defaultNoValidate: false,
  })
  return (
    <Form method="post" {...getFormProps(form)} className="flex flex-col gap-4">
      {seenAt === undefined ? null : <input type="hidden" name="seenAt" value={seenAt} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Input field={fields.name} label={t(words.name)} required />
        <Input field={fields.domain} label={t(fieldWords.domain)} />
        <Input field={fields.arr} label={t(fieldWords.arr)} inputMode="decimal" />
        <Input field={fields.currency} label={t(words.currency)} hint={t(words.currencyHint)} />
        <Input field={fields.renewalOn} type="date" label={t(fieldWords.renewal_on)} />
        <Input field={fields.startedOn} type="date" label={t(fieldWords.started_on)} />
        <Input field={fields.stage} label={t(fieldWords.stage)} />
        <Input field={fields.tier} label={t(fieldWords.tier)} />
        <Input field={fields.region} label={t(fieldWords.region)} />
        <Input field={fields.zone} label={t(fieldWords.zone)} placeholder="Asia/Tokyo" />
        <Input field={fields.industry} label={t(fieldWords.industry)} />
        <Input field={fields.plan} label={t(fieldWords.plan)} />
        <Input field={fields.products} label={t(fieldWords.products)} hint={t(words.productsHint)} />
        <Select
          field={fields.health}
          label={t(words.health)}
          options={Object.entries(healthWords).map(([value, word]) => ({ value, label: t(word) }))}
        />
        <AccountPicker field={fields.parent} label={t(words.parent)} hint={t(words.parentHint)} />
        <Select field={fields.salesId} label={t(words.salesOwner)} empty={t(words.nobody)} options={colleagues} />
        {people.length ? (
          <Select field={fields.sponsorId} label={t(words.sponsor)} empty={t(words.nobody)} options={people} />
        ) : null}
        <Input field={fields.externalId} label={t(fieldWords.account_external_id)} />
      </div>
      <Checkbox field={fields.isInternal} label={t(words.internal)} />
      <ButtonRow>
        <Button variant="primary" busy={busy}>
          {t(uiWords.save)}
        </Button>
        <LinkButton to={back} variant="quiet">
          {t(uiWords.cancel)}
        </LinkButton>
      </ButtonRow>
    </Form>
  )
}
