import { importHistoryWords as words } from '#app/accounts/import-history-words.ts'
import { Checkbox } from '#app/ui/choice.tsx'
import { Input, Select } from '#app/ui/field.tsx'
import { useT } from '#app/ui/locale.tsx'
import type { ImportOptions } from '#db/schema/accounts.ts'

export interface ImportProgramProps {
  programs: { id: string; name: string; metric: 'nps' | 'csat' | 'ces' }[]
  options: ImportOptions | null
}

/** What past answers belong to: a program there is, a new one, or what a column says. */
export function ImportProgram({ programs, options }: ImportProgramProps) {
  const t = useT()
  const isNew = options?.newProgram !== undefined || (!options?.programId && programs.length === 0)
  return (
    <fieldset className="flex flex-col gap-3 rounded border border-line p-3">
      <legend className="px-1 text-sm font-semibold">{t(words.whichProgram)}</legend>
      <div className="grid items-end gap-4 sm:grid-cols-3">
        <Select
          name="program"
          label={t(words.program)}
          hint={t(words.programHint)}
          defaultValue={isNew ? 'new' : (options?.programId ?? '')}
          empty={t(words.byColumn)}
          options={[
            { value: 'new', label: t(words.newProgram) },
            ...programs.map(({ id, name, metric }) => ({ value: id, label: `${name} (${t(words[metric])})` })),
          ]}
        />
        <Input
          name="programName"
          label={t(words.newName)}
          maxLength={120}
          defaultValue={options?.newProgram?.name ?? ''}
        />
        <Select
          name="programMetric"
          label={t(words.newMetric)}
          defaultValue={options?.newProgram?.metric ?? 'nps'}
          options={(['nps', 'csat', 'ces'] as const).map((metric) => ({ value: metric, label: t(words[metric]) }))}
        />
      </div>
      <Checkbox
        name="addPeople"
        label={t(words.addPeople)}
        hint={t(words.addPeopleHint)}
        defaultChecked={options?.addPeople === true}
      />
    </fieldset>
  )
}
