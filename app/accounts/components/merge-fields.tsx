import { MergeValue } from '#app/accounts/components/merge-value.tsx'
import { fieldsOf, type MergeKind } from '#app/accounts/merging/fields.ts'
import type { MergeSide, MergeView } from '#app/accounts/merging/merge-view.ts'
import { mergeWords as words } from '#app/accounts/merging/merge-words.ts'
import type { Word } from '#app/platform/words.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/locale.tsx'

/** The form that the choices belong to, wherever its button is. */
export const mergeForm = 'merge'

/** Field by field: where the two differ, which value stays; the survivor's, unless somebody says otherwise. */
export function MergeFields({ kind, view }: { kind: MergeKind; view: MergeView }) {
  const t = useT()
  const format = useFormat()
  const wordOf = (field: string) => (fieldsOf[kind] as Record<string, { word: Word }>)[field]!.word
  const of = (how: string) => view.fields.filter((one) => one.how === how).map((one) => one.field)
  const [choose, filled, same] = [of('choose'), of('filled'), of('same')]
  return (
    <Card title={t(words.values)}>
      {choose.length ? <p className="text-muted">{t(words.valuesHint)}</p> : <p>{t(words.noneDiffer)}</p>}
      {choose.length ? (
        <div className="flex flex-col divide-y divide-line">
          <div aria-hidden className="hidden gap-4 pb-2 text-xs text-muted sm:grid sm:grid-cols-[9rem_1fr_1fr]">
            <span />
            <span>{t(words.stays)}</span>
            <span>{t(words.goes)}</span>
          </div>
          {choose.map((field) => (
            <Choice key={`${view.survivor.id} ${field}`} field={field} label={t(wordOf(field))} view={view} />
          ))}
        </div>
      ) : null}
      {filled.length ? (
        <div className="flex flex-col gap-1.5 border-t border-line pt-3">
          <h3 className="text-xs text-muted">{t(words.filled)}</h3>
          <dl className="grid grid-cols-[minmax(6rem,9rem)_1fr] gap-x-4 gap-y-1.5">
            {filled.map((field) => (
              <div key={field} className="contents">
                <dt className="text-muted">{t(wordOf(field))}</dt>
                <dd className="min-w-0 wrap-anywhere">
                  <MergeValue of={view.other} field={field} names={view.names} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ) : null}
      {same.length ? (
        <p className="border-t border-line pt-3 text-xs text-muted">
          {t(words.sameFields, { fields: format.list(same.map((field) => t(wordOf(field)))) })}
        </p>
      ) : null}
    </Card>
  )
}

const hints: Record<string, Word> = { externalId: words.idHint, properties: words.propertiesHint }

function Choice({ field, label, view }: { field: string; label: string; view: MergeView }) {
  const t = useT()
  const hint = hints[field]
  return (
    <fieldset className="grid gap-x-4 gap-y-1.5 py-2.5 sm:grid-cols-[9rem_1fr_1fr]">
      {/* A legend is no part of its fieldset's grid: the visible name stands beside it. */}
      <legend className="sr-only">{label}</legend>
      <span aria-hidden className="text-sm font-medium text-muted">
        {label}
      </span>
      <Option field={field} side="survivor" of={view.survivor} names={view.names} />
      <Option field={field} side="other" of={view.other} names={view.names} />
      {hint ? <p className="text-xs text-muted sm:col-span-2 sm:col-start-2">{t(hint)}</p> : null}
    </fieldset>
  )
}

function Option({
  field,
  side,
  of,
  names,
}: {
  field: string
  side: 'survivor' | 'other'
  of: MergeSide
  names: Record<string, string>
}) {
  // prettier-ignore
  return (
    <label className="flex min-h-8 min-w-0 items-start gap-2 rounded px-2 py-1.5 hover:bg-sunken has-checked:bg-accent-tint">
      <input
        type="radio"
        form={mergeForm}
        name={`take.${field}`}
        value={side}
        defaultChecked={side === 'survivor'}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0 wrap-anywhere">
        <MergeValue of={of} field={field} names={names} />
      </span>
    </label>
  )
}
