import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FileSignature } from 'lucide-react'
import { z } from 'zod'
import { badForm, orRefused } from '#app/access/refused-form.server.ts'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { getAccount } from '#app/accounts/get-account.server.ts'
import { accountWords } from '#app/accounts/page-words.ts'
import { askKinds as currentKinds } from '#app/advocacy/catalogue/get-ask-kind.server.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import { companyConsentForm } from '#app/advocacy/company/company-consent-form.ts'
import { companyKindsInOrder, companyText } from '#app/advocacy/company/company-texts.ts'
import { CompanyConsentRow } from '#app/advocacy/company/components/company-consent-row.tsx'
import { GiveConsent } from '#app/advocacy/company/components/give-consent.tsx'
import { mostDocumentBody } from '#app/advocacy/company/document.ts'
import { withdrawCompanyConsent } from '#app/advocacy/company/end-company-consent.server.ts'
import { giveCompanyConsent } from '#app/advocacy/company/give-company-consent.server.ts'
import { listCompanyConsents } from '#app/advocacy/company/list-company-consents.server.ts'
import { companyErrors, companyWords as words } from '#app/advocacy/company/words.ts'
import { can } from '#app/audit/can.ts'
import { authorise } from '#app/audit/context.server.ts'
import { dayOf } from '#app/platform/calendar.ts'
import { isoOfDay } from '#app/platform/day.ts'
import { Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page, Section } from '#app/ui/page.tsx'
import { askKinds } from '#db/enums/advocacy.ts'

export const handle = { access: 'accounts.read', title: words.title, maxBody: mostDocumentBody }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const account = await getAccount(ctx, params.accountId!)
  const { zone } = await getOrganisation(ctx)
  const company = (await getBrand(ctx)).name
  const kinds = await currentKinds(ctx)
  return {
    account: { id: account.id, name: account.name },
    people: account.people.filter((one) => one.state === 'active').map(({ id, name }) => ({ value: id, label: name })),
    consents: await listCompanyConsents(ctx, account.id),
    editable: can(ctx.actor, 'advocates.edit'),
    today: isoOfDay(dayOf(ctx.now(), zone)),
    texts: companyKindsInOrder.map((kind) => ({
      kind,
      months: kinds.find((one) => one.kind === kind)?.content.consentMonths ?? 0,
      en: companyText(kind, 'en', { company, account: account.name }),
      ja: companyText(kind, 'ja', { company, account: account.name }),
    })),
  }
}

const withdrawal = z.object({ intent: z.literal('withdraw'), id: z.string().max(60), kind: z.enum(askKinds) })

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'advocates.edit')
  const t = translator(locale)
  const accountId = params.accountId!
  const here = `/accounts/${accountId}/consents`
  const posted = await formOf(request)
  if (posted.get('intent') === 'withdraw') {
    const form = parseForm(posted, withdrawal, locale)
    if (form.status !== 'success') throw new Refusal(400, 'bad_request')
    const { id, kind } = form.value
    await withdrawCompanyConsent(ctx, { accountId, id })
    return saidRedirect(here, { text: t(words.withdrawn, { kind: t(askKindNames[kind]) }) }, context)
  }
  const form = parseForm(posted, companyConsentForm.extend({ document: z.file().optional() }), locale)
  if (form.status !== 'success') return badForm(form)
  const { document: file, ...given } = form.value
  const document = file && file.size > 0 ? { name: file.name, content: new Uint8Array(await file.arrayBuffer()) } : null
  const give = async () => {
    const { told } = await giveCompanyConsent(ctx, { ...given, accountId, document })
    const text = t(told ? words.savedTold : words.saved, { kind: t(askKindNames[given.kind]) })
    return saidRedirect(here, { text }, context)
  }
  return orRefused(form, context, give, {}, companyErrors)
}

/** What a company agreed to: what holds, what is over, and the way to keep more. */
export default function CompanyConsents() {
  const { account, people, consents, editable, today, texts } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const t = useT()
  const now = consents.filter((one) => one.state === 'given')
  const before = consents.filter((one) => one.state !== 'given')
  return (
    <Page
      title={t(words.title)}
      crumbs={[
        { label: t(accountWords.accounts), to: '/accounts' },
        { label: account.name, to: `/accounts/${account.id}?tab=advocacy` },
      ]}
      lead={t(words.lead, { account: account.name })}
    >
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="flex min-w-0 flex-col gap-6">
          {now.length ? (
            <Section title={t(words.now)}>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {now.map((one) => (
                  <CompanyConsentRow key={one.id} of={one} account={account} editable={editable} />
                ))}
              </ul>
            </Section>
          ) : (
            <Empty icon={FileSignature} title={t(words.none)}>
              {t(words.noneText)}
            </Empty>
          )}
          {before.length ? (
            <Section title={t(words.history)}>
              <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
                {before.map((one) => (
                  <CompanyConsentRow key={one.id} of={one} account={account} editable={false} />
                ))}
              </ul>
            </Section>
          ) : null}
        </div>
        {editable ? <GiveConsent people={people} texts={texts} today={today} sent={sent?.result} /> : null}
      </div>
    </Page>
  )
}
