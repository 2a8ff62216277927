import { Form, useLocation, useNavigation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { manyWords, spanWords } from '#app/cases/many-words.ts'
import { snoozeSpans } from '#app/cases/snoozing/snooze.ts'
import { caseWords } from '#app/cases/words.ts'
import { Button, useBusy } from '#app/ui/button.tsx'
import { Input, Select, type Option } from '#app/ui/field.tsx'
import { useHydrated } from '#app/ui/hydrated.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'

/** The form that the boxes of the list belong to (`form=`). */
export const manyForm = 'change-many'
/** What a field of a tag offers (`list=`): stands once, in the pane of the list. */
export const tagList = 'known-tags'

/** Hands over, puts off or tags what is ticked in the list below. Unfolds by itself as soon as something is. */
export function ChangeMany({
  owners,
  rows,
}: {
  owners: Option[]
  /** The list as it is shown. */
  rows: readonly object[]
}) {
  const t = useT()
  const { search } = useLocation()
  const action = `/cases/many${search}`
  const busy = useBusy(action)
  const { form, chosen, chooseAll } = useChosen(action, rows)
  const hydrated = useHydrated()
  const submit = (intent: string, label: string) => (
    <Button size="sm" name="intent" value={intent} busy={busy} disabled={hydrated && chosen === 0}>
      {label}
    </Button>
  )
  const row = 'grid grid-cols-[minmax(0,1fr)_8rem] items-stretch gap-2 [&>button]:w-full'
  return (
    <details open={chosen > 0 || undefined} className="rounded-lg border border-line bg-surface px-3 py-1 text-sm">
      <summary className="flex min-h-6 cursor-pointer items-center text-xs text-accent">
        {chosen > 0 ? t(manyWords.chosen, { n: chosen }) : `${t(manyWords.many)} (s)`}
      </summary>
      <Form
        id={manyForm}
        ref={form}
        method="post"
        action={action}
        preventScrollReset
        className="flex flex-col gap-1.5 pt-1 pb-2"
      >
        {/* Enter in the field of the tag presses the first button that there is. */}
        <button name="intent" value="tag" hidden tabIndex={-1} disabled={hydrated && (chosen === 0 || busy)} />
        {hydrated ? (
          <label className="flex min-h-6 items-center gap-2 text-xs">
            <input
              type="checkbox"
              onChange={(event) => chooseAll(event.target.checked)}
              className="size-4 accent-accent"
            />
            {t(uiWords.selectAll)}
          </label>
        ) : null}
        <div className={row}>
          <Select
            label={t(caseWords.assignTo)}
            hideLabel
            name="ownerId"
            options={owners}
            empty={t(caseWords.assignTo)}
          />
          {submit('assign', t(caseWords.assign))}
        </div>
        <div className={row}>
          <Select
            label={t(manyWords.until)}
            hideLabel
            name="span"
            options={snoozeSpans.map((value) => ({ value, label: t(spanWords[value]) }))}
          />
          {submit('snooze', t(manyWords.putOff))}
        </div>
        <div className={row}>
          <Input
            label={t(manyWords.tag)}
            hideLabel
            name="tag"
            placeholder={t(manyWords.tag)}
            maxLength={40}
            list={tagList}
            autoComplete="off"
          />
          {submit('tag', t(manyWords.addTag))}
        </div>
      </Form>
    </details>
  )
}

/** How many boxes of the form are ticked, also when other rows are shown; none after it was sent. */
function useChosen(action: string, rows: readonly object[]) {
  const form = useRef<HTMLFormElement>(null)
  const [chosen, setChosen] = useState(0)
  const navigation = useNavigation()
  const sent = navigation.state === 'loading' && navigation.formAction === action
  useEffect(() => {
    const changed = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.form === form.current)
        setChosen(chosenIn(form.current))
    }
    document.addEventListener('change', changed)
    return () => document.removeEventListener('change', changed)
  }, [])
  useEffect(() => {
    setChosen(rows.length === 0 ? 0 : chosenIn(form.current))
  }, [rows])
  useEffect(() => {
    if (!sent) return
    form.current?.reset()
    setChosen(0)
  }, [sent])
  return {
    form,
    chosen,
    chooseAll(on: boolean) {
      for (const box of boxesOf(form.current)) box.checked = on
      setChosen(chosenIn(form.current))
    },
  }
}

const boxesOf = (form: HTMLFormElement | null) =>
  [...(form?.elements ?? [])].filter(
    (one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === 'caseIds',
  )

const chosenIn = (form: HTMLFormElement | null) => boxesOf(form).filter((box) => box.checked).length
