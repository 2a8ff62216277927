import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, useActionData, useLoaderData, useLocation, useRouteError } from '@remix-run/react'
import type { z } from 'zod'
import { addCaseNote } from '#app/cases/add-case-note.server.ts'
import { assignCase } from '#app/cases/assign-case.server.ts'
import {
  assignInput,
  claimInput,
  closeInput,
  contactInput,
  moveInput,
  noteInput,
  resolveInput,
} from '#app/cases/case.ts'
import { claimCase } from '#app/cases/claim-case.server.ts'
import { closeCase } from '#app/cases/close-case.server.ts'
import { AccountCard } from '#app/cases/components/account-card.tsx'
import { CaseComposer } from '#app/cases/components/case-composer.tsx'
import { CaseFilesCard } from '#app/cases/components/case-files.tsx'
import type { Told } from '#app/cases/components/case-form.tsx'
import { CaseHead } from '#app/cases/components/case-head.tsx'
import { CasePeople } from '#app/cases/components/case-people.tsx'
import { CaseSteps } from '#app/cases/components/case-steps.tsx'
import { CaseTasks } from '#app/cases/components/case-tasks.tsx'
import { CaseTimeline } from '#app/cases/components/case-timeline.tsx'
import { CaseVerbs } from '#app/cases/components/case-verbs.tsx'
import { CaseTags } from '#app/cases/components/case-tags.tsx'
import { mostBody, type GivenFile } from '#app/cases/files/case-file.ts'
import { readFiles } from '#app/cases/files/read-files.server.ts'
import { findNextCase } from '#app/cases/find-next-case.server.ts'
import { ownReplyAddress } from '#app/email/reply-to.server.ts'
import { getCase, nameCase, type ShownCase } from '#app/cases/get-case.server.ts'
import { logContact } from '#app/cases/log-contact.server.ts'
import { manyWords } from '#app/cases/many-words.ts'
import { queueFilter } from '#app/cases/queue-filter.server.ts'
import { queueWords } from '#app/cases/queue-words.ts'
import { spareInput } from '#app/cases/recovery/recovery.ts'
import { sparePerson } from '#app/cases/recovery/spare-person.server.ts'
import { recoveryWords } from '#app/cases/recovery/words.ts'
import { reopenCase } from '#app/cases/reopen-case.server.ts'
import { replyInput } from '#app/cases/replies/reply.ts'
import { sendReply } from '#app/cases/replies/send-reply.server.ts'
import { replyWords } from '#app/cases/replies/words.ts'
import { resolveCase } from '#app/cases/resolve-case.server.ts'
import { snoozeInput } from '#app/cases/snoozing/snooze.ts'
import { snoozeCase, wakeCase } from '#app/cases/snoozing/snooze-case.server.ts'
import { tagCase, tagInput, untagCase } from '#app/cases/tags/tag-case.server.ts'
import { waitForCustomer, workOnCase } from '#app/cases/wait-for-customer.server.ts'
import { caseWords } from '#app/cases/words.ts'
import { can } from '#app/audit/can.ts'
import type { Ctx } from '#app/audit/context.server.ts'
import { newId } from '#app/platform/ids.server.ts'
import { Invalid, MovedInto, NotFound, Refusal } from '#app/platform/errors.ts'
import { formOf, parseForm } from '#app/platform/http/form.server.ts'
import { saidRedirect } from '#app/platform/http/said.server.ts'
import { translate, type Values, type Word } from '#app/platform/words.ts'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { errorWords } from '#app/words.ts'

export const handle = { access: 'cases.read', title: caseWords.case, maxBody: mostBody }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const shown = await getCase(ctx, params.id!)
  if (shown.case.joinedInto !== null) throw new MovedInto(shown.case.id, shown.case.joinedInto)
  return { ...shown, mayCorrect: can(ctx.actor, 'topics.correct'), once: newId('once'), address: addressOn(ctx, shown) }
}

