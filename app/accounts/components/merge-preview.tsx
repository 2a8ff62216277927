import { Link } from '@remix-run/react'
import { ArrowLeft, ArrowLeftRight, Merge } from 'lucide-react'
import { MergeFields, mergeForm } from '#app/accounts/components/merge-fields.tsx'
import type { MergeRequest, MergeSide, MergeView } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words, movedWords } from '#app/accounts/merging/merge-words.ts'
import { movedThings } from '#app/accounts/merging/moved.ts'
import { ButtonRow, LinkButton } from '#app/ui/button.tsx'
import { Card, Facts, Notice } from '#app/ui/card.tsx'
import { ConfirmForm } from '#app/ui/dialog.tsx'
import { Time, useFormat, useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** Two records side by side, with all that would follow from merging them, and the verdict. */
export function MergePreview({ request, view }: { request: MergeRequest; view: MergeView }) {
  const t = useT()
  const { kind, first, list } = request
  const { survivor, other } = view
  const second = survivor.id === first.id ? other.id : survivor.id
  const here = `/${kind}s/${first.id}/merge`
  const addressOf = (keep: MergeSide) =>
    new URLSearchParams({ with: second, keep: keep.id, ...(list && { list: '1' }) })
  const [asked, swapped] = [addressOf(survivor), addressOf(other)]
  return (
    <>
      {view.mayMerge ? null : (
        <Notice tone="warning" title={t(words.mayNot)}>
          <p>{t(words.mayNotBody)}</p>
        </Notice>
      )}
      <div className="grid items-stretch gap-3 sm:grid-cols-[1fr_auto_1fr]">
        <Side kind={kind} of={survivor} role={t(words.stays)} stays />
        <ArrowLeft aria-hidden className="self-center justify-self-center text-faint max-sm:rotate-90" />
        <Side kind={kind} of={other} role={t(words.goes)} />
      </div>
      <ButtonRow>
        <LinkButton to={`${here}?${swapped}`} icon={ArrowLeftRight} replace preventScrollReset>
          {t(words.swap)}
        </LinkButton>
      </ButtonRow>
      <MergeFields kind={kind} view={view} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Moving view={view} />
        <Meaning view={view} />
      </div>
      {view.mayMerge ? (
        <ButtonRow>
          <ConfirmForm
            trigger={t(words.confirm, { name: survivor.name })}
            triggerVariant="primary"
            icon={Merge}
            title={t(words.confirmTitle)}
            body={<p>{t(words.lostWhat, { name: other.name })}</p>}
            confirm={t(words.confirm, { name: survivor.name })}
            danger
            action={`${here}?${asked}`}
            formId={mergeForm}
            fields={{
              from: other.id,
              into: survivor.id,
              seenFrom: String(other.updatedAt),
              seenInto: String(survivor.updatedAt),
              ...(list && { list: '1' }),
            }}
          />
          <LinkButton to={list ? `/accounts/duplicates?list=${kind}` : `/${kind}s/${first.id}`} variant="quiet">
            {t(uiWords.cancel)}
          </LinkButton>
        </ButtonRow>
      ) : null}
    </>
  )
}

function Side({ kind, of, role, stays = false }: { kind: string; of: MergeSide; role: string; stays?: boolean }) {
  const t = useT()
  const detail = 'domain' in of ? of.domain : of.email
  return (
    <section
      aria-label={role}
      className={`flex min-w-0 flex-col gap-1 rounded-lg border p-4 ${stays ? 'border-accent bg-accent-tint' : 'border-line bg-surface'}`}
    >
      <span className="text-xs font-medium text-muted">{role}</span>
      <Link to={`/${kind}s/${of.id}`} className="text-base font-semibold wrap-anywhere text-accent hover:underline">
        {of.name}
      </Link>
      <span className="text-xs text-muted wrap-anywhere">
        {[detail, of.externalId].filter(Boolean).map((text) => `${text} · `)}
        {t(words.since)} <Time at={of.createdAt} />
      </span>
    </section>
  )
}

function Moving({ view }: { view: MergeView }) {
  const t = useT()
  const format = useFormat()
  const moving = movedThings.filter((thing) => view.counts[thing])
  return (
    <Card title={t(words.moves, { name: view.survivor.name })}>
      {moving.length ? (
        <Facts
          items={moving.map((thing) => ({
            name: t(movedWords[thing]),
            value: <span className="tabular-nums">{format.number(view.counts[thing]!)}</span>,
          }))}
        />
      ) : (
        <p className="text-muted">{t(words.movesNothing)}</p>
      )}
      {view.large === null ? null : <p className="text-muted">{t(words.large, { n: view.large })}</p>}
    </Card>
  )
}

function Meaning({ view }: { view: MergeView }) {
  const t = useT()
  const { counts, casesJoin } = view
  const points = [
    t(words.links),
    ...(counts.answers ? [t(words.scores)] : []),
    ...(view.headline ? [t(words.headline)] : []),
    ...(casesJoin ? [t(words.casesJoin, casesJoin)] : []),
    ...(view.unsent ? [t(words.unsent, { n: view.unsent })] : []),
    ...(counts.wishes || counts.holds || counts.choices ? [t(words.stricter)] : []),
  ]
  return (
    <Card title={t(words.means)}>
      <ul className="flex list-disc flex-col gap-1.5 pl-5">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Notice tone="warning" title={t(words.lost)}>
        <p>{t(words.lostWhat, { name: view.other.name })}</p>
      </Notice>
    </Card>
  )
}
