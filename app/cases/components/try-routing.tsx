import { Form } from '@remix-run/react'
import { AccountPicker } from '#app/accounts/components/account-picker.tsx'
import type { routingChoices } from '#app/cases/routing/get-routing.server.ts'
import { sayWhy } from '#app/cases/routing/say-rule.ts'
import type { Tried, trySchema } from '#app/cases/routing/try-routing.server.ts'
import { conditionWords, routingWords as words } from '#app/cases/routing/words.ts'
import { caseWords, severityWords } from '#app/cases/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card, Notice } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Select } from '#app/ui/field.tsx'
import { languageOptions } from '#app/ui/language-names.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { severities } from '#db/enums/surveys.ts'
import type { z } from 'zod'

/** Asks the rules about a case that isn't there. */
export function TryRouting({
  choices,
  asked,
  tried,
}: {
  choices: Awaited<ReturnType<typeof routingChoices>>
  asked: z.output<typeof trySchema>
  tried: Tried | null
}) {
  const t = useT()
  const locale = useLocale()
  const plain = (list: string[]) => list.map((value) => ({ value, label: value }))
  const select = (name: 'tier' | 'region' | 'industry' | 'language' | 'topic' | 'severity', label: string, options: { value: string; label: string }[]) => (
    <Select name={name} label={label} empty={t(uiWords.any)} options={options} defaultValue={asked[name] ?? ''} />
  ) // prettier-ignore
  return (
    <Card title={t(words.tryOut)}>
      <p className="max-w-prose text-muted">{t(words.tryHint)}</p>
      <Form method="get" preventScrollReset className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <AccountPicker name="account" label={t(caseWords.account)} defaultValue={asked.account} maxLength={200} />
          {select('tier', t(conditionWords.tiers), plain(choices.tiers))}
          {select('region', t(conditionWords.regions), plain(choices.regions))}
          {select('industry', t(conditionWords.industries), plain(choices.industries))}
          {select('language', t(conditionWords.languages), languageOptions(t))}
          {select(
            'topic',
            t(conditionWords.topicIds),
            choices.topics.map(({ id, name }) => ({ value: id, label: name[locale] })),
          )}
          {select(
            'severity',
            t(conditionWords.severities),
            severities.map((value) => ({ value, label: t(severityWords[value]) })),
          )}
        </div>
        <Checkbox name="aboutOwner" label={t(words.aboutOwner)} defaultChecked={asked.aboutOwner === 'on'} />
        <div>
          <Button name="try" value="1">
            {t(words.tryIt)}
          </Button>
        </div>
      </Form>
      {tried ? <TriedNotice tried={tried} /> : null}
    </Card>
  )
}

function TriedNotice({ tried }: { tried: Tried }) {
  const t = useT()
  const spoken = { t, locale: useLocale(), format: useFormat() }
  if (tried.owner === null || tried.why === null) return <Notice tone="warning">{t(words.nobodyCould)}</Notice>
  return (
    <Notice title={t(words.wouldGet, { name: tried.owner })}>
      <p>{sayWhy(tried.why, spoken)}</p>
      {tried.unknownAccount ? <p>{t(words.unknownAccount)}</p> : null}
    </Notice>
  )
}