/** Where colleagues who may work the case send a copy of what they write elsewhere. */
const addressOn = (ctx: Ctx, { case: { id }, mayWork }: ShownCase) =>
  mayWork ? ownReplyAddress(ctx, { kind: 'case', id }) : null

/** One intent: how its form is read, what it does, and what is said afterwards. */
const intent = <S extends z.ZodType>(
  schema: S,
  run: (ctx: Ctx, input: z.output<S>, files: GivenFile[]) => Promise<unknown>,
  said: Word,
) => ({
  schema: schema as z.ZodType,
  run: run as (ctx: Ctx, input: unknown, files: GivenFile[]) => Promise<unknown>,
  said,
})
const intents = {
  claim: intent(claimInput, claimCase, caseWords.saidClaimed),
  assign: intent(
    assignInput,
    (ctx, input) => assignCase(ctx, input as z.input<typeof assignInput>),
    caseWords.saidAssigned,
  ),
  note: intent(noteInput, (ctx, input) => addCaseNote(ctx, input as z.input<typeof noteInput>), caseWords.saidNoted),
  contact: intent(
    contactInput,
    (ctx, input) => logContact(ctx, input as z.input<typeof contactInput>),
    caseWords.saidContacted,
  ),
  send: intent(
    replyInput,
    (ctx, input, files) => sendReply(ctx, input as z.input<typeof replyInput>, files),
    replyWords.saidSent,
  ),
  work: intent(moveInput, workOnCase, caseWords.saidWorking),
  wait: intent(moveInput, waitForCustomer, caseWords.saidWaiting),
  resolve: intent(
    resolveInput,
    (ctx, input) => resolveCase(ctx, input as z.input<typeof resolveInput>),
    caseWords.saidResolved,
  ),
  close: intent(closeInput, (ctx, input) => closeCase(ctx, input as z.input<typeof closeInput>), caseWords.saidClosed),
  reopen: intent(moveInput, reopenCase, caseWords.saidReopened),
  snooze: intent(snoozeInput, snoozeCase, manyWords.saidPutOff),
  wake: intent(moveInput, wakeCase, manyWords.saidBack),
  tag: intent(tagInput, tagCase, manyWords.saidTagged),
  untag: intent(tagInput, untagCase, manyWords.saidUntagged),
  spare: intent(
    spareInput,
    (ctx, input) => sparePerson(ctx, input as z.input<typeof spareInput>),
    recoveryWords.saidSpared,
  ),
}

/** Which intent a form means: one form writes notes, contacts and mails. */
function verbOf(sent: string, form: FormData): string {
  if (sent === 'dismiss') return 'close'
  if (sent !== 'entry') return sent
  if (form.get('kind') === 'mail_out' && form.get('how') === 'send') return 'send'
  return form.get('kind') === 'note' ? 'note' : 'contact'
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await formOf(request)
  const sent = String(form.get('intent') ?? '')
  form.set('caseId', params.id!)
  if (sent === 'dismiss') form.set('kind', 'dismissed')
  const name = verbOf(sent, form)
  const chosen = Object.hasOwn(intents, name) ? intents[name as keyof typeof intents] : null
  if (!chosen) throw new Refusal(400, 'bad_request')
  const read = parseForm(form, chosen.schema, context.locale)
  const typed = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const say = (code: string, values?: Values) =>
    translate(context.locale, errorWords[code] ?? errorWords.bad_request!, values)
  if (read.status !== 'success') {
    const errors = Object.fromEntries(
      Object.entries(read.error ?? {}).map(([field, texts]) => [field, texts?.[0] ?? '']),
    )
    return json({ intent: sent, typed, errors, refused: say('case_form') }, 400)
  }
  const { search } = new URL(request.url)
  const filter = queueFilter(context.ctx, request.url)
  const next = name === 'close' ? await findNextCase(context.ctx, filter, params.id!) : null
  try {
    const files = await readFiles(form)
    if (files.length && name !== 'send') throw new Invalid('files_unsent', { files: 'files_unsent' })
    await chosen.run(context.ctx, read.value, files)
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof NotFound || ![403, 409, 422].includes(error.status)) throw error
    const fields = error instanceof Invalid ? error.fields : {}
    const errors = Object.fromEntries(Object.entries(fields).map(([field, code]) => [field, say(code, error.values)]))
    return json({ intent: sent, typed, errors, refused: say(error.code, error.values) }, error.status)
  }
  if (name === 'close') {
    const text = translate(context.locale, next ? queueWords.saidClosedNext : queueWords.saidClosedLast, {
      name: await nameCase(context.ctx, params.id!),
    })
    return saidRedirect(next ? `/cases/${next.id}${search}` : `/cases${search}`, { text }, context)
  }
  const back = String(form.get('back') ?? '')
  return saidRedirect(
    /^\/cases(\?|$)/.test(back) ? back : `/cases/${params.id}${search}`,
    { text: translate(context.locale, name === 'spare' && form.get('reason') === '' ? recoveryWords.saidAsked : chosen.said) }, // prettier-ignore
    context,
  )
}

