import type { ReadingData } from '#app/responses/components/reading.ts'
import { notKnown, traits } from '#app/responses/facet.ts'
import { topicWords } from '#app/responses/topic-page-words.ts'
import { responseWords as words, stateWords } from '#app/responses/words.ts'
import { metricWords } from '#app/ui/class-words.ts'
import { FilterChips, type Chip } from '#app/ui/filter-bar.tsx'
import { languageName } from '#app/ui/language-names.ts'
import { useFormat, useLocale, useT } from '#app/ui/locale.tsx'

/** What the list is narrowed by, each taken away by a press. */
export function ResponseChips({ data }: { data: ReadingData }) {
  return <FilterChips chips={useChips(data)} />
}

function useChips({ filter, programs, topics, owners, account, person }: ReadingData): Chip[] {
  const t = useT()
  const locale = useLocale()
  const format = useFormat()
  const chip = (name: string, label: string | undefined | false | null | '') => (label ? [{ name, label }] : [])
  const traitLabel = (trait: (typeof traits)[number], value: string) =>
    trait === 'language'
      ? languageName(t, value)
      : trait === 'owner' && value !== notKnown
        ? (owners.find(({ id }) => id === value)?.name ?? t(words.notKnown))
        : value === notKnown
          ? t(words.notKnown)
          : value
  return [
    ...chip('q', filter.q && `“${filter.q}”`),
    ...chip('class', filter.class && t(words[filter.class])),
    ...chip('program', filter.program && (programs.find(({ id }) => id === filter.program)?.name ?? t(words.program))),
    ...chip(
      'topic',
      filter.topic &&
        (filter.topic === 'none'
          ? t(topicWords.noTopic)
          : (topics.find(({ id }) => id === filter.topic)?.name[locale] ?? t(topicWords.topic))),
    ),
    ...chip('metric', filter.metric && t(metricWords[filter.metric])),
    ...chip('state', filter.state && t(stateWords[filter.state])),
    ...chip('from', filter.from !== undefined && `${t(words.from)}: ${format.day(filter.from)}`),
    ...chip('to', filter.to !== undefined && `${t(words.to)}: ${format.day(filter.to)}`),
    ...chip('comment', filter.comment && t(filter.comment === '1' ? words.withComment : words.withoutComment)),
    ...chip('heard', filter.heard && t(words.heardHidden)),
    ...chip('case', filter.case && t(filter.case === '1' ? words.withCase : words.withoutCase)),
    ...traits.flatMap((trait) => {
      const value = filter[trait]
      return value === undefined ? [] : chip(trait, `${t(words[trait])}: ${traitLabel(trait, value)}`)
    }),
    ...chip('numbers', filter.numbers && t(words.inNumbers)),
    ...chip('latest', filter.latest && t(words.latestOnly)),
    ...chip('door', filter.door && t(words.oneDoor)),
    ...chip('wave', filter.wave && t(words.oneWave)),
    ...chip('account', filter.account && (account ?? t(words.oneAccount))),
    ...chip('contact', filter.contact && (person ?? t(words.onePerson))),
  ]
}
