import type { SubmissionResult } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Plus, Trash2 } from 'lucide-react'
import { FormErrors } from '#app/access/components/form-errors.tsx'
import { WeekHours } from '#app/access/components/week-hours.tsx'
import { getOrganisation } from '#app/access/get-organisation.server.ts'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { settingsWords } from '#app/access/settings-words.ts'
import { listAccountValues } from '#app/accounts/list-account-values.server.ts'
import { PaceFields } from '#app/delivery/components/pace-fields.tsx'
import { contactRulesForm, rulesOfForm, tierForm, tierPaceForm } from '#app/delivery/contact-rules.ts'
import { contactRulesWords as words } from '#app/delivery/contact-rules-words.ts'
import { editContactRules, setTierPace } from '#app/delivery/edit-contact-rules.server.ts'
import { getContactRules } from '#app/delivery/get-contact-rules.server.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { listPrograms } from '#app/surveys/list-programs.server.ts'
import { Button, ButtonRow, useBusy } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input } from '#app/ui/field.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'settings.edit', title: words.title }

const here = '/settings/contact-rules'

export async function loader({ context: { ctx } }: LoaderFunctionArgs) {
  const { rules, saved } = await getContactRules(ctx)
  const programs = await listPrograms(ctx)
  return {
    rules,
    saved,
    zone: (await getOrganisation(ctx)).zone,
    tiers: (await listAccountValues(ctx)).tiers.filter((tier) => !Object.hasOwn(rules.tiers, tier)),
    outside: programs.filter((program) => program.outsideRules).map(({ id, name }) => ({ id, name })),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const data = await formOf(request)
  const { ctx } = context
  const t = translator(context.locale)
  const intent = String(data.get('intent'))
  if (intent === 'save') {
    const form = parseForm(data, contactRulesForm, context.locale)
    if (form.status !== 'success') return badForm(form)
    return orRefused(form, context, async () => {
      const changed = await editContactRules(ctx, rulesOfForm(form.value))
      return saidRedirect(here, { text: t(changed ? settingsWords.saved : words.unchanged) }, context)
    })
  }
  if (intent === 'add') {
    const form = parseForm(data, tierForm, context.locale)
    if (form.status !== 'success') return badForm(form)
    const { tier } = form.value
    const { rules } = await getContactRules(ctx)
    if (Object.hasOwn(rules.tiers, tier)) return saidRedirect(here, { text: t(words.tierTaken), tone: 'warn' }, context)
    await setTierPace(ctx, tier, rules.all)
    return saidRedirect(here, { text: t(words.added, { tier }) }, context)
  }
  if (intent === 'put') {
    const form = parseForm(data, tierPaceForm, context.locale)
    if (form.status !== 'success') throw new Refusal(400, 'bad_request')
    const { tier, ...pace } = form.value
    await setTierPace(ctx, tier, pace)
    return saidRedirect(here, { text: t(words.added, { tier }) }, context)
  }
  if (intent === 'remove') {
    const form = parseForm(data, tierForm, context.locale)
    if (form.status !== 'success') throw new Refusal(400, 'bad_request')
    const { tier } = form.value
    const before = await setTierPace(ctx, tier, null)
    const fields = before && {
      intent: 'put',
      tier,
      betweenDays: String(before.betweenDays),
      accountPeople: before.accountPeople === null ? '' : String(before.accountPeople),
      accountDays: String(before.accountDays),
    }
    const undo = fields ? { action: here, fields, label: t(uiWords.undo) } : undefined
    return saidRedirect(here, { text: t(words.removed, { tier }), ...(undo && { undo }) }, context)
  }
  throw new Refusal(400, 'bad_request')
}

export default function ContactRulesPage() {
  const { rules, saved, zone, tiers, outside } = useLoaderData<typeof loader>()
  const sent = useActionData<{ result: SubmissionResult }>()
  const t = useT()
  const format = useFormat()
  const busy = useBusy()
  const errors = (sent?.result.error ?? {}) as Record<string, string[]>
  const own = Object.entries(rules.tiers).sort(([a], [b]) => a.localeCompare(b))
  return (
    <Page
      title={t(words.title)}
      lead={t(words.lead)}
      crumbs={[{ label: t(settingsWords.title), to: '/settings' }]}
      narrow
    >
      <Form method="post" className="flex flex-col gap-4">
        <FormErrors errors={errors['']} />
        <Card title={t(words.how)}>
          <PaceFields at={0} tier={null} pace={rules.all} errors={errors} />
          {own.map(([tier, pace], i) => (
            <div key={tier} className="flex items-end gap-2 border-t border-line pt-3">
              <div className="min-w-0 grow">
                <PaceFields at={i + 1} tier={tier} pace={pace} errors={errors} />
              </div>
              <Button form={`remove-${i}`} icon={Trash2} aria-label={t(words.removeTier, { tier })} />
            </div>
          ))}
        </Card>
        <Card title={t(words.when)}>
          <p className="text-xs text-muted">{t(words.whenHint, { zone })}</p>
          <WeekHours week={rules.hours} errors={errors} />
          <Checkbox name="holidays" label={t(words.holidays)} defaultChecked={rules.holidays} />
          <Link to="/settings/calendar" className="self-start text-sm text-accent underline">
            {t(words.calendar)}
          </Link>
        </Card>
        <ButtonRow>
          <Button variant="primary" name="intent" value="save" busy={busy}>
            {t(uiWords.save)}
          </Button>
          <span className="text-xs text-muted">
            {saved ? t(words.setBy, { name: saved.by ?? 'Koe', when: format.date(saved.at) }) : t(words.never)}
          </span>
        </ButtonRow>
      </Form>
      {own.map(([tier], i) => (
        <Form key={tier} id={`remove-${i}`} method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="tier" value={tier} />
        </Form>
      ))}
      <Card title={t(words.addTier)}>
        <Form method="post" className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="intent" value="add" />
          <Input
            label={t(words.tier)}
            name="tier"
            list="tiers"
            maxLength={80}
            error={errors.tier?.join(' ')}
            required
          />
          <datalist id="tiers">
            {tiers.map((tier) => (
              <option key={tier} value={tier} />
            ))}
          </datalist>
          <Button icon={Plus}>{t(words.add)}</Button>
        </Form>
      </Card>
      <Card title={t(words.programs)}>
        {outside.length === 0 ? (
          <p className="text-muted">{t(words.programsNone)}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {outside.map(({ id, name }) => (
              <li key={id}>
                <Link to={`/programs/${id}`} className="text-accent hover:underline">
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Page>
  )
}