export default function CasePage() {
  const {
    case: found,
    people,
    used,
    heard,
    history,
    account,
    colleagues,
    owners,
    timeline,
    recovery,
    verbs,
    mayWork,
    why,
    standIn,
    mayCorrect,
    tags,
    once,
    address,
    tasks,
    playbooks,
    files,
  } = useLoaderData<typeof loader>()
  const told = useActionData<Told>()
  const t = useT()
  const { search } = useLocation()
  const of = { caseId: found.id, lockVersion: found.lockVersion, told }
  const name = account?.name ?? people[0]?.name ?? t(caseWords.unknownPerson)
  return (
    <Page
      title={name}
      crumbs={[{ label: t(caseWords.queue), to: `/cases${search}` }]}
      actions={<CaseSteps caseId={found.id} />}
    >
      <CaseHead found={found} people={people} used={used} why={why} standIn={standIn} mayWork={mayWork} />
      <CaseTags {...of} tags={tags} mayWork={mayWork} />
      <CasePeople {...{ people, heard, mayCorrect, recovery, of, mayWork }} />
      <div className="grid items-start gap-5 @3xl:grid-cols-[minmax(0,1fr)_18rem]">
        {/* In one column the two dissolve, and their parts follow in the order of reading and doing. */}
        <div className="flex min-w-0 flex-col gap-5 @max-3xl:order-2">
          {verbs.includes('note') ? (
            <CaseComposer
              key={timeline[0]?.id}
              {...of}
              people={people}
              verbs={verbs}
              owners={owners}
              once={once}
              address={address}
            />
          ) : null}
          <CaseTimeline items={timeline} caseId={found.id} files={files} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 @max-3xl:contents">
          <div className="@max-3xl:order-1">
            <CaseVerbs
              key={found.lockVersion}
              {...of}
              open={tasks.filter((task) => task.doneAt === null).length}
              verbs={verbs}
              owners={owners}
              ownerId={found.ownerId}
              recovery={recovery}
            />
          </div>
          <div className="@max-3xl:order-2 empty:hidden">
            <CaseTasks
              caseId={found.id}
              tasks={tasks}
              playbooks={playbooks}
              mayChange={mayWork && found.state !== 'closed'}
            />
          </div>
          <div className="@max-3xl:order-3 empty:hidden">
            <CaseFilesCard caseId={found.id} files={files} mayChange={mayWork} />
          </div>
          {account ? (
            <div className="@max-3xl:order-3">
              <AccountCard account={account} history={history} colleagues={colleagues} />
            </div>
          ) : null}
        </div>
      </div>
    </Page>
  )
}

/** A case that isn't there leaves the list where it is. */
export function ErrorBoundary() {
  const error = useRouteError()
  const told = isRouteErrorResponse(error) ? (error.data as { text?: string } | null) : null
  return <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} text={told?.text} />
}
