import type { DoorKind } from '#app/surveys/doors/door.ts'
import { doorWords as words } from '#app/surveys/doors/door-words.ts'
import type { Typed } from '#app/surveys/typed.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input, Textarea } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'

/** What is set of a door. `kind` null: not chosen yet, so what only a widget has is there as well. */
export function DoorFields({ typed, kind }: { typed: Typed; kind: DoorKind | null }) {
  const t = useT()
  const field = (name: string) => ({ name, error: typed.error(name), defaultValue: typed.text(name) })
  return (
    <>
      <Input {...field('name')} label={t(words.name)} hint={t(words.nameHint)} maxLength={80} required />
      {kind === 'link' ? null : (
        <div className="flex flex-col gap-5 group-has-[input[value=link]:checked]:hidden">
          <Textarea {...field('origins')} label={t(words.origins)} hint={t(words.originsHint)} rows={3} />
          <Checkbox
            name="anonymous"
            label={t(words.anonymous)}
            hint={t(words.anonymousHint)}
            defaultChecked={typed.checked('anonymous')}
          />
        </div>
      )}
      <Input
        {...field('perHour')}
        label={t(words.perHour)}
        hint={t(words.perHourHint)}
        type="number"
        min={1}
        max={10000}
        className="max-w-xs"
      />
    </>
  )
}
