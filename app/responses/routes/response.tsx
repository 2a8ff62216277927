import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Inbox } from 'lucide-react'
import { findCaseOfResponse } from '#app/cases/find-case-of-response.server.ts'
import { FurtherAnswers } from '#app/responses/components/further-answers.tsx'
import { MarkedText } from '#app/responses/components/marked-text.tsx'
import { Submissions } from '#app/responses/components/submissions.tsx'
import { TopicChips } from '#app/responses/components/topic-chips.tsx'
import { Author, Marks } from '#app/responses/components/voice.tsx'
import { can } from '#app/audit/can.ts'
import { listTopicNames } from '#app/responses/topics/list-topics.server.ts'
import { getResponse } from '#app/responses/get-response.server.ts'
import { channelWords, responseWords, stateWords } from '#app/responses/words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card, Facts } from '#app/ui/card.tsx'
import { ClassMark } from '#app/ui/class-mark.tsx'
import { Time, useT } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { Quote } from '#app/ui/quote.tsx'
import { recoveryProgramId } from '#db/enums/surveys.ts'

export const handle = { access: 'responses.read', title: responseWords.response }

export async function loader({ params, context: { ctx } }: LoaderFunctionArgs) {
  const mayCorrect = can(ctx.actor, 'topics.correct')
  return {
    ...(await getResponse(ctx, params.id!)),
    caseId: await findCaseOfResponse(ctx, params.id!),
    mayCorrect,
    mayJudge: can(ctx.actor, 'answers.judge'),
    choices: mayCorrect ? await listTopicNames(ctx) : [],
  }
}

export default function ResponsePage() {
  const { response: of, revisions, caseId, mayCorrect, mayJudge, choices } = useLoaderData<typeof loader>()
  const t = useT()
  const title = of.hidden ? t(responseWords.response) : (of.person ?? t(responseWords.unknownPerson))
  const actions = caseId ? (
    <LinkButton to={`/cases/${caseId}`} icon={Inbox}>
      {t(responseWords.openCase)}
    </LinkButton>
  ) : null
  const segment = [of.tier, of.plan, of.stage, of.region, of.industry].filter(Boolean).join(' · ')
  return (
    <Page title={title} crumbs={[{ label: t(responseWords.responses), to: '/responses' }]} actions={actions}>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Card className="marked">
            <p lang={of.language} dir="auto" className="text-muted">
              {of.question}
            </p>
            <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
              <ClassMark of={of.class} metric={of.metric} score={of.score} />
              <Author of={of} />
              <Marks of={of} />
            </p>
            {of.comment ? (
              <Quote
                text={<MarkedText text={of.comment} marked={of.topics.map((topic) => topic.spans)} />}
                language={of.language}
              />
            ) : (
              <p className="text-muted">
                {t(of.state === 'withdrawn' ? responseWords.takenBack : responseWords.noComment)}
              </p>
            )}
            <TopicChips of={of} mayCorrect={mayCorrect} choices={of.comment ? choices : []} />
          </Card>
          <FurtherAnswers answers={of.answers} metric={of.metric} title={t(responseWords.saidMore)} />
          <Submissions of={of} revisions={revisions} mayJudge={mayJudge} />
        </div>
        <Card title={t(responseWords.facts)}>
          <Facts
            items={[
              {
                name: t(responseWords.program),
                value:
                  of.programId === recoveryProgramId ? (
                    of.program
                  ) : (
                    <Link to={`/programs/${of.programId}`} className="text-accent underline">
                      {of.program}
                    </Link>
                  ),
              },
              { name: t(responseWords.version), value: t(responseWords.versionNumber, { n: of.version }) },
              { name: t(responseWords.state), value: t(stateWords[of.isTest ? 'test' : of.state]) },
              { name: t(responseWords.answered), value: <Time at={of.answeredAt} absolute /> },
              { name: t(responseWords.invited), value: of.sentAt === null ? null : <Time at={of.sentAt} absolute /> },
              { name: t(responseWords.channel), value: t(channelWords[of.channel]!) },
              { name: t(responseWords.atAnswering), value: segment },
            ]}
          />
          {of.accountId && !of.hidden ? (
            <Link to={`/responses?account=${of.accountId}`} className="text-accent underline">
              {t(responseWords.saysMore)}
            </Link>
          ) : null}
        </Card>
      </div>
    </Page>
  )
}
