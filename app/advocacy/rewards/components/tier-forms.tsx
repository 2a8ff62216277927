import type { SubmissionResult } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { thanksVariables } from '#app/advocacy/rewards/tiers.ts'
import { rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useLocale, useT } from '#app/ui/locale.tsx'
import type { ThanksMail, Tier } from '#db/enums/advocacy-rewards.ts'

const wrongOf = (result: SubmissionResult | undefined) => (name: string) => result?.error?.[name]?.join(' ')

/** The tiers, to be read. */
export function TiersReading({ tiers }: { tiers: Tier[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Card>
      <Facts
        items={tiers.map((tier) => ({
          name: `${tier.name[locale]} · ${t(words.nPoints, { n: tier.from })}`,
          value: tier.benefits[locale],
        }))}
      />
    </Card>
  )
}

/** The tiers, to be changed: all in one form. */
export function TiersForm({ tiers, result }: { tiers: Tier[]; result: SubmissionResult | undefined }) {
  const t = useT()
  const wrong = wrongOf(result)
  const above = wrong('')
  const typed = (at: number, name: string, stored: string) => {
    const given: unknown = (result?.initialValue?.tiers as Record<string, unknown>[] | undefined)?.[at]?.[name]
    return typeof given === 'string' ? given : stored
  }
  return (
    <Form method="post" className="flex flex-col gap-4">
      {above ? <Notice tone="danger" title={above} /> : null}
      <div className="grid gap-4 lg:grid-cols-3">
        {tiers.map((tier, i) => {
          const name = (part: string) => `tiers[${i}].${part}`
          const field = (part: string, label: string, stored: string, most: number) => ({
            name: name(part),
            label,
            defaultValue: typed(i, part, stored),
            error: wrong(name(part)),
            maxLength: most,
            required: true,
          })
          return (
            <Card key={tier.key} title={<TierTitle of={tier} />}>
              <input type="hidden" name={name('key')} value={tier.key} />
              <Input
                {...field('from', t(words.from), String(tier.from), 7)}
                type="number"
                min={1}
                max={1_000_000}
                className="max-w-40"
              />
              <Input {...field('nameEn', t(words.nameEn), tier.name.en, 40)} lang="en" />
              <Input {...field('nameJa', t(words.nameJa), tier.name.ja, 40)} lang="ja" />
              <Textarea {...field('benefitsEn', t(words.benefitsEn), tier.benefits.en, 500)} rows={3} lang="en" />
              <Textarea {...field('benefitsJa', t(words.benefitsJa), tier.benefits.ja, 500)} rows={3} lang="ja" />
            </Card>
          )
        })}
      </div>
      <div>
        <Button busy={useBusy()}>{t(words.save)}</Button>
      </div>
    </Form>
  )
}

function TierTitle({ of }: { of: Tier }) {
  const locale = useLocale()
  return <>{of.name[locale]}</>
}

/** A mail of thanks in both languages, and its switch. */
export function ThanksForm({
  which,
  mail,
  result,
}: {
  which: 'reached' | 'anniversary'
  mail: ThanksMail
  result: SubmissionResult | undefined
}) {
  const t = useT()
  const wrong = wrongOf(result)
  const title = t(which === 'reached' ? words.thanksReached : words.thanksAnniversary)
  const variables = thanksVariables.filter((one) => one !== (which === 'reached' ? 'years' : 'tier'))
  const { en, ja } = mail.wording
  const field = (name: string, label: string, stored: string, most: number) => {
    const given = result?.initialValue?.[name]
    return { name, label, defaultValue: typeof given === 'string' ? given : stored, error: wrong(name), maxLength: most, required: true } // prettier-ignore
  }
  return (
    <Card
      title={title}
      actions={<Badge tone={mail.on ? 'success' : 'neutral'}>{t(mail.on ? words.isOn : words.isOff)}</Badge>}
    >
      <Form method="post" className="flex flex-col gap-3">
        <input type="hidden" name="which" value={which} />
        <p className="text-xs text-muted">
          {t(words.thanksHint, { variables: variables.map((one) => `{${one}}`).join(' ') })}
        </p>
        <Checkbox name="on" label={t(words.on)} defaultChecked={mail.on} />
        <div className="grid gap-3 md:grid-cols-2">
          <Input {...field('subjectEn', t(words.subjectEn), en.subject, 200)} lang="en" />
          <Input {...field('subjectJa', t(words.subjectJa), ja.subject, 200)} lang="ja" />
          <Textarea {...field('bodyEn', t(words.bodyEn), en.body, 3_000)} rows={6} lang="en" />
          <Textarea {...field('bodyJa', t(words.bodyJa), ja.body, 3_000)} rows={6} lang="ja" />
        </div>
        <div>
          <Button busy={useBusy()} aria-label={`${t(words.save)}: ${title}`}>
            {t(words.save)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
