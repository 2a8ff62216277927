import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { orRefused } from '#app/access/refused-form.server.ts'
import { changeReward } from '#app/advocacy/rewards/change-reward.server.ts'
import { RewardMoves } from '#app/advocacy/rewards/components/reward-moves.tsx'
import { RewardStateBadge, useReason, useRuleName, useWhat } from '#app/advocacy/rewards/components/reward-what.tsx'
import { maskedCode } from '#app/advocacy/rewards/gift-codes.ts'
import { getReward } from '#app/advocacy/rewards/get-reward.server.ts'
import { changeRewardInput } from '#app/advocacy/rewards/reward.ts'
import { rewardErrors, rewardWords as words } from '#app/advocacy/rewards/words.ts'
import { authorise } from '#app/audit/context.server.ts'
import { readForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translator } from '#app/platform/words.ts'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { uiWords } from '#app/ui/words.ts'

export const handle = { access: 'advocates.read', title: words.one }

export const loader = async ({ params, context: { ctx } }: LoaderFunctionArgs) => ({
  reward: await getReward(ctx, params.id!),
})

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { ctx, locale } = context
  authorise(ctx, 'advocates.edit')
  const id = params.id!
  const here = `/rewards/${id}`
  const t = translator(locale)
  const form = await readForm(request, changeRewardInput.omit({ id: true }), locale)
  if (form.status !== 'success') return json({ result: form.reply() }, 400)
  const { verb, reason, reference } = form.value
  return orRefused(
    form,
    context,
    async () => {
      const state = await changeReward(ctx, { id, verb, reason: reason ?? undefined, reference: reference ?? undefined }) // prettier-ignore
      if (state === 'barred') return saidRedirect(here, { text: t(rewardErrors.reward_barred) }, context)
      const undo = { action: here, fields: { verb: 'unapprove' }, label: t(uiWords.undo) }
      return saidRedirect(here, { text: t(saidOf[verb], { n: 1 }), ...(verb === 'approve' && { undo }) }, context)
    },
    {},
    { ...rewardErrors, reason_missing: words.noReason },
  )
}

const saidOf = {
  approve: words.saidApprove,
  unapprove: words.saidUnapprove,
  issue: words.saidIssue,
  cancel: words.saidCancel,
  restore: words.saidRestore,
}

export default function Reward() {
  const t = useT()
  const { reward } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const what = useWhat()
  return (
    <Page
      title={what(reward)}
      crumbs={[{ label: t(words.rewards), to: `/rewards?state=${reward.state}` }]}
      lead={[reward.person ?? t(words.erased), reward.account].filter(Boolean).join(' · ')}
    >
      <p>
        <RewardStateBadge of={reward.state} />
      </p>
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {reward.code === null ? null : (
            <Notice tone="success" title={t(words.code)}>
              <p className="flex flex-wrap items-center gap-2">
                <code className="font-mono text-lg break-all">{reward.code}</code>
                <CopyButton text={reward.code} label={t(words.code)} />
              </p>
              <p>{t(words.codeShown)}</p>
            </Notice>
          )}
          <RewardFacts />
        </div>
        <RewardMoves key={reward.state} of={reward} result={(sent as { result?: never } | undefined)?.result} />
      </div>
    </Page>
  )
}

function RewardFacts() {
  const t = useT()
  const { reward } = useLoaderData<typeof loader>()
  const ruleName = useRuleName()
  const reasonOf = useReason()
  const by = (at: number | null, name: string | null) =>
    at === null ? null : (
      <>
        <Time at={at} />
        {name ? ` · ${name}` : null}
      </>
    )
  return (
    <Card>
      <Facts
        items={[
          {
            name: t(words.person),
            value: reward.contactId ? (
              <Link to={`/contacts/${reward.contactId}`} className="text-accent hover:underline">
                {reward.person}
              </Link>
            ) : (
              t(words.erased)
            ),
          },
          { name: t(words.act), value: ruleName(reward.rule) },
          {
            name: t(words.cause),
            value: (
              <>
                {reward.rule.startsWith('referral_') ? (
                  <Link to={`/referrals/${reward.causeId}`} className="text-accent hover:underline">
                    {t(words.seeReferral)}
                  </Link>
                ) : null}{' '}
                <span className="text-muted">{t(words.version, { n: reward.version })}</span>
              </>
            ),
          },
          { name: t(words.earnedAt), value: <Time at={reward.earnedAt} /> },
          { name: t(words.approvedAt), value: by(reward.approvedAt, reward.approvedBy) },
          { name: t(words.issuedAt), value: by(reward.issuedAt, reward.issuedBy) },
          ...(reward.state === 'cancelled'
            ? [
                { name: t(words.endedAt), value: by(reward.endedAt, reward.endedBy) },
                { name: t(words.reason), value: reward.reason === null ? null : reasonOf(reward.reason) },
              ]
            : []),
          ...(reward.state === 'issued' && reward.giftKind !== null
            ? [
                ...(reward.tail === null ? [] : [{ name: t(words.code), value: maskedCode(reward.tail) }]),
                { name: t(words.reference), value: reward.reference },
                { name: t(words.mail), value: t(mailWord(reward.mail?.state)) },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

const mailWord = (state: string | undefined) =>
  state === undefined
    ? words.noMail
    : state === 'sent'
      ? words.mailSent
      : state === 'queued' || state === 'sending'
        ? words.mailQueued
        : words.mailStopped
