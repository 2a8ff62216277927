import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Eraser } from 'lucide-react'
import { getBrand, getOrganisation } from '#app/access/get-organisation.server.ts'
import { listColleagues } from '#app/access/list-teams.server.ts'
import { Checks, KnownNow, LeadFacts, ReferralPath } from '#app/advocacy/components/referral-facts.tsx'
import { ReferralMoves } from '#app/advocacy/components/referral-moves.tsx'
import { ReferralStateBadge } from '#app/advocacy/components/referral-state.tsx'
import { changeReferral, giveReferral } from '#app/advocacy/referrals/change-referral.server.ts'
import { eraseLead } from '#app/advocacy/referrals/erase-referrals.server.ts'
import { getReferral } from '#app/advocacy/referrals/get-referral.server.ts'
import { changeReferralInput, undoable } from '#app/advocacy/referrals/referral.ts'
import { orReferralRefused } from '#app/advocacy/referrals/refused-referral.server.ts'
import { referralSaidWords, referralWords as words } from '#app/advocacy/referrals/words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'advocates.read', title: words.one }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const referral = await getReferral(ctx, params.id!)
  return {
    referral,
    company: (await getBrand(ctx)).name,
    base: (await getOrganisation(ctx)).baseCurrency,
    colleagues: referral.mayEdit ? await listColleagues(ctx) : [],
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx } = context
  authorise(ctx, 'advocates.edit')
  const id = params.id!
  const here = `/referrals/${id}`
  const t = translator(context.locale)
  const data = await formOf(request)
  if (data.get('intent') === 'erase') {
    await eraseLead(ctx, { id })
    return saidRedirect(here, { text: t(words.saidErased) }, context)
  }
  if (data.get('intent') === 'give') {
    await giveReferral(ctx, { id, ownerId: String(data.get('ownerId') ?? '') || null })
    return saidRedirect(here, { text: t(words.given) }, context)
  }
  const form = parseForm(data, changeReferralInput.omit({ id: true }), context.locale)
  if (form.status !== 'success') return json({ result: form.reply() }, 400)
  return orReferralRefused(form, context, async () => {
    const { reason, ...change } = form.value
    const { from } = await changeReferral(ctx, { id, ...change, reason: reason ?? undefined })
    const undo = { action: here, fields: { verb: 'reopen' }, label: t(uiWords.undo) }
    const text = t(referralSaidWords[change.verb])
    return saidRedirect(here, { text, ...(undoable(from, change.verb) && { undo }) }, context)
  })
}

export default function Referral() {
  const t = useT()
  const { referral, company, base, colleagues } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const open = referral.mayEdit && referral.erasedAt === null
  return (
    <Page
      title={referral.leadName ?? t(words.erasedLead)}
      crumbs={[{ label: t(words.referrals), to: `/referrals?state=${referral.state}` }]}
      lead={referral.company ?? undefined}
      actions={
        referral.mayErase ? (
          <ConfirmForm
            trigger={t(words.erase)}
            icon={Eraser}
            title={t(words.eraseTitle)}
            body={t(words.eraseText)}
            confirm={t(words.erase)}
            action={`/referrals/${referral.id}`}
            fields={{ intent: 'erase' }}
            danger
          />
        ) : null
      }
    >
      <p>
        <ReferralStateBadge of={referral.state} />
      </p>
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          <LeadFacts of={referral} company={company} base={base} />
          <Checks of={referral} />
          <KnownNow of={referral} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          {open ? <ReferralMoves key={referral.state} state={referral.state} result={sent?.result} /> : null}
          <Card title={t(words.owner)}>
            {open ? (
              <Form method="post" className="flex flex-wrap items-end gap-2" key={referral.ownerId}>
                <input type="hidden" name="intent" value="give" />
                <Select
                  name="ownerId"
                  label={t(words.owner)}
                  hideLabel
                  empty={t(words.nobody)}
                  defaultValue={referral.ownerId ?? ''}
                  options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
                  className="grow"
                />
                <Button>{t(words.give)}</Button>
              </Form>
            ) : (
              <p>{referral.owner ?? t(words.nobody)}</p>
            )}
          </Card>
          <ReferralPath of={referral} />
        </div>
      </div>
    </Page>
  )
}
