import { sizes, traits, type Trait } from '#app/advocacy/asking/profile.ts'
import { fitWords, sizeWords, traitWords } from '#app/advocacy/asking/profile-words.ts'
import { askingWords as words } from '#app/advocacy/asking/words.ts'
import { askKindNames } from '#app/advocacy/catalogue/kind-names.ts'
import type { AskableFilter } from '#app/advocacy/asking/list-askable.server.ts'
import type { Word } from '#app/platform/words.ts'
import { Input, Select } from '#app/ui/field.tsx'
import { FilterBar, type Chip } from '#app/ui/filter-bar.tsx'
import { languageOptions } from '#app/ui/language-names.ts'
import { useT } from '#app/ui/locale.tsx'
import { uiWords } from '#app/ui/words.ts'
import { askKinds } from '#db/enums/advocacy.ts'

interface Choices extends Record<'industries' | 'regions' | 'tiers' | 'products', string[]> {
  topics: { id: string; name: Word }[]
}

/** What is asked for, and of whom: any of the traits of a prospect, all of them or as many as there are. */
export function WhoFilters({ filter, choices }: { filter: AskableFilter; choices: Choices }) {
  const t = useT()
  const named = (values: string[]) => values.map((value) => ({ value, label: value }))
  const options: Record<Trait, { value: string; label: string }[]> = {
    industry: named(choices.industries),
    region: named(choices.regions),
    size: sizes.map((value) => ({ value, label: t(sizeWords[value]) })),
    tier: named(choices.tiers),
    product: named(choices.products),
    topic: choices.topics.map(({ id, name }) => ({ value: id, label: t(name) })),
    language: languageOptions(t),
  }
  const labelOf = (trait: Trait, value: string) =>
    options[trait].find((option) => option.value === value)?.label ?? value
  const chips = (['q', ...traits] as const).flatMap((name): Chip[] => {
    const value = filter[name]
    if (!value) return []
    return [{ name, label: name === 'q' ? `“${value}”` : `${t(traitWords[name])}: ${labelOf(name, value)}` }]
  })
  return (
    <FilterBar chips={chips} keep={{ who: filter.who }}>
      <Select
        label={t(words.kind)}
        name="kind"
        defaultValue={filter.kind}
        options={askKinds.map((value) => ({ value, label: t(askKindNames[value]) }))}
      />
      <Input label={t(words.search)} name="q" type="search" maxLength={100} defaultValue={filter.q} />
      {traits.map((trait) => (
        <Select
          key={trait}
          label={t(traitWords[trait])}
          name={trait}
          defaultValue={filter[trait] ?? ''}
          empty={t(uiWords.any)}
          options={options[trait]}
        />
      ))}
      <Select
        label={t(fitWords.label)}
        name="fit"
        defaultValue={filter.fit}
        options={(['all', 'best'] as const).map((value) => ({ value, label: t(fitWords[value]) }))}
      />
    </FilterBar>
  )
}
